/** A changed label in a signed layer reaches a running adapter without a rebuild. */
import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { compileRuleset } from "../../../src/engine/ruleset/compile/index.ts";
import { compose } from "../../../src/engine/ruleset/layers/compose.ts";
import { mergeSite, siteChangeKey, siteChanges } from "../../../src/engine/ruleset/layers/site-overrides.ts";
import type { Layer, SiteChange } from "../../../src/engine/ruleset/schema/index.ts";
import { facebook } from "../../../src/sites/facebook/adapter.ts";
import { facebookData } from "../../../src/sites/facebook/reader.ts";
import { makeLiveAdapter } from "../../../src/sites/shared/live-adapter.ts";
import { changedData } from "../../../src/sites/shared/site-change.ts";
import { layer, makeWorld, memoryStore, publisher, signedText, TODAY } from "../background/world.ts";
import { bundled } from "../engine/ruleset/bundled.ts";
import { documentOf, pageFile } from "./page.ts";

makeWorld();
const { rulesetLayers } = await import("../../../src/background/rules/layer-manager.ts");
const key = await publisher();

const NEW_WORD = [...(facebookData.labels.like ?? []), "Gemari"];
const saying = (facebookChange: SiteChange, version = 1): Layer => ({
  ...layer({ version }),
  set: { sites: { facebook: facebookChange } },
});
const stored = async () =>
  (await fakeBrowser.storage.local.get(siteChangeKey("facebook")))[siteChangeKey("facebook")];

/** A page whose like button has a label that the bundled data lack. */
function renamed() {
  const doc = documentOf(pageFile("facebook/hand_fb_feed_id.html"), "https://www.facebook.com/");
  const button = [...doc.querySelectorAll("[aria-label]")].find(
    (el) => el.getAttribute("aria-label") === "Suka",
  )!;
  button.setAttribute("aria-label", "Gemari");
  button.querySelector("[data-ad-rendering-role]")!.textContent = "♥";
  const live = makeLiveAdapter(doc, facebook, facebookData);
  return { button, ...live, applyOverrides: (change: unknown) => live.applyOverrides(change, changedData) };
}

describe("a label changed by a layer", () => {
  let layers = rulesetLayers(memoryStore());
  beforeEach(async () => {
    fakeBrowser.reset();
    layers = rulesetLayers(memoryStore());
    await layers.ensure();
  });

  it("makes the adapter work again, until the layer is removed", async () => {
    const { site, applyOverrides, button } = renamed();
    expect(applyOverrides(await stored())).toBe(false);
    expect(site.press(button)).toBeNull();
    const text = await signedText(key, saying({ labels: { like: NEW_WORD } }));
    expect(await layers.add("agency", text, key.fingerprint)).toMatchObject({ ok: true });
    expect(applyOverrides(await stored())).toBe(true);
    expect(site.press(button)?.action).toBe("like");
    expect(applyOverrides(await stored()), "the same again changes nothing").toBe(false);
    await layers.drop("agency");
    expect(await stored()).toBeUndefined();
    expect(applyOverrides(await stored())).toBe(true);
    expect(site.press(button)).toBeNull();
  });

  it("does not reach other sites, and a default install stores nothing", async () => {
    const keys = async () => Object.keys(await fakeBrowser.storage.local.get(null));
    expect((await keys()).filter((name) => name.startsWith("site."))).toEqual([]);
    await layers.add(
      "agency",
      await signedText(key, saying({ labels: { like: NEW_WORD } })),
      key.fingerprint,
    );
    expect((await keys()).filter((name) => name.startsWith("site."))).toEqual(["site.facebook"]);
    expect(await stored()).toEqual({ selectors: {}, labels: { like: NEW_WORD } });
  });

  it("is refused without a signature", async () => {
    const plain = JSON.stringify(saying({ labels: { like: NEW_WORD } }));
    const added = await layers.add("own", plain);
    expect(added.ok).toBe(false);
    expect(await stored()).toBeUndefined();
  });
});

describe("merging by role", () => {
  const at = (change: SiteChange) => compose(bundled(), { agency: saying(change) }, TODAY).ruleset;

  it("replaces the list of a role and keeps the rest", () => {
    const made = at({ selectors: { post: ["article"] } }).sites!.facebook!;
    expect(made.selectors.post).toEqual(["article"]);
    expect(made.selectors.author).toEqual(facebookData.selectors.author);
    expect(made.labels).toEqual(facebookData.labels);
    expect(made.hosts).toEqual(facebookData.hosts);
  });

  it("stores only differences, and an equal list is no difference", () => {
    const same = { labels: { like: facebookData.labels.like! } };
    expect(siteChanges(bundled(), at(same)).size).toBe(0);
    expect(siteChanges(bundled(), at({ labels: { baru: ["Kata"] } })).get("facebook")).toEqual({
      selectors: {},
      labels: { baru: ["Kata"] },
    });
  });

  it("combines two layers, the user's own one last", () => {
    const own = saying({ labels: { follow: ["Turuti"] } });
    const made = compose(
      bundled(),
      { agency: saying({ labels: { like: ["Gemari"], follow: ["X"] } }), own },
      TODAY,
    );
    expect(made.ruleset.sites?.facebook?.labels).toMatchObject({ like: ["Gemari"], follow: ["Turuti"] });
    expect(mergeSite(undefined, { labels: { a: ["b"] } })).toEqual({
      hosts: [],
      selectors: {},
      labels: { a: ["b"] },
    });
  });

  it("puts site data into the bundle, but not into a page's rules", () => {
    expect(bundled().sites?.facebook).toEqual(facebookData);
    expect(JSON.stringify(compileRuleset(bundled()).law)).not.toContain("data-ad-rendering-role");
  });
});

describe("stored data that cannot be used", () => {
  it.each([
    ["text", "object"],
    [{ labels: { like: "Suka" } }, "labels.like: list of texts"],
    [{ selectors: { post: ["div["] } }, "selectors.post"],
  ])("are refused as %j, and the bundled data stay in force", (change, fault) => {
    const { site, applyOverrides } = renamed();
    expect(applyOverrides(change)).toBe(fault);
    expect(applyOverrides(change), "and stays refused").toBe(fault);
    expect(site.posts().length).toBe(3);
  });
});
