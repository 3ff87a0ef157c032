import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { signingKey } from "../../../../src/engine/ruleset/layers/signature.ts";
import { signedFile } from "../../../../src/engine/ruleset/layers/signed-file.ts";
import { siteChangeKey } from "../../../../src/engine/ruleset/layers/site-overrides.ts";
import { writeLayer } from "../../../../src/engine/ruleset/layers/two-slot-store.ts";
import { readAgencyLayer } from "../../../../src/storage/agency-layer.ts";
import { dayFrom, inForce, layer, makeWorld, memoryStore, publisher, signedText } from "../world.ts";

const world = makeWorld();
const { rulesetLayers } = await import("../../../../src/background/rules/layer-manager.ts");
const { rulesInfo } = await import("../../../../src/background/rules/queries.ts");
const { stored } = await import("../../../../src/storage/items.ts");
const key = await publisher();
const other = await publisher("Dinas Lain");

let store = memoryStore();
let layers = rulesetLayers(store);
beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(world, { managed: {}, granted: true, asked: [], full: false });
  store = memoryStore();
  layers = rulesetLayers(store);
  await layers.ensure();
});

const codes = (added: Awaited<ReturnType<typeof layers.add>>) =>
  added.ok ? ("confirm" in added ? "confirm" : "ok") : added.errors.map((error) => error.code).join();
const put = async (version = 1, handle = "tim.karangan") =>
  layers.add("agency", await signedText(key, layer({ version }, handle)), key.fingerprint);

describe("in and out", () => {
  test("stores nothing before the fingerprint is confirmed, then applies the layer, then removes it", async () => {
    const text = await signedText(key);
    const before = await inForce();
    expect(before).not.toContain("tim.karangan");
    expect(await layers.add("agency", text)).toEqual({
      ok: true,
      confirm: key.fingerprint,
      publisher: "Dinas Karangan",
    });
    expect(codes(await layers.add("agency", text, other.fingerprint))).toBe("confirm");
    expect(await inForce()).toBe(before);
    expect(await layers.add("agency", text, key.fingerprint)).toEqual({ ok: true, changed: true });
    expect(await inForce()).toContain("tim.karangan");
    expect(await layers.add("agency", text)).toEqual({ ok: true, changed: false });
    await layers.drop("agency");
    expect(await inForce()).toBe(before);
  });

  test("compiles the same rules from the stored layers after a restart", async () => {
    await put();
    await fakeBrowser.storage.local.clear();
    const again = rulesetLayers(store);
    await again.ensure();
    expect(await inForce()).toContain("tim.karangan");
  });

  test("compiles the rules once when an installation follows the start", async () => {
    await fakeBrowser.storage.local.clear();
    await put();
    const written = vi.fn();
    fakeBrowser.storage.onChanged.addListener((changes) => void ("rules" in changes && written()));
    await layers.ensure(true);
    expect(written).not.toHaveBeenCalled();
    expect(await inForce()).toContain("tim.karangan");
    await layers.drop("agency");
    expect(written).toHaveBeenCalledOnce();
  });

  test("reports what changed", async () => {
    await put(1);
    await put(2, "tim.baru");
    const told = JSON.stringify(await stored.rulesChanges.getValue());
    expect(told).toContain("agency");
    expect(told).toMatch(/Tim Karangan|tim-karangan/);
  });
});

describe("a layer handed out in advance", () => {
  test("leaves the one in place in force until its first day, and then takes its place by itself", async () => {
    await put(1, "tim.lama");
    const said = await layers.add(
      "agency",
      await signedText(key, layer({ version: 2, validFrom: dayFrom(2) })),
    );
    expect(said).toEqual({ ok: true, changed: true });
    expect(await inForce()).toContain("tim.lama");
    const { layers: cards, accounts } = await rulesInfo(await layers.storedLayers(), null);
    expect(cards[1]).toMatchObject({ version: 2, validity: "starts", meanwhile: 1 });
    expect(accounts).toBeGreaterThan(0);
    vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000, toFake: ["Date"] });
    try {
      await layers.tick();
      expect(await inForce()).toContain("tim.karangan");
      expect(await inForce()).not.toContain("tim.lama");
      const later = await rulesInfo(await layers.storedLayers(), null);
      expect(later.layers[1]).toMatchObject({ version: 2, validity: undefined, meanwhile: undefined });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a new key", () => {
  test("does not count as another publisher where the policy still names the old one", async () => {
    const signing = async (one: typeof key) => signingKey({ ...one });
    await put(1);
    const moved = await signedFile(layer({ version: 2 }), await signing(other), await signing(key));
    expect(await layers.add("agency", moved)).toEqual({ ok: true, changed: true });
    world.managed = { rulesetKey: key.publicKey };
    /* By the old key, and older than what is in place: a publisher that starts anew would be let in with it. */
    expect(codes(await layers.add("agency", await signedText(key, layer({ version: 1 }))))).toBe(
      "old-version",
    );
  });
});

describe("what is compiled for pages", () => {
  test.each<[string, Record<string, unknown>]>([
    ["other rules", { rules: { compiled: 4 } }],
    ["other rules with a stamp", { rules: { compiled: 4 }, rules$: { sources: "x" } }],
    ["sites that are switched off", { sitesOff: ["x", "facebook"] }],
    ["other data of a site", { [siteChangeKey("x")]: { selectors: {} } }],
  ])("is compiled anew where somebody else wrote %s", async (_, written) => {
    await layers.ensure();
    const { local } = fakeBrowser.storage;
    const before = await local.get();
    await local.set(written);
    await layers.verify();
    expect(await local.get()).toEqual(before);
  });

  test("stays where nobody did, and where it is not known who wrote it", async () => {
    await layers.ensure();
    await layers.verify();
    const { local } = fakeBrowser.storage;
    await local.set({ sitesOff: ["x"] });
    await store.remove("compiledFingerprint");
    await layers.verify();
    expect(await local.get("sitesOff")).toEqual({ sitesOff: ["x"] });
  });
});

describe("a failure keeps the old rules", () => {
  const refusals: [string, () => Promise<string>, string][] = [
    ["a cut file", async () => (await signedText(key, layer({ version: 3 }))).slice(0, -40), "not-json"],
    [
      "a changed byte",
      async () => (await signedText(key, layer({ version: 3 }))).replace("tim.karangan", "tim.karangam"),
      "bad-signature",
    ],
    ["another key", async () => signedText(other, layer({ version: 3 })), "wrong-key"],
    ["an older version", async () => signedText(key, layer({ version: 1 })), "old-version"],
    [
      "the same version with other content",
      async () => signedText(key, layer({ version: 2 }, "lain")),
      "same-version",
    ],
    [
      "an expired one",
      async () => signedText(key, layer({ version: 3, validUntil: dayFrom(-1) })),
      "expired",
    ],
    ["no signature", async () => JSON.stringify(layer({ version: 3 })), "unsigned"],
    ["markup", async () => signedText(key, layer({ version: 3 }, "<b>tim")), "markup"],
  ];
  test.each(refusals)("%s", async (_, text, code) => {
    await put(2);
    const before = await inForce();
    const kept = structuredClone([...store.held]);
    const said = await layers.add("agency", await text());
    expect(codes(said).split(",")).toContain(code);
    expect(await inForce()).toBe(before);
    expect([...store.held]).toEqual(kept);
  });

  test("the store of sources fails: refused, and said so", async () => {
    await put();
    const before = await inForce();
    store.broken = true;
    expect(codes(await put(2, "tim.baru"))).toBe("not-kept");
    expect(await inForce()).toBe(before);
    store.broken = false;
    expect(codes(await put(2, "tim.baru"))).toBe("ok");
    expect(await inForce()).toContain("tim.baru");
  });

  test("the compiled rules cannot be written: refused, the layer of before is back", async () => {
    await put();
    const before = await inForce();
    world.full = true;
    const said = await put(2, "tim.baru");
    expect(said).toMatchObject({ ok: false, errors: [{ code: "not-kept", values: [/quota/i] }] });
    world.full = false;
    await layers.ensure();
    expect(await inForce()).toBe(before);
    expect((await layers.storedLayers()).agency?.layer.meta.version).toBe(1);
    expect(await stored.rulesProblem.getValue()).toBeNull();
  });

  test("killed between keeping and compiling: the next start finishes it", async () => {
    await put();
    const wider = memoryStore();
    const made = rulesetLayers(wider);
    await made.add("agency", await signedText(key, layer({ version: 2 }, "tim.baru")), key.fingerprint);
    const { agency } = await made.storedLayers();
    await layers.ensure(true);
    expect(await inForce()).toContain("tim.karangan");
    await writeLayer(store, "agency", agency!);
    await rulesetLayers(store).ensure();
    expect(await inForce()).toContain("tim.baru");
  });

  test("sources unreadable: old rules stay; without any, the bundle holds and the fault is told", async () => {
    await put();
    const before = await inForce();
    const broken = rulesetLayers({ ...store, get: () => Promise.reject(new Error("unreadable")) });
    await broken.ensure(true);
    expect(await inForce()).toBe(before);
    expect(await stored.rulesProblem.getValue()).toContain("unreadable");
    await fakeBrowser.storage.local.clear();
    await broken.ensure();
    expect(await inForce()).toContain("law");
    expect(await stored.rulesProblem.getValue()).toContain("unreadable");
  });

  test("skips an expired layer, and has the popup say that it ended, not that the rules failed", async () => {
    const text = await signedText(key, layer({ validUntil: dayFrom(0) }));
    await layers.add("agency", text, key.fingerprint);
    expect(await inForce()).toContain("tim.karangan");
    vi.useFakeTimers({ now: Date.now() + 3 * 86_400_000, toFake: ["Date"] });
    try {
      await layers.tick();
      expect(await inForce()).not.toContain("tim.karangan");
      expect(await stored.rulesProblem.getValue()).toBeNull();
      expect(readAgencyLayer(await stored.agencyLayer.getValue())).toMatchObject({
        publisher: "Dinas Karangan",
        version: 1,
        fingerprint: key.fingerprint,
      });
      const { layers: cards } = await rulesInfo(await layers.storedLayers(), null);
      expect(cards[1]).toMatchObject({ validity: "ended", broken: false });
    } finally {
      vi.useRealTimers();
    }
  });
});
