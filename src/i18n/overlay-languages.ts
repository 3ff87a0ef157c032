import { addTexts } from "./overlay.ts";

/** A side effect of importing this file: adds the overlay texts of all languages for the extension's own pages. */
const files = import.meta.glob("../../assets/locales/*/overlay.json", { eager: true, import: "default" });
for (const [path, texts] of Object.entries(files)) addTexts(path.split("/").at(-2)!, texts);
