/**
 * Fading friction: after *Batal* one line at the control, after *Tetap lanjutkan* only a notice, for that day; evidence
 * that the user mostly overrides asks no more. Nothing of it stores a name.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EVIDENCE_KINDS } from "../../src/domain/evidence-schema.ts";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { outcome } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { readStorage, writeStorage } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

/** Waits until no answer is stored any more: a page's last record may still be on its way. */
async function atRest(): Promise<void> {
  for (let before = ""; ; await pause(400)) {
    const now = JSON.stringify([await readStorage(visit, "today"), await readStorage(visit, "feedback")]);
    if (now === before) return;
    before = now;
  }
}

const { roster } = JSON.parse(
  readFileSync(join(builtExtension(BROWSER), "rulesets/bundled.json"), "utf8"),
) as { roster: { accounts: { site: string; handle?: string; kind: string }[] } };
const LISTED = roster.accounts.find((a) => a.site === "x" && a.handle && a.kind === "volunteer")!.handle!;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});
beforeEach(async () => {
  await visit.inExtension(`await drop(["today", "feedback"]);`);
});

let n = 0;
const newHandle = () => `warga_gesekan_${++n}`;

/** Opens a page of X whose first post is this account's campaign post. */
async function openPostOf(handle: string, text = CAMPAIGN): Promise<void> {
  await visit.open(pageNamed("x", "hand_x_home_id").source);
  await visit.evaluate(
    `__setPost(__slots.posts[0].post, ${JSON.stringify({ author: "Warga", handle, text })})`,
  );
  await ready(visit);
}

const like = () => visit.click("S.posts[0].like");
const isBrief = (text: string) => !/Aturan|Rule/.test(text);

/** Likes and returns the question and its form, before it is answered. */
async function likeAndReadQuestion(): Promise<"no" | "in full" | "in brief"> {
  await like();
  const shown = await outcome(visit);
  if (!shown) return "no";
  return isBrief(shown.text) ? "in brief" : "in full";
}

describe("the friction of a day", () => {
  test("asks by one line at the control after Batal, also on a reloaded page, and Esc leaves the action undone", async () => {
    const handle = newHandle();
    await openPostOf(handle);
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("cancel");
    const at = await visit.pointOf("S.posts[0].like");
    expect(await likeAndReadQuestion()).toBe("in brief");
    const [first] = (await visit.currentQuestion())!.buttons;
    expect(Math.abs(first!.at.y - at.y)).toBeLessThan(200);
    await visit.answer("cancel", "keyboard");
    expect(await visit.settled(0)).toBe(0);
    await openPostOf(handle);
    expect(await likeAndReadQuestion()).toBe("in brief");
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
  });

  test("ignores a confirmation of the line before it was visible for 300 ms", async () => {
    await openPostOf(newHandle());
    await likeAndReadQuestion();
    await visit.answer("cancel");
    await like();
    const shown = (await visit.waitForQuestion())!;
    await visit.clickAt(shown.buttons.find((one) => /Tetap|Continue/.test(one.name))!.at);
    await pause(100); // nothing may happen
    /* A click that arrived late on a busy machine proves nothing; one that arrived in time had no effect. */
    if (await visit.currentQuestion()) expect(visit.performed).toHaveLength(0);
    else expect(await visit.settled(1)).toBe(1);
    await visit.press("Escape");
  });

  test("only notices the same account after Tetap lanjutkan and asks about others in full", async () => {
    const handle = newHandle();
    await openPostOf(handle);
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
    await openPostOf(handle, `${CAMPAIGN} Sekali lagi!`);
    expect(await likeAndReadQuestion()).toBe("no");
    expect(await visit.settled(1)).toBe(1);
    await openPostOf(newHandle());
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("cancel");
  });

  test("ends with the day and stores no account's name", async () => {
    const today = () => readStorage<{ day: string; continued: string[] }>(visit, "today");
    await atRest();
    await visit.inExtension(`await drop("today");`);
    const handle = newHandle();
    await openPostOf(handle);
    await likeAndReadQuestion();
    await visit.answer("continue");
    await visit.settled(1);
    await expect.poll(async () => (await today())?.continued.length).toBe(1);
    const stood = await today();
    expect(JSON.stringify(stood)).not.toContain(handle);
    for (const day of ["2001-01-01", "2099-01-01"]) {
      await atRest();
      await writeStorage(visit, { today: { ...stood, day } });
      await openPostOf(handle);
      expect([day, await likeAndReadQuestion()]).toEqual([day, "in full"]);
      await visit.press("Escape");
      await expect.poll(async () => (await today())?.day).not.toBe(day); // the toast has slid in
    }
  });
});

describe("feedback on evidence", () => {
  test("turns evidence that users mostly override into a notice and still asks about accounts of the ruleset", async () => {
    await atRest();
    await visit.inExtension(`await drop(["today", "feedback"]);`);
    await openPostOf(newHandle());
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("cancel");
    const counted = async () =>
      (await readStorage<{ counts: Record<string, number[]> }>(visit, "feedback"))?.counts;
    await expect.poll(async () => Object.values((await counted()) ?? {})).toEqual([[1, 0]]);
    const [kind] = Object.keys(await counted());
    await writeStorage(visit, { feedback: { counts: { [kind!]: [10, 5] } } });
    await openPostOf(newHandle());
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("continue");
    await visit.settled(1);
    await expect.poll(() => readStorage(visit, "feedback")).toMatchObject({ counts: { [kind!]: [11, 6] } });
    await openPostOf(newHandle());
    expect(await likeAndReadQuestion()).toBe("no");
    expect(await visit.settled(1)).toBe(1);
    /* All kinds of evidence, "account" included: an account of the ruleset is still asked about. */
    const all = Object.fromEntries(EVIDENCE_KINDS.map((one) => [one, [10, 10]]));
    await writeStorage(visit, { feedback: { counts: all } });
    await openPostOf(LISTED, "Selamat pagi");
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("cancel");
    expect((await readStorage<{ counts: object }>(visit, "feedback")).counts).toEqual(all);
  });
});

describe("a confirmed action", () => {
  /** Makes the page refuse scripted clicks, as some sites do. */
  const refusing = `addEventListener("click", (e) => { if (!e.isTrusted) e.stopImmediatePropagation(); }, true)`;
  const toastText = () =>
    visit.evaluate<boolean>(
      `!!document.documentElement.lastElementChild?.matches("div:not([class]):not([id])")`,
    );

  test("passes the user's next press once where the site refuses the replay, and the user is told", async () => {
    await openPostOf(newHandle());
    await visit.evaluate(refusing);
    expect(await likeAndReadQuestion()).toBe("in full");
    await visit.answer("continue");
    await expect.poll(toastText).toBe(true);
    expect(visit.performed).toHaveLength(0);
    await like();
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.currentQuestion()).toBeUndefined();
    expect(await visit.evaluate(`!!__slots.posts[0].post.querySelector("[data-testid=unlike]")`)).toBe(true);
  });

  test("control: is replayed once without a message where the site accepts it", async () => {
    await openPostOf(newHandle());
    await likeAndReadQuestion();
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
    await pause(900); // no further toast may come
    expect(visit.performed).toHaveLength(1);
  });

  test("is dropped where another post took the place meanwhile", async () => {
    await openPostOf(newHandle());
    await likeAndReadQuestion();
    await visit.evaluate(
      `__setPost(__slots.posts[0].post, ${JSON.stringify({ author: "Lain", handle: newHandle(), text: "Resep sayur asem hari ini" })})`,
    );
    await visit.answer("continue");
    expect(await visit.settled(1, 1_500)).toBe(0); // no question may come
  });
});
