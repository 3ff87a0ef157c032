import { addTexts } from "./overlay.ts";

/** Imported for what it does: every language stands beside Indonesian, for the extension's own pages. */
const files = import.meta.glob("../../assets/locales/*/page.json", { eager: true, import: "default" });
for (const [path, texts] of Object.entries(files)) addTexts(path.split("/").at(-2)!, texts);
