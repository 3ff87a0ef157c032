/** Classes 6, 7 and 8: hostile names, a page with poisoned built-ins, spoofed messages. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, popupText } from "./lib/popup.ts";
import { armed, ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const NAMES: Record<string, string> = {
  "markup that runs": `<img src=x onerror="window.owned=1"><script>window.owned=1</script>`,
  "controls that turn the text around": "\u202Eatad gnasap\u2066 Warga \u200B\u200D\uFEFF",
  "100,000 characters": "Warga ".repeat(16_667),
};

describe("class 6: an account's name", () => {
  test.each(Object.entries(NAMES))(
    "is shown as text in the question and leaves no trace after Batal where it contains %s",
    async (_, author) => {
      await openWithQuestion(visit, { author, text: `${CAMPAIGN} ${author.slice(0, 200)}` });
      const shown = (await visit.currentQuestion())!;
      expect(shown.buttons.length).toBeGreaterThanOrEqual(3);
      expect(shown.text.length).toBeLessThan(5_000);
      expect(await visit.evaluate("typeof window.owned")).toBe("undefined");
      await visit.answer("cancel");
      expect(await visit.settled(0)).toBe(0);
      expect(visit.strayRequests.filter((url) => url.endsWith("/x"))).toEqual([]);
    },
  );
});

test("class 6: the popup shows an account's name as text", async () => {
  await visit.open(pageNamed("x", "hand_x_profile_id").source);
  const name = `Relawan Prabowo Gibran ${NAMES["markup that runs"]}`;
  const profile = { name, handle: "relawan_pg_uji", bio: "Ayo coblos nomor urut 2 Prabowo Gibran!" };
  await visit.evaluate(`__navigate("/relawan_pg_uji", ${JSON.stringify({ title: name, profile })})`);
  await ready(visit);
  /* A popup asks once, so only a later popup shows the account that has appeared on the page. */
  await expect.poll(() => popupText(visit, /<img src=x/, 500)).toContain("<img src=x");
  const popup = await visit.popup();
  try {
    await expect.poll(() => popup.evaluate<string>("document.body.innerText")).toContain("<img src=x");
    /* The head's own icon is the one picture of a popup. */
    expect(await popup.evaluate(`document.querySelectorAll("img:not(h1 > img), main script").length`)).toBe(
      0,
    );
    expect(await popup.evaluate("typeof window.owned")).toBe("undefined");
  } finally {
    await popup.close();
  }
});

/** Turns parts of the page's own world against every script that uses them. */
const POISON = `for (const key of ["get", "set", "value", "writable", "level", "problem", "constructor", "type"])
  Object.defineProperty(Object.prototype, "polluted_" + key, { value: "x", configurable: true, enumerable: true });
  Object.prototype.level = "clear"; Object.prototype.paused = "site"; Object.prototype.silenced = true;`;
const LATE = `Array.prototype.some = () => false; JSON.parse = () => ({});
  Promise.prototype.then = () => undefined; Reflect.apply = () => undefined; HTMLDialogElement.prototype.showModal = () => {};
  Event.prototype.stopImmediatePropagation = () => {}; Event.prototype.preventDefault = () => {};
  Object.defineProperty(Event.prototype, "isTrusted", { get: () => true, configurable: true });`;

describe("class 7: a page with poisoned built-ins", () => {
  test("does not prevent the hold by prototypes poisoned before any other script, and Batal leaves no trace", async () => {
    await openWithQuestion(visit, {}, POISON);
    await visit.answer("cancel");
    expect(await visit.settled(0)).toBe(0);
  });
  test("neither closes nor confirms the open question by replaced built-ins and forged clicks", async () => {
    await openWithQuestion(visit);
    await armed(visit);
    const at = JSON.stringify((await visit.currentQuestion())!.buttons.map((button) => button.at));
    await visit.evaluate(`(() => { ${LATE} for (const { x, y } of ${at}) document.elementFromPoint(x, y)?.dispatchEvent(
      new MouseEvent("click", { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 })); })()`);
    expect(await visit.currentQuestion()).toBeDefined();
    expect(visit.performed).toEqual([]);
    await visit.press("Escape");
  });
});

describe("class 8: spoofed messages", () => {
  const entry = {
    holdId: "palsu-1",
    day: "2026-11-22",
    rule: "R1",
    site: "facebook",
    action: "like",
    choice: "continued",
  };
  const sent = (type: string, data: unknown) =>
    visit.inExtension(`return await api.runtime.sendMessage(${JSON.stringify({ id: 7, type, data, timestamp: 1 })})
      .then((v) => JSON.stringify(v ?? null), (e) => "refused " + e);`);

  test("do not reach the extension from a page, and messages to the window change nothing", async () => {
    await openWithQuestion(visit);
    const before = (await journalEntries(visit)).length;
    const reached =
      await visit.evaluate<boolean>(`(() => { const all = ${JSON.stringify(["outcome", "eraseEntries", "state", "rulesDrop"])};
      for (const type of all) postMessage({ id: 1, type, data: ${JSON.stringify(entry)}, timestamp: 1 }, "*");
      try { chrome.runtime.sendMessage(${JSON.stringify(visit.extensionId)}, { type: "eraseEntries", data: { holdId: null } }); return true; } catch { return false; } })()`);
    expect(reached).toBe(false);
    await pause(300); // no line may come
    expect((await journalEntries(visit)).length).toBe(before);
    expect(await visit.currentQuestion()).toBeDefined();
    await visit.press("Escape");
    await expect.poll(async () => (await journalEntries(visit)).length).toBe(before + 1);
  });
  test("are refused where a sender that is no guarded page sends an entry of the journal", async () => {
    const before = (await journalEntries(visit)).length;
    expect(await sent("outcome", { entry, about: null })).toMatch(/refused|err/i);
    expect((await journalEntries(visit)).length).toBe(before);
  });
  test.each([
    ["journalEntries", { last: 1e9 }],
    ["journalEntries", { last: "all", __proto__: null, more: 1 }],
    ["eraseEntries", { holdId: "x".repeat(1_000_000) }],
    ["eraseEntries", {}],
    ["rulesAdd", { name: "bundled", text: "{}" }],
    ["rulesFind", { words: "x".repeat(100_000) }],
  ])("are refused where %s carries the wrong data", async (type, data) => {
    expect(await sent(type, data)).toMatch(/refused|err/i);
  });
});
