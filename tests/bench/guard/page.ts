import { pagesOf, type TestPage } from "../../browser/lib/pages.ts";

/** The page to click on: the saved one of 2025, or the hand-made one of its layout without saved pages. */
export function benchPage(): TestPage {
  const pages = pagesOf("facebook");
  const saved = pages.find((page) => page.name === "fb_home_feed_en_2025-07_loggedin");
  return saved ?? pages.find((page) => page.name === "hand_fb_feed_id")!;
}
