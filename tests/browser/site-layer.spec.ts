/**
 * A site renames "Suka" and the adapter fails; a signed layer with the new word makes it work again on the open page.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Layer } from "../../src/engine/ruleset/schema/index.ts";
import { publisherKey, signed, tempFolder } from "./layers/contest.ts";
import { useOnlyLayer } from "./layers/in-force.ts";
import { confirm, pasteText, settingsPage, speakIndonesian } from "./layers/page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { outcome } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
  await speakIndonesian(visit);
});
afterAll(async () => {
  await visit?.close();
});

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const layer: Layer = {
  format: 1,
  kind: "layer",
  meta: {
    id: "dinas-wanasari",
    title: { id: "Label baru", en: "New label" },
    version: 1,
    publisher: "Dinas Wanasari",
    languages: ["id"],
    issued: day(-1),
    validUntil: day(90),
  },
  set: { sites: { facebook: { labels: { like: ["Gemari", "Suka", "Like"] } } } },
  off: {},
};

/** Fills and likes the first post; the site's renamed label stays. */
async function like(text: string): Promise<"held" | "passed"> {
  await visit.evaluate(`((S) => { const p = S.posts[0].post; __live.site.reset(p);
    __setPost(p, { author: "Warga Uji", handle: "warga_uji", text: ${JSON.stringify(text)} });
    const b = S.posts[0].like; b.setAttribute("aria-label", "Gemari"); b.dataset.live0 = "Gemari";
    b.querySelector("[data-ad-rendering-role]").textContent = "♥"; })(__slots)`);
  visit.resetCounts();
  await visit.click("S.posts[0].like");
  if (await outcome(visit)) {
    expect(visit.performed.length).toBe(0);
    await visit.press("Escape");
    return "held";
  }
  expect(await visit.settled(1)).toBe(1);
  return "passed";
}

test("a signed layer with a site's new label makes the open page hold again", async () => {
  await useOnlyLayer(visit);
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  await visit.evaluate("window.__still = true");
  await ready(visit);
  expect(await like(CAMPAIGN), "control: nobody knows the word").toBe("passed");

  const key = await publisherKey(tempFolder());
  const page = await settingsPage(visit);
  expect(await pasteText(page, await signed(layer, key))).toBe("confirm");
  expect(await confirm(page)).toBe("added");
  await page.close();
  await pause(500); // no signal says that the page has the new rules

  expect(await visit.evaluate("window.__still === true"), "the page was not loaded again").toBe(true);
  expect(await like(NEUTRAL)).toBe("passed");
  expect(await like(CAMPAIGN)).toBe("held");
});
