import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/hold/question.test.ts"];
const painted = "src/guard/hold/painted-time.ts";
const exposure = "src/guard/hold/question-exposure.ts";

/** What makes a press an answer: its act, its time, its place, and nothing painted above it. */
export const QUESTION_ANSWER: readonly Mutation[] = [
  {
    name: "by-event-time",
    defence: "the press counts by the time of its event, not by when it is handled",
    file: painted,
    find: "(time) => time >= longAt",
    put: "(time) => time > 0 && performance.now() >= longAt",
    tests,
  },
  {
    name: "painted-first",
    defence: "the 300 ms begin with the first painted frame",
    file: painted,
    find: "      frame = view.requestAnimationFrame(onFrame);\n    });",
    put: "      void onFrame;\n    });\n    onFrame();",
    tests,
  },
  {
    name: "same-place",
    defence: "a question that moved must be visible for 300 ms again",
    file: painted,
    find: "longAt < Number.POSITIVE_INFINITY && hasMoved();",
    put: "longAt < 0 && hasMoved();",
    tests,
  },
  {
    name: "began-there",
    defence: "a press counts only on the button that it began on",
    file: "src/guard/hold/answer-press.ts",
    find: "press?.control === control ? press.since",
    put: "press ? press.since",
    tests,
  },
  {
    name: "page-events-first",
    defence: "what changes how the question is seen is heard before the page's listeners",
    file: "src/guard/input/listener.ts",
    find: "    for (const hear of root.heard) hear(e);\n",
    put: "    void e;\n",
    tests: ["tests/unit/guard/holding.test.ts"],
  },
  {
    name: "seen-anew-after",
    defence: "the 300 ms begin anew when the page was hidden, resized or behind",
    file: exposure,
    find: "if (event.target === view || event.target === doc) painted.restart();",
    put: "if (event.target === view || event.target === doc) return;",
    tests,
  },
  {
    name: "readable",
    defence: "a question zoomed by the page out of what can be read takes no answer",
    file: exposure,
    find: " && zoom >= MIN_ZOOM && zoom <= MAX_ZOOM",
    put: "",
    tests,
  },
  {
    name: "shadow-order",
    defence: "a popover inside a shadow root never counts as below the question",
    file: exposure,
    find: '=== doc ? ",:popover-open" : ""',
    put: '=== doc ? ",:popover-open" : ",:popover-open"',
    tests,
  },
  {
    name: "pickers",
    defence: "an open picker lies above the question",
    file: "src/dom/top-layer.ts",
    find: ",:open:not(details,dialog)",
    put: "",
    tests,
  },
  {
    name: "view-transition",
    defence: "a view transition lies above the question",
    file: "src/dom/top-layer.ts",
    find: ",:active-view-transition",
    put: "",
    tests,
  },
  {
    name: "painted-over",
    defence: "nothing is painted over the button, by what the browser itself tells",
    file: exposure,
    find: "      isDisturbed ||= occluded.has(control);\n",
    put: "",
    tests: ["tests/browser/hostile-answer.spec.ts"],
    only: "class 23: a cover that no script can find counts",
  },
  {
    name: "notice-seen",
    defence: "a notice's own answer counts only where its card was seen",
    file: "src/guard/hold/notice-answers.ts",
    find: " || !exposure?.wasSeen(press)",
    put: "",
    tests: ["tests/browser/hostile-answer.spec.ts"],
    only: "does not count while a page covers the window again and again",
  },
];
