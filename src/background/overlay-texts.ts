import { stored } from "../storage/items.ts";

const files = import.meta.glob(
  ["../../assets/locales/*/overlay.json", "!../../assets/locales/id/overlay.json"],
  {
    eager: true,
    import: "default",
  },
);

/** Texts by language without Indonesian, which every site script carries. */
const others = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.split("/").at(-2)!, texts]),
);

/** A page brings its Indonesian texts along; those of other languages lie in storage, for those who read them. */
export async function keepPageTexts(): Promise<void> {
  const texts = JSON.stringify(others);
  if ((await stored.pageTexts.getValue()) !== texts) await stored.pageTexts.setValue(texts);
}
