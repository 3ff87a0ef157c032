import en from "../../assets/locales/en/overlay.json" with { type: "json" };
import { addTexts } from "./overlay.ts";

/** Imported for what it does: English stands beside Indonesian, for the extension's own pages. */
addTexts("en", en);
