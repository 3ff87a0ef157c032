import { pagesOf, type TestPage } from "../../browser/lib/pages.ts";

/** The page whose clicks are measured: the saved one of 2025, or the hand-made one of its layout where none is saved. */
export function benchPage(): TestPage {
  const pages = pagesOf("facebook");
  const saved = pages.find((page) => page.name === "fb_home_feed_en_2025-07_loggedin");
  return saved ?? pages.find((page) => page.name === "hand_fb_feed_id")!;
}
