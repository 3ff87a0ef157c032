import type { Mutation } from "./types.ts";

const file = "src/guard/question.ts";
const tests = ["tests/unit/guard/question.test.ts"];

/** The question: where it lies, and when an answer counts. */
export const QUESTION: readonly Mutation[] = [
  {
    name: "seen-for",
    defence: "a confirmation counts after 300 ms in sight only",
    file,
    find: "if (now() - shownAt < SEEN_FOR_MS || !dialog.open || isBuried()) return false;",
    put: "if (!dialog.open || isBuried()) return false;",
    tests,
  },
  {
    name: "seen-anew",
    defence: "shown again, it must be seen for 300 ms again",
    file,
    find: "    shownAt = now();\n",
    put: "    shownAt ||= now();\n",
    tests,
  },
  {
    name: "double-click",
    defence: "the second half of a double click does not close the question",
    file,
    find: "if (!byKey && outside && now() - shownAt >= SEEN_FOR_MS) finish",
    put: "if (!byKey && outside) finish",
    tests,
  },
  {
    name: "on-top-at",
    defence: "nothing may lie over the question at the point of the press",
    file,
    find: "=> doc.elementFromPoint(x, y) === guard.host;",
    put: "=> doc.elementFromPoint(x, y) !== undefined;",
    tests,
  },
  {
    name: "own-button",
    defence: "the button itself is what lies there inside of the question",
    file,
    find: ' && guard.root.elementFromPoint(px, py)?.closest("[data-answer]") === control',
    put: "",
    tests,
  },
  {
    name: "buried",
    defence: "nothing may have come into the top layer since it was shown",
    file,
    find: "topLayer(doc).some((at) => !below.has(at));",
    put: "topLayer(doc).some(() => false);",
    tests,
  },
  {
    name: "opened-anew",
    defence: "a popover that lay below and is opened anew lies above",
    file,
    find: "    below.delete(event.target as Element);\n",
    put: "    void event;\n",
    tests,
  },
  {
    name: "deeply-buried",
    defence: "nor from inside of a closed shadow root",
    file,
    find: "deep = isDeeplyBuried();",
    put: "deep = isDeeplyBuried() && false;",
    tests,
  },
  {
    name: "closed-roots",
    defence: "closed shadow roots are looked into",
    file: "src/guard/top-layer.ts",
    find: "if (dom?.openOrClosedShadowRoot) return dom.openOrClosedShadowRoot(element);",
    put: "if (dom?.openOrClosedShadowRoot) return element.shadowRoot;",
    tests,
  },
  {
    name: "closed-root",
    defence: "the question lies in a closed shadow root",
    file: "src/guard/root.ts",
    find: 'mode: "closed"',
    put: 'mode: "open"',
    tests,
  },
  {
    name: "modal",
    defence: "and in the top layer, modal",
    file,
    find: "      dialog.showModal();\n",
    put: "      dialog.show();\n",
    tests,
  },
];
