/** Opens a campaign post on a hand-made page and likes it by a real click: the start of every hostile test. */
import { pageNamed } from "../lib/pages.ts";
import { ready } from "../lib/ready.ts";
import type { Visit } from "../lib/visit.ts";
import { CAMPAIGN } from "../matrix/content.ts";

let n = 0;

/** Opens the feed with a campaign post of an account not seen before. @param early runs before the page's own scripts. */
export async function openCampaignFeed(visit: Visit, post: object = {}, early?: string): Promise<void> {
  n++;
  await visit.open({ ...pageNamed("facebook", "hand_fb_feed_id").source, early });
  const fresh = { author: `Warga ${n}`, handle: `warga_luar_${n}`, text: CAMPAIGN, ...post };
  await visit.evaluate(`__setPost(0, ${JSON.stringify(fresh)})`);
  await ready(visit);
}

/** Opens the same feed, clicks the like and waits for the question. @throws Error where no question comes. */
export async function openWithQuestion(visit: Visit, post: object = {}, early?: string): Promise<void> {
  await openCampaignFeed(visit, post, early);
  await visit.click("S.posts[0].like");
  if (!(await visit.waitForQuestion())) throw new Error("the like of a campaign post was not asked about");
}
