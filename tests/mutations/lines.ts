import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/holding.test.ts"];
const started = ["tests/unit/content/start.test.ts"];

/** One line a hold, none where nothing may be recorded. */
export const LINES: readonly Mutation[] = [
  {
    name: "line-cancelled",
    defence: "a hold that was cancelled has its line",
    file: "src/guard/hold.ts",
    find: '          parts.log(line(parts, intent, "cancelled", warning));\n',
    put: "",
    tests,
  },
  {
    name: "line-confirmed",
    defence: "a hold that was confirmed has its line",
    file: "src/guard/hold.ts",
    find: '        parts.log(line(parts, intent, answer === "continue" ? "continued" : "not-campaign", warning));\n',
    put: "",
    tests,
  },
  {
    name: "line-unasked",
    defence: "an action that waited in vain has its line",
    file: "src/guard/wait.ts",
    find: '        parts.log(line(parts, intent, "unchecked", null));\n',
    put: "",
    tests,
  },
  {
    name: "line-failed",
    defence: "an action without usable rules has its line",
    file: "src/guard/judge.ts",
    find: '      parts.log(line(parts, intent, "unchecked", null));\n',
    put: "",
    tests,
  },
  {
    name: "private-writes-nothing",
    defence: "a page in a private window, or left behind by an update, sends no line",
    file: "src/content/start.ts",
    find: "  if (!keeps()) return;\n",
    put: "",
    tests: started,
  },
  {
    name: "private-remembers-nothing",
    defence: "nor does it store answers",
    file: "src/content/start.ts",
    find: "day, keeps()).then(",
    put: "day, true).then(",
    tests: started,
  },
  {
    name: "private-silences-nothing",
    defence: "nor whom it was told to be silent about",
    file: "src/content/start.ts",
    find: "if (keeps() && known &&",
    put: "if (alive() && known &&",
    tests: started,
  },
  {
    name: "structure-sender",
    defence: "a page's structure is told to the extension only",
    file: "src/content/start.ts",
    find: 'onMessage("structure", (message): Promise<string> => {\n    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");\n',
    put: 'onMessage("structure", (): Promise<string> => {\n',
    tests: started,
  },
  {
    name: "cannot-record",
    defence: "the question says where it cannot be recorded",
    file: "src/guard/decide.ts",
    find: "canRecord: choices.canRecord(),",
    put: "canRecord: true,",
    tests,
  },
];
