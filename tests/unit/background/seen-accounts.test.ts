/** The one writer of what was seen of accounts: memory of the session, nothing of private windows, forgotten at once. */
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { SITE_IDS } from "../../../src/domain/sites.ts";

type Handler = (message: { data: unknown; sender: object }) => Promise<{ key: string; campaign: string[] }>;
let hear: Handler;
vi.mock("../../../src/messaging/messages.ts", () => ({
  onMessage: (_: string, handler: Handler) => {
    hear = handler;
  },
}));
vi.stubGlobal("browser", { ...fakeBrowser, runtime: { ...fakeBrowser.runtime, id: "uji" } });
const { startSeenAccounts } = await import("../../../src/background/seen-accounts.ts");
const sender = (incognito = false) => ({ id: "uji", url: "https://x.com/", tab: { id: 1, incognito } });
const hex = (n: number): string => n.toString(16).padStart(64, "0");

let forget: () => Promise<void>;
beforeEach(() => {
  fakeBrowser.reset();
  forget = startSeenAccounts();
});
const list = () => hear({ data: null, sender: sender() });
async function see(post: number, { incognito = false, key = "" } = {}) {
  const now = key || (await list()).key;
  return hear({ data: { key: now, account: hex(1), post: hex(post) }, sender: sender(incognito) });
}

it("counts simultaneous posts once each, and stores them in the session's memory only", async () => {
  await list();
  await Promise.all([7, 8, 8, 7].map((post) => see(post)));
  expect((await list()).campaign).toEqual([]);
  await see(9);
  expect((await list()).campaign).toEqual([hex(1)]);
  expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(
    SITE_IDS.map((site) => `seenAccounts ${site}`),
  );
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

it("neither tells nor changes on one site what was seen on another", async () => {
  for (const post of [7, 8, 9]) await see(post);
  const elsewhere = { ...sender(), url: "https://www.facebook.com/" };
  const there = await hear({ data: null, sender: elsewhere });
  expect([there.campaign, there.key === (await list()).key]).toEqual([[], false]);
  const { key } = await list();
  for (const post of [7, 8, 9])
    await hear({ data: { key, account: hex(2), post: hex(post) }, sender: elsewhere });
  expect((await list()).campaign).toEqual([hex(1)]);
});

it("counts nothing from a private window", async () => {
  for (const post of [7, 8, 9]) await see(post, { incognito: true });
  expect((await list()).campaign).toEqual([]);
});

it("deletes everything with its key, and does not count a post under the old key", async () => {
  const { key } = await list();
  for (const post of [7, 8, 9]) await see(post);
  await forget();
  const next = await list();
  expect([next.campaign, next.key === key]).toEqual([[], false]);
  for (const post of [7, 8, 9]) await see(post, { key });
  expect((await list()).campaign).toEqual([]);
});

it("refuses what is no tag, and every sender but our script in a guarded page", async () => {
  const post = { key: hex(1), account: "x:handle:warga", post: hex(3) };
  await expect(async () => hear({ data: post, sender: sender() })).rejects.toThrow();
  await expect(async () => hear({ data: null, sender: { ...sender(), id: "lain" } })).rejects.toThrow();
});
