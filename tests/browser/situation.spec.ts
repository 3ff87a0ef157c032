/**
 * The situation of a text: the unfolded reasons name it, and an account that calls to vote again and again while a
 * contest runs is asked about.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shippedModel } from "../../scripts/model/load-engine.ts";
import { addRoster } from "../../scripts/model/roster-file.ts";
import { localDay } from "../../src/domain/day.ts";
import { addDays } from "../../src/domain/week.ts";
import { compileRuleset } from "../../src/engine/ruleset/compile/index.ts";
import { packCompiled } from "../../src/engine/ruleset/compile/pack.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { outcome } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { writeStorage } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import type { Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

const bundled = JSON.parse(
  readFileSync(join(builtExtension(BROWSER), "rulesets/bundled.json"), "utf8"),
) as Ruleset;
const TODAY = localDay(new Date());
/** An invented contest that is running today. */
const running = addRoster(bundled, {
  paslon: [
    {
      jenis: "bupati",
      kontes: "rimbaraya",
      wilayah: "Kabupaten Rimbaraya",
      mulai: addDays(TODAY, -30),
      pemungutan: addDays(TODAY, 30),
      nomor: 2,
      calon: "Ir. Bratasena Wijayalaga",
      wakil: "Wulantika Pramesti, S.Pd.",
      sebutan: "BERTIKA",
    },
  ],
});
const CALLS = [
  "Ayo coblos nomor 2, Bratasena Wijayalaga!",
  "Menangkan Bratasena Wulantika, jangan lupa coblos nomor 2",
  "Pilih nomor urut 2 Bratasena Wijayalaga untuk Rimbaraya",
];
const EVERYDAY = "Sarapan bubur ayam dulu sebelum berangkat";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});
beforeEach(async () => {
  await visit.inExtension(`await drop(["today", "feedback"]);
    await api.storage.session.remove("seenAccounts x");`);
});

let n = 0;
const newHandle = () => `warga_keadaan_${++n}`;

async function openPostOf(handle: string, text: string): Promise<void> {
  await visit.open(pageNamed("x", "hand_x_home_id").source);
  await visit.evaluate(
    `__setPost(__slots.posts[0].post, ${JSON.stringify({ author: "Warga", handle, text })})`,
  );
  await ready(visit);
}
const isAsked = async (): Promise<boolean> => {
  await visit.click("S.posts[0].like");
  const shown = await outcome(visit);
  if (shown) await visit.answer("cancel");
  return shown !== undefined && shown !== null;
};
/** Accounts counted by the background, with the number of posts of each. */
const countedAccounts = () =>
  visit.inExtension<number[]>(
    `return ((await api.storage.session.get("seenAccounts x"))["seenAccounts x"]?.accounts ?? []).map((one) => one.length - 1);`,
  );

test("Mengapa? names the contest and says that it is over", async () => {
  await openPostOf(newHandle(), CAMPAIGN);
  await visit.click("S.posts[0].like");
  await visit.waitForQuestion();
  for (const key of ["Tab", "Tab", "Tab", "Enter"]) await visit.press(key);
  await expect
    .poll(async () => (await visit.currentQuestion())?.text)
    .toMatch(/Pemilihan Presiden 2024 sudah selesai|election is over: Pemilihan Presiden 2024/);
  await visit.press("Escape");
});

describe("a running contest", () => {
  beforeAll(async () => {
    await writeStorage(visit, { rules: packCompiled(compileRuleset(running, { model: shippedModel() })) });
  });

  test("has an account that called to vote in three posts asked about whatever it writes next", async () => {
    const handle = newHandle();
    for (const [at, text] of CALLS.entries()) {
      await openPostOf(handle, EVERYDAY);
      expect([at, await isAsked()]).toEqual([at, false]);
      await openPostOf(handle, text);
      await expect.poll(countedAccounts).toEqual([at + 1]);
      await openPostOf(handle, text);
    }
    await openPostOf(handle, EVERYDAY);
    await expect.poll(isAsked).toBe(true);
    await openPostOf(newHandle(), EVERYDAY);
    expect(await isAsked()).toBe(false);
    const kept = await visit.inExtension<string>(
      `return JSON.stringify([await api.storage.session.get("seenAccounts x"), await api.storage.local.get("seenAccounts x")]);`,
    );
    expect(kept).not.toContain(handle);
    expect(kept).toMatch(/,\{\}\]$/);
  });
});
