/** With a list of suggestions open Enter chooses; a page cannot have a real sending pass for that. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { SENT_WITHIN_MS } from "../../../src/guard/keys.ts";
import { oneControl as setUp } from "./one-control.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("Enter in an editor", () => {
  /** An editor with words in it, and an option of a list so far below it. */
  function write(says: Record<string, string>, option: Record<string, string> = {}, below = 10) {
    const page = setUp();
    const { doc, control: editor, key, intent, keys, event, judge } = page;
    const list = doc.createElement("div");
    const one = doc.createElement("div");
    list.setAttribute("role", "listbox");
    list.setAttribute("id", "suggestions");
    Object.assign(list, { id: "suggestions" });
    one.setAttribute("role", "option");
    Object.assign(one, { id: "option-1", checkVisibility: () => true });
    for (const [name, value] of Object.entries(option)) one.setAttribute(name, value);
    one.box = { left: 0, top: editor.box.top + editor.box.height + below, width: 100, height: 20 };
    list.append(one);
    doc.body.append(list);
    editor.setAttribute("contenteditable", "true");
    for (const [name, value] of Object.entries(says)) editor.setAttribute(name, value);
    editor.getRootNode = () => doc.body;
    let words = "Ayo @rel";
    Object.defineProperty(editor, "textContent", { get: () => words });
    key.mockReturnValue(intent);
    const enter = (more: object = {}) => {
      judge.mockClear();
      keys.down(event("keydown", { key: "Enter", code: "Enter", ...more }, editor));
      return judge.mock.calls.length;
    };
    const empty = () => {
      words = "";
    };
    return { ...page, one, enter, empty };
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
  ])("chooses an option that is seen: %s", (_, says, option) => {
    expect(write(says, option).enter()).toBe(0);
  });
  it.each([
    ["nothing is marked", {}, {}, 10],
    ["the list is called closed", { "aria-expanded": "false", "aria-controls": "suggestions" }, {}, 10],
    ["the editor names one that is not there (X does always)", { "aria-activedescendant": "gone" }, {}, 10],
    ["the list belongs to something far away", {}, CHOSEN, 500],
  ])("sends where %s", (_, says, option, below) => {
    expect(write(says, option, below).enter()).toBe(1);
  });
  it("sends where the option is in the document and not to be seen", () => {
    const flat = write({}, CHOSEN);
    flat.one.box = { ...flat.one.box, height: 0 };
    expect(flat.enter()).toBe(1);
    const hidden = write({}, CHOSEN);
    Object.assign(hidden.one, { checkVisibility: () => false });
    expect(hidden.enter()).toBe(1);
  });
  it("sends with Ctrl, Cmd or Alt held down, whatever list is open", () => {
    const { enter } = write({}, CHOSEN);
    for (const held of ["ctrlKey", "metaKey", "altKey"]) expect(enter({ [held]: true })).toBe(1);
  });
  it("that sent all the same is told, once, and no list on that page is believed again", async () => {
    const { enter, empty, doc, slipped, intent } = write({}, CHOSEN);
    expect(enter()).toBe(0);
    await doc.clock.pass(SENT_WITHIN_MS);
    expect([enter(), slipped.mock.calls.length]).toEqual([0, 0]);
    empty();
    await doc.clock.pass(SENT_WITHIN_MS);
    expect(slipped.mock.calls).toEqual([[intent]]);
    expect(enter()).toBe(1);
  });
  it("is passed on as composing where an input method is at it", () => {
    const { enter, key } = write({});
    for (const [more, composing] of [
      [{ isComposing: true }, true],
      [{ keyCode: 229 }, true],
      [{ keyCode: 13 }, false],
    ] as const) {
      enter(more);
      expect(key.mock.lastCall).toMatchObject([{ composing }, {}]);
    }
  });
});
