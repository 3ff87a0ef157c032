/**
 * Reads question, mark and strip in their closed root through the accessibility tree. axe checks them in an open root:
 * ui.spec.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import { type Accessible, countInFirefox, treeInChromium } from "./lib/accessible.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { writeStorage } from "./lib/popup.ts";
import type { Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
  await writeStorage(visit, { settings: { language: "id" } });
});
afterAll(() => visit?.close());

const ANSWERS = ["Batal", "Tetap lanjutkan", "Bukan kampanye"];
const HEADLINE = "Ada ajakan memilih: “coblos nomor urut 2 Prabowo”";
const MARK = "Ada tanda kampanye: lihat alasannya";
const PARTY = { name: "Partai Gerindra", handle: "Gerindra", bio: "" };

async function strip(): Promise<void> {
  await visit.open(pageNamed("x", "hand_x_profile_id").source);
  await visit.evaluate(`__navigate("/Gerindra", ${JSON.stringify({ title: PARTY.name, profile: PARTY })})`);
}

describe.runIf(BROWSER === "chromium")("Chromium's accessibility tree", () => {
  const named = (tree: Accessible[], role: string) =>
    tree.filter((one) => one.role === role).map((one) => one.name);

  test("shows the question as a modal alertdialog with name, description and answers in order, and nothing else", async () => {
    await openCampaignFeed(visit);
    expect(named(await treeInChromium(visit), "button")).toContain("Suka");
    await visit.click("S.posts[0].like");
    await visit.waitForQuestion();
    const tree = await treeInChromium(visit);
    const at = tree.findIndex((one) => one.role === "alertdialog");
    const { name, description, properties } = tree[at]!;
    expect(name).toBe(HEADLINE);
    expect(description).toMatch(/^Menyukai ini dapat dinilai melanggar Aturan 1 \(dasar kuat\)/);
    expect(properties.modal).toBe(true);
    expect(named(tree, "button")).toEqual(ANSWERS);
    expect(named(tree, "DisclosureTriangle")).toEqual(["Mengapa?"]);
    expect(tree.filter((one) => one.properties.focused).map((one) => one.name)).toContain("Batal");
    expect(tree.slice(0, at).map((one) => one.role)).toEqual(["RootWebArea"]);
    expect(named(tree, "article")).toEqual([]);
  });

  test("shows the page again after Batal, with the focus where it was", async () => {
    await openCampaignFeed(visit);
    await visit.focus("S.posts[0].like");
    await visit.press("Enter");
    expect(await visit.waitForQuestion()).toBeDefined();
    await visit.answer("cancel", "keyboard");
    await expect.poll(() => visit.currentQuestion()).toBeUndefined();
    const tree = await treeInChromium(visit);
    expect(named(tree, "alertdialog")).toEqual([]);
    expect(
      tree.filter((one) => one.properties.focused && one.role === "button").map((one) => one.name),
    ).toEqual(["Suka"]);
  });

  test("shows the mark as a button that says what it is and whether it is open", async () => {
    await openWithQuestion(visit);
    await visit.answer("continue");
    await expect
      .poll(async () =>
        (await treeInChromium(visit))
          .filter((one) => one.name === MARK)
          .map((one) => [one.role, one.properties.expanded]),
      )
      .toEqual([["button", false]]);
  });

  test("shows the strip as a note with its reason and its button", async () => {
    await strip();
    await expect.poll(async () => named(await treeInChromium(visit), "note").length).toBe(1);
    const tree = await treeInChromium(visit);
    expect(named(tree, "button")).toEqual(expect.arrayContaining(["Lihat alasannya", "Tutup"]));
  });
});

describe.runIf(BROWSER === "firefox")("Firefox's accessibility tree", () => {
  const ours = (role: string, name?: string) =>
    countInFirefox(visit, "extension", name ? { role, name } : { role });

  test("shows the question as a named alertdialog with its answers and keeps the page's buttons out of reach", async () => {
    await openCampaignFeed(visit);
    expect(await countInFirefox(visit, "page", { role: "button", name: "Suka" })).toBeGreaterThan(0);
    await visit.click("S.posts[0].like");
    await visit.waitForQuestion();
    expect(await ours("alertdialog", HEADLINE)).toBe(1);
    for (const answer of ANSWERS) expect([answer, await ours("button", answer)]).toEqual([answer, 1]);
    expect(await ours("button")).toBe(ANSWERS.length);
    expect(await countInFirefox(visit, "page", { role: "button", name: "Suka" })).toBe(0);
  });

  test("names the mark and the strip", async () => {
    await openWithQuestion(visit);
    await visit.answer("continue");
    await expect.poll(() => ours("button", MARK)).toBe(1);
    await strip();
    await expect.poll(() => ours("note")).toBe(1);
    expect(await ours("button", "Lihat alasannya")).toBe(1);
  });
});
