/** Enter picks a suggestion while a list is open; a page cannot pass off a real sending as that. */
import { describe, expect, it } from "vitest";
import { SENT_WITHIN_MS } from "../../../../src/guard/input/keyboard.ts";
import { oneControl } from "../one-control.ts";
import { placeAt } from "../page.ts";
import { BROWSER } from "../user.ts";

describe("Enter in an editor", () => {
  /** An editor with text, and an option of a list `below` px under it. */
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
      /* Enter only: this site sends with every key. */
      return judge.mock.calls.filter(([, event]) => (event as KeyboardEvent).key === "Enter").length;
    };
    /** An Enter event that no driver can make. */
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
    ["selected by its own attribute", {}, CHOSEN],
    ["that the editor declares active", { "aria-activedescendant": "option-1" }, {}],
    [
      "of an open list that the editor controls",
      { "aria-expanded": "true", "aria-controls": "x suggestions" },
      {},
    ],
    ["of an open list that the editor owns", { "aria-expanded": "true", "aria-owns": "suggestions" }, {}],
  ])("Enter picks a visible option %s", async (_, says, option) => {
    expect(await (await write(says, option)).enter()).toBe(0);
  });
  it.each([
    ["no option is selected", {}, {}, 10],
    [
      "the editor declares the list closed",
      { "aria-expanded": "false", "aria-controls": "suggestions" },
      {},
      10,
    ],
    [
      "the editor names an option that does not exist (X always does)",
      { "aria-activedescendant": "gone" },
      {},
      10,
    ],
    ["the list is far away from the editor", {}, CHOSEN, 500],
  ])("Enter sends if %s", async (_, says, option, below) => {
    expect(await (await write(says, option, below)).enter()).toBe(1);
  });
  it("Enter sends if the option is in the document but invisible", async () => {
    const flat = await write({}, CHOSEN);
    placeAt(flat.suggestion, [0, 350, 100, 0]);
    expect(await flat.enter()).toBe(1);
    placeAt(flat.suggestion, [0, 350, 100, 20]);
    expect(await flat.enter()).toBe(0);
    flat.suggestion.style.visibility = "hidden";
    expect(await flat.enter()).toBe(1);
  });
  it("Enter sends with Ctrl, Cmd or Alt even if a list is open", async () => {
    const { enter } = await write({}, CHOSEN);
    for (const held of ["Control", "Meta", "Alt"]) expect([held, await enter(held)]).toEqual([held, 1]);
  });
  it("Enter that sent despite a list is reported once, and no list of that page counts any more", async () => {
    const { enter, editor, page, onBypassed, intent } = await write({}, CHOSEN);
    expect(await enter()).toBe(0);
    await page.pass(SENT_WITHIN_MS);
    expect([await enter(), onBypassed.mock.calls.length]).toEqual([0, 0]);
    editor.textContent = "";
    await page.pass(SENT_WITHIN_MS);
    expect(onBypassed.mock.calls).toEqual([[intent]]);
    expect(await enter()).toBe(1);
  });
  it("Enter is passed on as composing while an input method is active", async () => {
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
  it.runIf(BROWSER === "chromium")(
    "Enter belongs to the input method while its text is unfinished",
    async () => {
      const { enter, user, key } = await write({});
      await user.compose("ayo");
      await enter();
      expect(key.mock.lastCall).toMatchObject([{ composing: true }, {}]);
    },
  );
});
