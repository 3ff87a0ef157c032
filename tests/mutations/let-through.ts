import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/holding.test.ts"];
const through = ["tests/unit/guard/hold/let-through.test.ts"];

/** Waiting and letting through: an action happens once or not at all. */
export const LET_THROUGH: readonly Mutation[] = [
  {
    name: "cancelled-undone",
    defence: "Batal leaves the action undone",
    file: "src/guard/hold/hold.ts",
    find: '        if (answer === "cancel") return;\n',
    put: "",
    tests,
  },
  {
    name: "wait-500",
    defence: "an action waits half a second at most",
    file: "src/guard/decision/wait.ts",
    find: "WAIT_FOR_RULES_MS = 500",
    put: "WAIT_FOR_RULES_MS = 900",
    tests,
  },
  {
    name: "wait-merged",
    defence: "two presses while waiting count as one action",
    file: "src/guard/decision/wait.ts",
    find: "if (waiting.has(intent.control)) {",
    put: "if (false as boolean) {",
    tests,
  },
  {
    name: "wait-over",
    defence: "a wait ends once",
    file: "src/guard/decision/wait.ts",
    find: "if (isOver || signal.aborted) return;",
    put: "if (signal.aborted) return;",
    tests: ["tests/unit/guard/holding.test.ts", "tests/unit/guard/state-machine.test.ts"],
  },
  {
    name: "wait-asks",
    defence: "a waiting action is asked about when the rules arrive in time",
    file: "src/guard/decision/wait.ts",
    find: 'if (decision.kind !== "hold") letThrough(intent, activation);',
    put: "if (decision) letThrough(intent, activation);",
    tests,
  },
  {
    name: "same-post",
    defence: "an action is dropped where another post took the place",
    file: "src/guard/hold/same-surface.ts",
    find: "return !after || contentKey(after) === contentKey(before);",
    put: "return !after || contentKey(after) !== null;",
    tests: [...through, ...tests],
  },
  {
    name: "done-already",
    defence: "an action that has happened is not performed again",
    file: "src/guard/hold/let-through.ts",
    find: "      if (isDone(intent)) return;\n",
    put: "",
    tests: through,
  },
  {
    name: "pass-once",
    defence: "a pass after a refusal allows one press",
    file: "src/guard/hold/let-through.ts",
    find: "      refused?.end();\n      return true;\n",
    put: "      return true;\n",
    tests: through,
  },
  {
    name: "pass-same",
    defence: "a pass is limited to this action on this post",
    file: "src/guard/hold/let-through.ts",
    find: "    isSameIntent(refused.intent, intent) &&\n",
    put: "",
    tests: through,
  },
  {
    name: "pass-ends",
    defence: "a pass ends after ten seconds",
    file: "src/guard/hold/let-through.ts",
    find: "    const passTimer = view.setTimeout(end, PASS_MS);",
    put: "    const passTimer = view.setTimeout(end, 2 * PASS_MS);",
    tests: through,
  },
  {
    name: "done-late",
    defence: "a late change of state ends the pass",
    file: "src/guard/hold/let-through.ts",
    find: "if (isDone(intent) !== false) refused?.end();",
    put: "void isDone;",
    tests: through,
  },
  {
    name: "done-just-now",
    defence: "a change of state between two checks ends the pass",
    file: "src/guard/hold/let-through.ts",
    find: "    isDone(refused.intent) === false &&\n",
    put: "",
    tests: through,
  },
];
