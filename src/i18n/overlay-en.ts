import en from "../../assets/locales/en/overlay.json" with { type: "json" };
import { addTexts } from "./overlay.ts";

/** A side effect of importing this file: adds the English overlay texts for the extension's own pages. */
addTexts("en", en);
