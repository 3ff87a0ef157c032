import { stored } from "../storage/items.ts";

const files = import.meta.glob<Record<string, string>>("../../assets/locales/*/overlay.json", {
  eager: true,
  import: "default",
});
const own = Object.entries(files).map(([path, texts]) => [path.split("/").at(-2)!, texts] as const);
const { id } = Object.fromEntries(own);

/** All texts of pages by language; what a language lacks is there in Indonesian. */
const complete = Object.fromEntries(own.map(([language, texts]) => [language, { ...id, ...texts }]));

/**
 * Keeps the texts of pages in storage, where each page reads those of its language; under this version, because those of
 * another may lack some.
 */
async function keepPageTexts(): Promise<void> {
  const texts = JSON.stringify({ [browser.runtime.getManifest().version]: complete });
  if ((await stored.pageTexts.getValue()) !== texts) await stored.pageTexts.setValue(texts);
}

/**
 * Puts back what others write there, too: page scripts may write the storage that they read.
 * @returns keeps the texts now
 */
export function startPageTexts(onError: (error: unknown) => void): () => void {
  const keep = (): void => void keepPageTexts().catch(onError);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && "pageTexts" in changes) keep();
  });
  return keep;
}
