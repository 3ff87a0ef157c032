import en from "../../assets/locales/en/overlay.json" with { type: "json" };
import { stored } from "../storage/items.ts";

/** A page brings its Indonesian texts along; the English ones lie in storage, for those who read them. */
export async function keepPageTexts(): Promise<void> {
  const texts = JSON.stringify(en);
  if ((await stored.pageTexts.getValue()) !== texts) await stored.pageTexts.setValue(texts);
}
