import type { Mutation } from "./types.ts";

const start = "src/background/start.ts";
const sender = "src/background/sender.ts";
const answers = "src/background/answers.ts";
const tests = ["tests/unit/background/start.test.ts"];

/** Who the background listens to, and what it keeps of what it hears. */
export const BACKGROUND: readonly Mutation[] = [
  {
    name: "sender-ours",
    defence: "messages from other extensions are refused",
    file: sender,
    find: 'if (sender?.id !== browser.runtime.id) throw new Error("message from an unknown sender refused");',
    put: "if (!sender) return;",
    tests,
  },
  {
    name: "sender-site",
    defence: "lines come from guarded pages only",
    file: sender,
    find: "if (!sender.tab || !siteIdOf(host))",
    put: "if (!sender.tab || !host)",
    tests,
  },
  {
    name: "sender-tab",
    defence: "and from a tab",
    file: sender,
    find: "if (!sender.tab || !siteIdOf(host))",
    put: "if (!siteIdOf(host))",
    tests,
  },
  {
    name: "sender-own",
    defence: "the book is shown to and erased by our own pages only",
    file: sender,
    find: 'throw new Error("message from outside the extension refused");',
    put: "return;",
    tests,
  },
  {
    name: "log-sender",
    defence: "the sender of a line is looked at",
    file: answers,
    find: '    fromUs(sender, "page");\n    const outcome =',
    put: "    const outcome =",
    tests,
  },
  {
    name: "private-line",
    defence: "no line of a private window is kept",
    file: answers,
    find: "    if (isPrivate(from)) return { kept: false };\n",
    put: "",
    tests,
  },
  {
    name: "unknown-is-private",
    defence: "nor from a sender that the browser says nothing of",
    file: "src/background/answers.ts",
    find: "tab?.incognito !== false",
    put: "!!tab?.incognito",
    tests: ["tests/unit/background/questions.test.ts"],
  },
  {
    name: "no-book",
    defence: "no line is kept where the user keeps no book",
    file: answers,
    find: "    if (!(await readOwn()).value.keepBook) return false;\n",
    put: "    await readOwn();\n",
    tests,
  },
  {
    name: "change-sender",
    defence: "only our own pages change what is shared",
    file: start,
    find: '    fromUs(sender, "popup");\n    return shared.change(',
    put: "    return shared.change(",
    tests,
  },
  {
    name: "schema-change",
    defence: "and only by a change that is known",
    file: start,
    find: "shared.change(z.parse(changeSchema, data))",
    put: "shared.change(data)",
    tests,
  },
  {
    name: "schema-state",
    defence: "a page's state goes through its schema",
    file: start,
    find: "if (state.success && sender.tab?.id !== undefined) void showState(sender.tab.id, state.data);",
    put: "if (sender.tab?.id !== undefined) void showState(sender.tab.id, data as never);",
    tests,
  },
  {
    name: "schema-book",
    defence: "what is asked of the book goes through its schema",
    file: start,
    find: "const { last } = z.parse(bookQuerySchema, data);",
    put: "const { last } = data;",
    tests,
  },
  {
    name: "schema-line",
    defence: "a line holds nothing but what a line holds",
    file: "src/book/schema.ts",
    find: "  if (keys.length !== KEYS) return undefined;\n",
    put: "  void KEYS;\n",
    tests: [...tests, "tests/unit/book/book.test.ts"],
  },
  {
    name: "message-fields",
    defence: "a message holds what its schema says and nothing else",
    file: "src/messaging/schemas.ts",
    find: "eraseSchema = z.strictObject(",
    put: "eraseSchema = z.object(",
    tests: ["tests/unit/background/messages-fuzz.test.ts"],
  },
];
