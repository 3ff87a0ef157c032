/** Class 29: a copy of the extension whose script on Facebook obeys the page, as after a hole in the browser. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localDay } from "../../src/domain/day.ts";
import { addDays } from "../../src/domain/week.ts";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { outcome } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, readStorage, writeStorage } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

/** Does in the script's world what a message of the page says, and answers by another. */
const OBEYS = `;addEventListener("message", async ({ data }) => {
  if (!data?.obey) return;
  const api = globalThis.browser?.runtime ? globalThis.browser : chrome;
  let at = api;
  const path = data.obey.split(".");
  const last = path.pop();
  for (const name of path) at = at?.[name];
  let said;
  try { said = { done: (await at[last](...data.with)) ?? null }; } catch (error) { said = { refused: String(error) }; }
  postMessage({ said: JSON.parse(JSON.stringify(said)) }, "*");
});`;

const TODAY = localDay(new Date());
const folder = mkdtempSync(join(tmpdir(), "taken-over-"));
let visit: Visit;
beforeAll(async () => {
  const extension = join(folder, "build");
  cpSync(builtExtension(BROWSER), extension, { recursive: true });
  appendFileSync(join(extension, "content-scripts/facebook.js"), OBEYS);
  visit = await launch(BROWSER, "extension", { extension });
  await visit.waitForRules();
});
afterAll(async () => {
  await visit?.close();
  rmSync(folder, { recursive: true, force: true });
});

const openFacebook = async () => {
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  await ready(visit);
};
/** Has the script on Facebook call this function of the browser. */
const obey = (call: string, ...given: unknown[]) =>
  visit.evaluate<{ done?: unknown; refused?: string }>(`new Promise((done) => {
    addEventListener("message", function hear({ data }) {
      if (data?.said) { removeEventListener("message", hear); done(data.said); } });
    postMessage(${JSON.stringify({ obey: call, with: given })}, "*"); })`);
const send = async (type: string, data: unknown) => {
  const { done } = await obey("runtime.sendMessage", { type, data });
  return done as { res?: unknown; err?: string } | null;
};

let n = 0;
async function isAskedOnX(): Promise<boolean> {
  await visit.open(pageNamed("x", "hand_x_home_id").source);
  const post = { author: "Warga", handle: `warga_lain_${++n}`, text: CAMPAIGN };
  await visit.evaluate(`__setPost(__slots.posts[0].post, ${JSON.stringify(post)})`);
  await ready(visit);
  await visit.click("S.posts[0].like");
  const shown = await outcome(visit);
  if (shown) await visit.answer("cancel");
  return Boolean(shown);
}
const entry = (more: object = {}) => ({
  entry: {
    holdId: crypto.randomUUID(),
    day: TODAY,
    rule: "R1",
    site: "facebook",
    action: "like",
    choice: "continued",
    ...more,
  },
  about: null,
});

test("control: its script obeys, and a campaign post on X is asked about", async () => {
  await openFacebook();
  expect(await obey("runtime.getManifest")).toMatchObject({ done: { manifest_version: 3 } });
  expect(await isAskedOnX()).toBe(true);
});

test("switches no site off and pauses none", async () => {
  await openFacebook();
  const sites = ["facebook", "x", "instagram", "tiktok"];
  await obey("storage.local.set", { settings: { off: sites }, pause: { until: null, sites } });
  await expect.poll(() => readStorage(visit, "pause")).toBeNull();
  expect(((await readStorage<{ off?: string[] } | null>(visit, "settings"))?.off ?? []).length).toBe(0);
  expect(await isAskedOnX()).toBe(true);
});

test("neither stops nor shortens the book", async () => {
  await openFacebook();
  const old = addDays(TODAY, -1);
  expect((await send("outcome", entry({ holdId: "lama", day: old })))?.res).toEqual({ recorded: true });
  await obey("storage.local.set", { profile: { journalEnabled: false, retention: 30 } });
  expect((await send("outcome", entry({ holdId: "baru" })))?.res).toEqual({ recorded: true });
  await expect.poll(() => readStorage(visit, "profile")).toBeNull();
  const kept = (await journalEntries<{ holdId: string }>(visit)).map(({ holdId }) => holdId);
  expect(kept).toEqual(expect.arrayContaining(["lama", "baru"]));
});

test("reads of the profile the office hours alone, and nothing of where and when accounts were silenced", async () => {
  const profile = {
    office: { days: [1], from: "08:00", to: "12:00", zone: "Asia/Jakarta" },
    pact: TODAY,
    retention: 30,
  };
  const origins = [{ host: "x.com", day: TODAY }];
  const silenced = { key: "a".repeat(64), tags: ["b".repeat(64)], origins };
  await writeStorage(visit, { profile, silenced, answeredWeek: "2026-11-23" });
  await openFacebook();
  const read = async () => (await obey("storage.local.get", null)).done as Record<string, unknown>;
  await expect.poll(async () => (await read()).profile).toEqual({ office: profile.office });
  await expect.poll(async () => (await read()).silenced).toEqual({ key: silenced.key, tags: silenced.tags });
  expect(JSON.stringify(await read())).not.toMatch(/pact|retention|origins|answeredWeek|2026-11-23/);
  expect(await readStorage(visit, "profile")).toEqual(profile);
  await visit.inExtension(`await drop(["profile", "silenced", "answeredWeek"]);`);
});

test("has no line of another site, day or rule stored, and not many of its own", async () => {
  await openFacebook();
  const before = (await journalEntries(visit)).length;
  for (const wrong of [{ site: "x" }, { day: "9999-12-31" }, { day: "1999-01-01" }, { rule: "COBLOS-2" }])
    expect((await send("outcome", entry(wrong)))?.res).toMatchObject({ recorded: false });
  expect((await journalEntries(visit)).length).toBe(before);
  for (let at = 0; at < 60; at++) await send("outcome", entry());
  expect((await journalEntries(visit)).length).toBeLessThan(before + 61);
});

test("has the background ask no address", async () => {
  await openFacebook();
  const url = "https://www.facebook.com/aturan.json";
  await obey("storage.local.set", { rulesFeed: { url, failures: 0, nextAttempt: 0 } });
  await visit.inExtension(`await api.alarms.create("ruleset-refresh", { when: Date.now() + 200 });`);
  await visit.endBackground();
  await openFacebook();
  await pause(2_000); // nothing may be asked for
  expect(visit.strayRequests.filter((one) => one.includes("aturan.json"))).toEqual([]);
  expect(await visit.inExtension(`return (await api.alarms.get("ruleset-refresh")) ?? null;`)).toBeNull();
});

test.each([
  ["change", { type: "reset" }],
  ["journalEntries", { last: 5 }],
  ["eraseEntries", { holdId: null }],
  ["rulesInfo", undefined],
  ["rulesAdd", { name: "own", text: "{}" }],
  ["rulesFollow", { url: "https://www.facebook.com/aturan.json" }],
  ["rulesDrop", "own"],
])("is refused %s", async (type, data) => {
  await openFacebook();
  expect((await send(type, data))?.err).toMatch(/refused/);
});

test("reaches neither the session's storage nor a database of the extension", async () => {
  await openFacebook();
  expect((await obey("storage.session.get", null)).done ?? {}).toEqual({});
  expect(JSON.stringify(await visit.evaluate("indexedDB.databases()"))).not.toMatch(/shared|rules|book/);
});
