/** With a list of suggestions open Enter chooses; a page cannot have a real sending pass for that. */
import { describe, expect, it } from "vitest";
import { SENT_WITHIN_MS } from "../../../../src/guard/input/keyboard.ts";
import { oneControl } from "../one-control.ts";
import { placeAt } from "../page.ts";
import { BROWSER } from "../user.ts";

describe("Enter in an editor", () => {
  /** An editor with words in it, and an option of a list so far below it. */
  async function write(says: Record<string, string>, option: Record<string, string> = {}, below = 10) {
    const one = await oneControl();
    const { page, control: editor, key, intent, judge, user, keys } = one;
    const list = page.add("div");
    list.setAttribute("role", "listbox");
    list.id = "suggestions";
    const suggestion = page.add("div", [0, 340 + below, 100, 20], list);
    suggestion.setAttribute("role", "option");
    suggestion.id = "option-1";
    for (const [name, value] of Object.entries(option)) suggestion.setAttribute(name, value);
    editor.contentEditable = "true";
    for (const [name, value] of Object.entries(says)) editor.setAttribute(name, value);
    editor.textContent = "Ayo @rel";
    editor.focus();
    key.mockReturnValue(intent);
    const enter = async (...held: string[]) => {
      judge.mockClear();
      await user.key("Enter", ...held);
      /* Of Enter alone: whatever key comes is the site's to send with here. */
      return judge.mock.calls.filter(([, event]) => (event as KeyboardEvent).key === "Enter").length;
    };
    /** An Enter that no driver can press. */
    const pressed = (init: KeyboardEventInit) => {
      page.ledger.dispatchAsUser(
        editor,
        new page.view.KeyboardEvent("keydown", { bubbles: true, ...init, key: "Enter" }),
      );
    };
    return { ...one, keys, editor, suggestion, enter, pressed };
  }
  const CHOSEN = { "aria-selected": "true" };

  it.each([
    ["marked by itself", {}, CHOSEN],
    ["named by the editor", { "aria-activedescendant": "option-1" }, {}],
    [
      "of a list that the editor calls open",
      { "aria-expanded": "true", "aria-controls": "x suggestions" },
      {},
    ],
    ["of a list that it owns", { "aria-expanded": "true", "aria-owns": "suggestions" }, {}],
  ])("chooses an option that is seen: %s", async (_, says, option) => {
    expect(await (await write(says, option)).enter()).toBe(0);
  });
  it.each([
    ["nothing is marked", {}, {}, 10],
    ["the list is called closed", { "aria-expanded": "false", "aria-controls": "suggestions" }, {}, 10],
    ["the editor names one that is not there (X does always)", { "aria-activedescendant": "gone" }, {}, 10],
    ["the list belongs to something far away", {}, CHOSEN, 500],
  ])("sends where %s", async (_, says, option, below) => {
    expect(await (await write(says, option, below)).enter()).toBe(1);
  });
  it("sends where the option is in the document and not to be seen", async () => {
    const flat = await write({}, CHOSEN);
    placeAt(flat.suggestion, [0, 350, 100, 0]);
    expect(await flat.enter()).toBe(1);
    placeAt(flat.suggestion, [0, 350, 100, 20]);
    expect(await flat.enter()).toBe(0);
    flat.suggestion.style.visibility = "hidden";
    expect(await flat.enter()).toBe(1);
  });
  it("sends with Ctrl, Cmd or Alt held down, whatever list is open", async () => {
    const { enter } = await write({}, CHOSEN);
    for (const held of ["Control", "Meta", "Alt"]) expect([held, await enter(held)]).toEqual([held, 1]);
  });
  it("that sent all the same is told, once, and no list on that page is believed again", async () => {
    const { enter, editor, page, slipped, intent } = await write({}, CHOSEN);
    expect(await enter()).toBe(0);
    await page.pass(SENT_WITHIN_MS);
    expect([await enter(), slipped.mock.calls.length]).toEqual([0, 0]);
    editor.textContent = "";
    await page.pass(SENT_WITHIN_MS);
    expect(slipped.mock.calls).toEqual([[intent]]);
    expect(await enter()).toBe(1);
  });
  it("is passed on as composing where an input method is at it", async () => {
    const { pressed, key } = await write({});
    for (const [more, composing] of [
      [{ isComposing: true }, true],
      [{ keyCode: 229 }, true],
      [{ keyCode: 13 }, false],
    ] as const) {
      pressed(more);
      expect(key.mock.lastCall).toMatchObject([{ composing }, {}]);
    }
  });
  it.runIf(BROWSER === "chromium")("is one of the input method's while words stand unfinished", async () => {
    const { enter, user, key } = await write({});
    await user.compose("ayo");
    await enter();
    expect(key.mock.lastCall).toMatchObject([{ composing: true }, {}]);
  });
});
