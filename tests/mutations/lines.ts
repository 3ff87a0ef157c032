import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/holding.test.ts"];
const started = ["tests/unit/content/start.test.ts"];

/** One line a hold, none where nothing may be recorded. */
export const LINES: readonly Mutation[] = [
  {
    name: "line-answered",
    defence: "a hold that was answered has its line",
    file: "src/guard/hold.ts",
    find: "        context.record(outcomeOf(warning, about, answer, ports.today()));\n",
    put: "",
    tests,
  },
  {
    name: "line-choice",
    defence: "and the line says what was answered",
    file: "src/guard/outcome.ts",
    find: '  cancel: "cancelled",\n  continue: "continued",',
    put: '  cancel: "continued",\n  continue: "cancelled",',
    tests,
  },
  {
    name: "line-unasked",
    defence: "an action that waited in vain has its line",
    file: "src/guard/wait.ts",
    find: "        context.record(uncheckedOutcome(ports, intent));\n",
    put: "",
    tests,
  },
  {
    name: "line-failed",
    defence: "an action without usable rules has its line",
    file: "src/guard/judge.ts",
    find: "      context.record(uncheckedOutcome(ports, intent));\n",
    put: "",
    tests,
  },
  {
    name: "private-writes-nothing",
    defence: "a page in a private window, or left behind by an update, sends no line",
    file: "src/content/send-answers.ts",
    find: "  if (!canRecord()) return false;\n",
    put: "",
    tests: started,
  },
  {
    name: "answer-tried-again",
    defence: "an answer that the background did not hear is sent again",
    file: "src/messaging/retry.ts",
    find: "if (!goesOn(error)) throw error;",
    put: "if (goesOn(error)) throw error;",
    tests: started,
  },
  {
    name: "answer-at-once",
    defence: "an answer holds in its page before anybody heard of it",
    file: "src/content/answers.ts",
    find: "    this.#own.push(own);\n",
    put: "",
    tests: [...started, "tests/unit/content/answers.test.ts"],
  },
  {
    name: "answer-until-stored",
    defence: "and until what is stored shows it",
    file: "src/content/answers.ts",
    find: "return unreadable || !(shown.has(own) || counted.has(hold));",
    put: "return unreadable;",
    tests: ["tests/unit/content/answers.test.ts"],
  },
  {
    name: "answer-counted-once",
    defence: "an answer sent twice counts once",
    file: "src/state/answers.ts",
    find: "    if (next.holds.includes(entry.hold)) return {};\n",
    put: "",
    tests: ["tests/unit/background/shared-state.test.ts"],
  },
  {
    name: "one-writer",
    defence: "changes made at once are made one after another",
    file: "src/background/serial.ts",
    find: "last.then(work, work)",
    put: "work()",
    tests: ["tests/unit/background/shared-state.test.ts"],
  },
  {
    name: "structure-sender",
    defence: "a page's structure is told to the extension only",
    file: "src/content/popup-answers.ts",
    find: 'onMessage("structure", async (message): Promise<string> => {\n    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");\n',
    put: 'onMessage("structure", async (): Promise<string> => {\n',
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
