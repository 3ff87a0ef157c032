/** The caret that a click left in the page: away while a question is open, and back afterwards. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { putCaretAway } from "../../../src/guard/caret.ts";
import { ask } from "../../../src/guard/question.ts";
import { guardRoot } from "../../../src/guard/root.ts";
import type { Warning } from "../../../src/guard/types.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { drawQuestion } from "./fake-site.ts";

/** The page's selection, as far as it is touched. */
class Selection {
  anchorNode: FakeNode | null = null;
  anchorOffset = 0;
  isCollapsed = true;
  get rangeCount(): number {
    return this.anchorNode ? 1 : 0;
  }
  removeAllRanges = vi.fn(() => {
    this.anchorNode = null;
  });
  collapse = vi.fn((node: FakeNode, offset: number) => {
    this.anchorNode = node;
    this.anchorOffset = offset;
  });
}

let doc: FakeDocument;
let selection: Selection;
let paragraph: FakeNode;
const away = () => putCaretAway(doc as never);

beforeEach(() => {
  doc = new FakeDocument();
  selection = new Selection();
  Object.assign(doc, { getSelection: () => selection });
  paragraph = doc.createElement("p");
  Object.assign(paragraph, { childNodes: [1, 2] });
  doc.body.append(paragraph);
  selection.anchorNode = paragraph;
  selection.anchorOffset = 2;
});

describe("a caret in text that nobody can write in", () => {
  it("is put away, and put back where it was", () => {
    const back = away();
    expect(selection.anchorNode).toBe(null);
    back();
    expect([selection.anchorNode, selection.anchorOffset]).toEqual([paragraph, 2]);
  });

  it("is put back no farther than what is left there", () => {
    const back = away();
    Object.assign(paragraph, { childNodes: [1] });
    back();
    expect(selection.anchorOffset).toBe(1);
  });

  it("is not put back over another one, nor into what is gone", () => {
    const back = away();
    selection.anchorNode = doc.body;
    back();
    expect(selection.anchorNode).toBe(doc.body);
    selection.anchorNode = paragraph;
    const again = away();
    paragraph.remove();
    again();
    expect(selection.anchorNode).toBe(null);
  });

  it("is away while a question is open, and back before the answer is acted on", () => {
    const ui = { question: (root: unknown) => drawQuestion(doc, root as FakeNode) };
    let at: unknown = "unanswered";
    const question = ask(doc as never, guardRoot(doc as never), ui as never, {} as Warning, () => {
      at = selection.anchorNode;
    });
    expect(selection.anchorNode).toBe(null);
    question.close();
    expect(at).toBe(paragraph);
  });
});

describe("what is left alone", () => {
  const focus = (name: string) => {
    doc.focused = doc.createElement(name);
    doc.body.append(doc.focused);
  };
  it.each([
    ["a selection", () => void Object.assign(selection, { isCollapsed: false })],
    [
      "a caret in an editor",
      () => void Object.assign(selection, { anchorNode: doc.createElement("textarea") }),
    ],
    ["any while an editor has the focus", () => focus("input")],
    ["any while a custom element has the focus", () => focus("x-editor")],
    ["any while a frame has the focus", () => focus("iframe")],
  ])("%s", (_, given) => {
    given();
    away()();
    expect(selection.removeAllRanges).not.toHaveBeenCalled();
    expect(selection.collapse).not.toHaveBeenCalled();
  });
});
