import { stored } from "../storage/items.ts";

const files = import.meta.glob(["../../assets/locales/*/page.json", "!../../assets/locales/id/page.json"], {
  eager: true,
  import: "default",
});

/** By language; Indonesian stays out, which every page brings along. */
const others = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.split("/").at(-2)!, texts]),
);

/** A page brings its Indonesian texts along; those of other languages lie in storage, for those who read them. */
export async function keepPageTexts(): Promise<void> {
  const texts = JSON.stringify(others);
  if ((await stored.pageTexts.getValue()) !== texts) await stored.pageTexts.setValue(texts);
}
