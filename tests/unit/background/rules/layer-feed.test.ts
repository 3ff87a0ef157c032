import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { inForce, layer, makeWorld, memoryStore, publisher, signedText, URL_ } from "../world.ts";

const world = makeWorld();
const { rulesetLayers } = await import("../../../../src/background/rules/layer-manager.ts");
const { REFRESH_ALARM } = await import("../../../../src/background/rules/layer-feed.ts");
const { policyAttention } = await import("../../../../src/storage/policy-attention.ts");
const { rulesInfo } = await import("../../../../src/background/rules/queries.ts");
const key = await publisher();
const other = await publisher("Dinas Lain");

let store = memoryStore();
let layers = rulesetLayers(store);
let served = "";
const info = async () => rulesInfo(await layers.storedLayers(), await layers.feed());
const due = async () => {
  const feed = (await layers.feed()) as object;
  await store.set("feed", { ...feed, nextAttempt: 0 });
};

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(world, { managed: {}, granted: true, asked: [], full: false });
  served = await signedText(key);
  world.answer = (init) =>
    new Headers(init.headers).get("if-none-match") === `"${served.length}"`
      ? new Response(null, { status: 304 })
      : new Response(served, { headers: { etag: `"${served.length}"` } });
  store = memoryStore();
  layers = rulesetLayers(store);
  await layers.ensure();
});

describe("an address", () => {
  test("is asked for by nobody's writing into the storage that page scripts reach", async () => {
    await fakeBrowser.storage.local.set({ rulesFeed: { url: URL_, failures: 0, nextAttempt: 0 } });
    await layers.wake();
    await layers.tick();
    expect([world.asked, await layers.feed()]).toEqual([[], null]);
  });

  test("a default installation makes no request and sets no alarm", async () => {
    await layers.wake();
    await layers.tick();
    expect(world.asked).toEqual([]);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  test("is followed once confirmed: alarm, 304, next version", async () => {
    expect(await layers.follow(URL_)).toMatchObject({ confirm: key.fingerprint });
    expect((await info()).feed).toBeNull();
    expect(await layers.follow(URL_, key.fingerprint)).toEqual({ ok: true, changed: true });
    expect(await inForce()).toContain("tim.karangan");
    expect((await fakeBrowser.alarms.getAll()).map((alarm) => alarm.name)).toEqual([REFRESH_ALARM]);
    world.asked = [];
    await layers.tick();
    expect(world.asked).toEqual([]);
    /* The answer that waited for a confirmation left no ETag: the next look is whole, the one after it not. */
    await due();
    await layers.tick();
    await due();
    await layers.tick();
    expect(new Headers(world.asked[1]!.init.headers).get("if-none-match")).toBe(`"${served.length}"`);
    served = await signedText(key, layer({ version: 2 }, "tim.baru.lagi"));
    await due();
    await layers.tick();
    expect(await inForce()).toContain("tim.baru.lagi");
    for (const { url, init } of world.asked) {
      expect(url).toBe(URL_);
      expect(init).toMatchObject({ method: "GET", credentials: "omit", referrerPolicy: "no-referrer" });
    }
  });

  test("makes no request without the host's permission, and the page says what is needed", async () => {
    await layers.follow(URL_, key.fingerprint);
    world.granted = false;
    world.asked = [];
    await due();
    await layers.tick();
    await layers.wake();
    expect(await layers.follow(URL_)).toMatchObject({ ok: false });
    expect(world.asked).toEqual([]);
    expect((await info()).feed).toMatchObject({ url: URL_, pending: "permission" });
  });

  test("is refused without a request if it is http", async () => {
    const said = await layers.follow("http://aturan.dinas-karangan.example/dinas.json");
    expect(said).toMatchObject({ ok: false, errors: [{ code: "https" }] });
    expect(world.asked).toEqual([]);
  });

  test("keeps following the old address if a new one fails", async () => {
    await layers.follow(URL_, key.fingerprint);
    served = "<html>";
    expect(await layers.follow("https://lain.example/a.json")).toMatchObject({ ok: false });
    expect((await info()).feed).toMatchObject({ url: URL_ });
    expect((await info()).feedProblem).toBeNull();
  });

  test("keeps the layer and reports why a refresh failed", async () => {
    await layers.follow(URL_, key.fingerprint);
    const before = await inForce();
    served = (await signedText(key, layer({ version: 2 }))).slice(0, 300);
    await due();
    await layers.tick();
    expect(await inForce()).toBe(before);
    expect((await info()).feedProblem).toMatchObject({ refused: false, text: { id: /JSON/ } });
  });

  test("fetches a layer again as a whole if it could not be stored", async () => {
    await layers.follow(URL_, key.fingerprint);
    served = await signedText(key, layer({ version: 2 }, "tim.baru.lagi"));
    world.full = true;
    await due();
    await layers.tick();
    expect(await inForce()).not.toContain("tim.baru.lagi");
    world.full = false;
    await due();
    await layers.tick();
    expect(await inForce()).toContain("tim.baru.lagi");
  });

  test("is no longer followed once its layer is removed", async () => {
    await layers.follow(URL_, key.fingerprint);
    await layers.drop("agency");
    world.asked = [];
    await layers.wake();
    await layers.tick();
    expect(world.asked).toEqual([]);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    expect(await inForce()).not.toContain("tim.karangan");
  });
});

describe("a policy", () => {
  test("inline with the key: in force at once, without a request", async () => {
    world.managed = { rulesetInline: served, rulesetKey: key.publicKey };
    await layers.wake();
    expect(await inForce()).toContain("tim.karangan");
    expect(world.asked).toEqual([]);
  });

  test("inline by another key than the policy's: refused and told", async () => {
    world.managed = { rulesetInline: served, rulesetKey: other.publicKey };
    const before = await inForce();
    await layers.wake();
    expect(await inForce()).toBe(before);
    expect((await info()).feedProblem).toMatchObject({ refused: true, from: "rules" });
    expect((await info()).feedProblem?.text).toMatchObject({ id: /kunci lain/, en: /another key/ });
    expect(await policyAttention()).toMatchObject({ kind: "refused" });
  });

  test("an unknown value is refused with its name", async () => {
    world.managed = { rulesetUrI: URL_ };
    await layers.wake();
    expect((await info()).feedProblem).toMatchObject({ refused: true, text: { id: /rulesetUrI/ } });
    expect(await policyAttention()).toMatchObject({ kind: "refused" });
    /* Mended, and taken away. */
    world.managed = { rulesetUrl: URL_, rulesetKey: key.publicKey };
    await layers.wake();
    expect([(await info()).feedProblem, await policyAttention()]).toEqual([null, undefined]);
    world.managed = { rulesetUrI: URL_ };
    await layers.wake();
    world.managed = {};
    await layers.wake();
    expect((await info()).feedProblem).toBeNull();
  });

  test("an address with the key: loaded without a question, refreshed after a restart", async () => {
    world.managed = { rulesetUrl: URL_, rulesetKey: key.publicKey };
    await layers.wake();
    /* A policy reaches all machines at once: none asks at once. */
    expect(world.asked).toEqual([]);
    await due();
    await layers.tick();
    expect(await inForce()).toContain("tim.karangan");
    expect((await info()).feed).toMatchObject({ url: URL_ });
    await fakeBrowser.alarms.clearAll();
    await rulesetLayers(store).wake();
    expect((await fakeBrowser.alarms.getAll()).length).toBe(1);
    expect(world.asked.length).toBe(1);
  });

  test("an address without permission or without a key waits for the user", async () => {
    world.managed = { rulesetUrl: URL_ };
    world.granted = false;
    await layers.wake();
    expect((await info()).feed).toMatchObject({ pending: "permission" });
    expect(await policyAttention()).toEqual({
      kind: "waits",
      host: "aturan.dinas-karangan.example",
      origin: "https://aturan.dinas-karangan.example/*",
    });
    expect(world.asked).toEqual([]);
    /* At once: the user who grants it has waited long enough. */
    world.granted = true;
    await layers.granted();
    expect(world.asked.length).toBe(1);
    expect((await info()).feed).toMatchObject({ pending: "confirm" });
    expect(await policyAttention()).toEqual({ kind: "confirm" });
    expect(await layers.follow(URL_, key.fingerprint)).toEqual({ ok: true, changed: true });
    expect((await info()).feed?.pending).toBeUndefined();
    expect(await policyAttention()).toBeUndefined();
    await layers.granted();
    expect(world.asked.length).toBe(2);
  });

  test("never has the popup ask for a host that a content script wrote into the shared storage", async () => {
    world.granted = false;
    await fakeBrowser.storage.local.set({ rulesetUrl: URL_, rulesFeedProblem: { url: URL_ } });
    expect(await policyAttention()).toBeUndefined();
  });

  test("names another publisher than the one in place: the policy is right, also against the user's hand", async () => {
    await layers.add(
      "agency",
      await signedText(other, layer({ id: "lain", version: 9 }, "tim.lain")),
      other.fingerprint,
    );
    world.managed = { rulesetInline: served, rulesetKey: key.publicKey };
    await layers.wake();
    expect(await inForce()).toContain("tim.karangan");
    expect(await inForce()).not.toContain("tim.lain");
    const said = await layers.add("agency", await signedText(other), other.fingerprint, true);
    expect(said).toMatchObject({ ok: false, errors: [{ code: "wrong-key" }] });
  });
});
