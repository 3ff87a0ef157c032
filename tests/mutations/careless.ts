import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/careless.test.ts"];

/** What keeps a careless hand from acting, or answering, unasked. */
export const CARELESS: readonly Mutation[] = [
  {
    name: "slow-click",
    defence: "a slow click on a like is one, though hovering opened the picker meanwhile",
    file: "src/guard/presses.ts",
    find: "export const AFTER_PRESS_MS = 400;",
    put: "export const AFTER_PRESS_MS = 150;",
    tests,
  },
  {
    name: "two-scrolls",
    defence: "two short scrolls at one place are no double tap",
    file: "src/guard/twice.ts",
    find: "if (!touch || touches.length > 0 || moved) {",
    put: "if (!touch || touches.length > 0) {",
    tests,
  },
  {
    name: "lost-keyup",
    defence: "a key whose release was lost is whole again when pressed anew",
    file: "src/guard/keys.ts",
    find: "if (!event.repeat) swallow.delete(event.code);",
    put: "",
    tests,
  },
  {
    name: "held-key",
    defence: "a key held down since the act answers no question",
    file: "src/guard/question.ts",
    find: 'if (repeat && (key === "Enter" || key === " ")) event.preventDefault();\n      else if',
    put: "if",
    tests,
  },
  {
    name: "second-half",
    defence: "nor does the second half of a double click",
    file: "src/guard/question.ts",
    find: "if (event.detail > 1 && now() - shownAt < SEEN_FOR_MS) return;",
    put: "",
    tests,
  },
];
