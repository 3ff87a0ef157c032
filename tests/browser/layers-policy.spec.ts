/** A ruleset layer by browser policy: in force at once in Chromium, after a restart in Firefox, without a click. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublisherKey } from "../../src/engine/ruleset/layers/signature.ts";
import { CALL, type Issue, publish, publisherKey, tempFolder } from "./layers/contest.ts";
import { isLikeHeld, settingsPage, speakIndonesian, textOf, waitUntilTrue } from "./layers/page.ts";
import { type PolicyPlace, policyPlace } from "./layers/policy.ts";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { pause, type Visit } from "./lib/visit.ts";

const folder = tempFolder();
const place: PolicyPlace | string = await policyPlace(BROWSER, folder);
if (typeof place === "string") console.log(`layers by policy: skipped in ${BROWSER}: ${place}`);

let key: PublisherKey;
let issue: Issue;
let visit: Visit;
let tries = 0;
beforeAll(async () => {
  if (typeof place === "string") return;
  key = await publisherKey(folder);
  issue = await publish(folder, 4);
  visit = await start();
});
afterAll(async () => {
  await visit?.close();
  if (typeof place !== "string") place.restore();
});

/* A copy has an id of its own: Chromium's policy applies to the whole machine, and other tests run beside this one. */
const extension = join(folder, "build");

async function start(): Promise<Visit> {
  cpSync(builtExtension(BROWSER), extension, { recursive: true });
  const made = await launch(BROWSER, "extension", { extension });
  await made.waitForRules();
  await speakIndonesian(made);
  return made;
}

/** Waits until the agency layer of this version is in force. */
async function waitForLayer(version: number): Promise<void> {
  const until = Date.now() + 45_000;
  for (;;) {
    const page = await settingsPage(visit);
    const text = await textOf(page, "main");
    await page.close();
    if (new RegExp(`Instansi · [^]*Versi ${version}\\b`).test(text)) return;
    if (Date.now() > until) throw new Error(`no layer by policy: ${text}`);
    await pause(1_000);
  }
}

test.skipIf(typeof place === "string")(
  "the layer of a policy is in force without a click by the user",
  { timeout: 240_000 },
  async () => {
    const { write, restart } = place as PolicyPlace;
    if (tries++) {
      write(visit.extensionId, {});
      await visit.close();
      visit = await start();
    }
    expect(await isLikeHeld(visit, CALL)).toBe(false);
    write(visit.extensionId, { rulesetInline: issue.text, rulesetKey: key.publicKey });
    if (restart) {
      await visit.close();
      visit = await start();
    }
    await waitForLayer(4);
    expect(await isLikeHeld(visit, CALL)).toBe(true);
    const page = await settingsPage(visit);
    await waitUntilTrue(
      page,
      `document.querySelector("[data-layer=agency]")?.innerText.includes(${JSON.stringify(key.fingerprint)})`,
    );
    await page.close();
    /* A fingerprint where the key belongs, and an address that waits for the user: popup and badge say so. */
    const set = async (values: Record<string, unknown>) => {
      write(visit.extensionId, values);
      if (!restart) return;
      await visit.close();
      visit = await start();
    };
    const popupSays = async (words: RegExp) => {
      const popup = await visit.extensionPage("popup.html", { width: 376, height: 600 });
      await expect.poll(() => textOf(popup, "main"), { timeout: 30_000 }).toMatch(words);
      await popup.close();
      expect(await visit.inExtension<string>(`return api.action.getBadgeText({});`)).toBe("!");
    };
    await set({ rulesetKey: key.fingerprint });
    await popupSays(/Aturan instansi ditolak[\s\S]*rulesetKey/);
    await set({ rulesetUrl: "https://aturan.contoh.example/dinas.json" });
    await popupSays(/izin Anda untuk aturan\.contoh\.example[\s\S]*Izinkan/);
    expect(visit.foreignHosts()).toEqual([]);
  },
);
