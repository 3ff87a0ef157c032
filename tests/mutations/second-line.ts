import type { Mutation } from "./types.ts";

const tests = ["tests/unit/guard/second-line/second-line.test.ts"];

/** What the second line takes for the post around a control, and what a page cannot make it take. */
export const SECOND_LINE: readonly Mutation[] = [
  {
    name: "second-line-neighbours",
    defence: "a box ends before another control of its kind",
    file: "src/guard/second-line/box.ts",
    find: "        isDelimited = true;\n        break;\n",
    put: "        isDelimited = true;\n",
    tests,
  },
  {
    name: "second-line-comments",
    defence: "the parts of subordinate controls are left out",
    file: "src/guard/second-line/box.ts",
    find: "for (const other of others) without.push(ownPart(other, at, search));",
    put: "",
    tests,
  },
  {
    name: "second-line-hidden",
    defence: "what nobody sees is neither words nor a name",
    file: "src/guard/second-line/visible.ts",
    find: "el.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false;",
    put: "el !== null;",
    tests,
  },
  {
    name: "second-line-lists",
    defence: "a list of accounts or pictures is no part of a post",
    file: "src/guard/second-line/box.ts",
    find: "if (accounts.size && isList(own, found, accounts)) break;",
    put: "",
    tests,
  },
  {
    name: "second-line-messages",
    defence: "messages to people are not read on networks",
    file: "src/guard/second-line/drafts.ts",
    find: "if (!about && isPrivate) return null;",
    put: "",
    tests,
  },
  {
    name: "second-line-messengers",
    defence: "of a private messenger only the own editor is read",
    file: "src/guard/second-line/second-line.ts",
    find: "    if (isMessenger) return null;\n",
    put: "",
    tests,
  },
  {
    name: "second-line-answers",
    defence: "a dialog for a new post answers no post beside its button",
    file: "src/guard/second-line/drafts.ts",
    find: "      if (row.length > MAX_ROW) return false;\n",
    put: "",
    tests,
  },
  {
    name: "second-line-told",
    defence: "an unread action on neutral words is not told",
    file: "src/guard/second-line/after-press.ts",
    find: "      if (!isFlagged(surface)) return;\n",
    put: "",
    tests,
  },
  {
    name: "second-line-behind",
    defence: "every part of the guard asks the second line",
    file: "src/content/bootstrap.ts",
    find: "    Object.assign(site, withSecondLine(",
    put: "    Object.assign({}, withSecondLine(",
    tests: ["tests/unit/content/bootstrap.test.ts"],
  },
  {
    name: "second-line-embeds",
    defence: "buttons in frames of other sites' pages are left to their adapters",
    file: "src/background/shared-scripts.ts",
    find: 'own.some((script) => script.endsWith("-embed.js")) ? [] : [SECOND_LINE_SCRIPT]',
    put: "[SECOND_LINE_SCRIPT]",
    tests: ["tests/unit/manifest.test.ts"],
  },
];
