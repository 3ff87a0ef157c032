import type { Mutation } from "./types.ts";

const file = "src/guard/hold/question.ts";
const tests = ["tests/unit/guard/hold/question.test.ts"];
const painted = "src/guard/hold/painted-time.ts";
const exposure = "src/guard/hold/question-exposure.ts";

/** The question: its place, and when an answer counts. */
export const QUESTION: readonly Mutation[] = [
  {
    name: "seen-for",
    defence: "a confirmation counts only after 300 ms of visibility",
    file: exposure,
    find: " || !painted.isLongBefore(since)",
    put: "",
    tests,
  },
  {
    name: "seen-anew",
    defence: "a question shown again must be visible for 300 ms again",
    file: painted,
    find: "    longAt = Number.POSITIVE_INFINITY;\n    paintedAt = 0;\n",
    put: "",
    tests,
  },
  {
    name: "outside-fresh",
    defence: "a click outside closes the question only after it was visible",
    file,
    find: " && exposure.isArmedAt(press.since)) finish",
    put: ") finish",
    tests,
  },
  {
    name: "on-top-at",
    defence: "nothing may lie over the question at the point of the press",
    file: exposure,
    find: "=> doc.elementFromPoint(x, y) === guard.host;",
    put: "=> doc.elementFromPoint(x, y) !== undefined;",
    tests,
  },
  {
    name: "own-button",
    defence: "the element at the point of the press is the button itself",
    file: exposure,
    find: ' && guard.root.elementFromPoint(px, py)?.closest("[data-answer]") === control',
    put: "",
    tests,
  },
  {
    name: "fills-screen",
    defence: "no element may have become fullscreen since the question was shown",
    file: "src/dom/top-layer.ts",
    find: "dialog:modal,:fullscreen,",
    put: "dialog:modal,",
    tests,
  },
  {
    name: "fills-screen-anew",
    defence: "an element that becomes fullscreen again lies above the question",
    file: exposure,
    find: "(before|full)",
    put: "(before)",
    tests,
  },
  {
    name: "opened-anew",
    defence: "a popover that is opened again lies above the question",
    file: exposure,
    find: "      isDisturbed = true;\n",
    put: "      isDisturbed = false;\n",
    tests,
  },
  {
    name: "deeply-buried",
    defence: "nothing in a closed shadow root may have entered the top layer since",
    file: exposure,
    find: "tools.topLayerDeep(doc).some(isAbove);",
    put: "tools.topLayerDeep(doc).every(isAbove) && false;",
    tests,
  },
  {
    name: "closed-roots",
    defence: "closed shadow roots are searched",
    file: "src/dom/top-layer-deep.ts",
    find: "if (dom?.openOrClosedShadowRoot) return dom.openOrClosedShadowRoot(element);",
    put: "if (dom?.openOrClosedShadowRoot) return element.shadowRoot;",
    tests,
  },
  {
    name: "closed-root",
    defence: "the question is in a closed shadow root",
    file: "src/guard/hold/overlay-root.ts",
    find: 'mode: "closed"',
    put: 'mode: "open"',
    tests,
  },
  {
    name: "modal",
    defence: "the question is modal, in the top layer",
    file,
    find: "      dialog.showModal();\n",
    put: "      dialog.show();\n",
    tests,
  },
  {
    name: "batal-by-itself",
    defence: "Batal closes the question even after its script has ended",
    file: "src/overlay/dialog.tsx",
    find: '<form class="choices" method="dialog">',
    put: '<form class="choices">',
    tests: ["tests/unit/overlay/dialog.test.tsx"],
  },
  {
    name: "question-modal",
    defence: "assistive technology sees only the question",
    file: "src/guard/hold/question.ts",
    find: "      dialog.showModal();",
    put: "      dialog.show();",
    tests: ["tests/browser/accessible.spec.ts"],
    only: "shows the question as a modal alertdialog with name, description and answers in order, and nothing else",
  },
];
