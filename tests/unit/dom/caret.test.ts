/** The caret that a click leaves in the page: removed while a question is open, and restored afterwards. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { suspendCaret } from "../../../src/dom/caret.ts";
import { openQuestion } from "../guard/guard.ts";
import { openPage, type TestPage } from "../guard/page.ts";
import { User } from "../guard/user.ts";

let page: TestPage;
let selection: Selection;
let paragraph: HTMLElement;
const away = () => suspendCaret(page.doc);

beforeEach(async () => {
  page = await openPage();
  selection = page.doc.getSelection()!;
  paragraph = page.add("p", [100, 100, 300, 40]);
  paragraph.append(page.doc.createElement("b"), page.doc.createElement("i"));
  selection.collapse(paragraph, 2);
});

describe("suspending a caret in text that is not editable", () => {
  it("removes the caret and restores it in the same place", () => {
    const back = away();
    expect(selection.anchorNode).toBe(null);
    back();
    expect([selection.anchorNode, selection.anchorOffset]).toEqual([paragraph, 2]);
  });

  it("removes the caret that the user's click left", async () => {
    selection.removeAllRanges();
    paragraph.textContent = "some words of the page's";
    await new User(page).click({ x: 130, y: 108 });
    const at = [selection.anchorNode, selection.anchorOffset];
    expect([at[0], selection.isCollapsed]).toEqual([paragraph.firstChild, true]);
    const back = away();
    expect(selection.anchorNode).toBe(null);
    back();
    expect([selection.anchorNode, selection.anchorOffset]).toEqual(at);
  });

  it("restores the caret no farther than the remaining content", () => {
    const back = away();
    paragraph.lastChild!.remove();
    back();
    expect(selection.anchorOffset).toBe(1);
  });

  it("restores no caret over a newer one or into a removed node", () => {
    const back = away();
    selection.collapse(page.doc.body, 0);
    back();
    expect(selection.anchorNode).toBe(page.doc.body);
    selection.collapse(paragraph, 2);
    const again = away();
    paragraph.remove();
    again();
    expect(selection.anchorNode).toBe(null);
  });

  it("removes the caret while a question is open and restores it before the answer takes effect", () => {
    let at: unknown = "unanswered";
    const { question } = openQuestion(page, {
      answered: () => {
        at = selection.anchorNode;
      },
    });
    expect(selection.anchorNode).toBe(null);
    question.close();
    expect(at).toBe(paragraph);
  });
});

describe("suspendCaret leaves alone", () => {
  const focus = (name: string) => {
    const made = page.add(name);
    made.tabIndex = 0;
    made.focus();
    expect(page.doc.activeElement).toBe(made);
    selection.collapse(paragraph, 2);
  };
  it.each([
    ["a selection", () => selection.selectAllChildren(page.doc.documentElement)],
    [
      "a caret in an editor",
      () => {
        const editor = page.add("div");
        editor.contentEditable = "true";
        selection.collapse(editor, 0);
      },
    ],
    ["any caret while an editor has the focus", () => focus("input")],
    ["any caret while a custom element has the focus", () => focus("x-editor")],
    ["any caret while a frame has the focus", () => focus("iframe")],
  ])("%s", (_, given) => {
    given();
    const { anchorNode, anchorOffset } = selection;
    const [remove, collapse] = [
      vi.spyOn(selection, "removeAllRanges"),
      vi.spyOn(selection, "collapse"),
    ] as const;
    away()();
    expect([remove.mock.calls, collapse.mock.calls]).toEqual([[], []]);
    expect([selection.anchorNode, selection.anchorOffset]).toEqual([anchorNode, anchorOffset]);
  });
});
