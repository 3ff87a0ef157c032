import type { Mutation } from "./types.ts";

const of = (site: string) => [`tests/unit/sites/${site}.test.ts`];

/** Ways to act that are caught by a line of their own. */
export const WAYS: readonly Mutation[] = [
  {
    name: "x-viewer",
    defence: "the bar beside a picture acts on the post that the address names",
    file: "src/sites/x.ts",
    find: `const viewer = around ? null : el.closest(s("dialog"));`,
    put: "const viewer = null as Element | null;",
    tests: of("x"),
  },
  {
    name: "x-place",
    defence: "what is posted in a community counts with it",
    file: "src/sites/x.ts",
    find: "surfaces: place ? [place, ...surfaces] : surfaces",
    put: "surfaces",
    tests: of("x"),
  },
  {
    name: "x-thread",
    defence: "an answer on X is to the post that the address names",
    file: "src/sites/x.ts",
    find: "(named(posts()) ?? posts()[0])",
    put: "posts()[0]",
    tests: ["tests/unit/sites/x.test.ts"],
  },
  {
    name: "facebook-unmarked",
    defence: "a post of Facebook that nothing marks is read by its like button and author",
    file: "src/sites/facebook-read.ts",
    find: "return unmarked().find((one) => one.contains(el)) ?? null;",
    put: "return null;",
    tests: ["tests/unit/sites/facebook.test.ts"],
  },
  {
    name: "x-menu",
    defence: "following from a post's menu",
    file: "src/sites/x.ts",
    find: `if (!handle || !is("followItem", word)) return null;`,
    put: "return null;",
    tests: of("x"),
  },
  {
    name: "chat-poll",
    defence: "a vote in a messenger's poll",
    file: "src/sites/chat.ts",
    find: `if (matches(control, "poll") || is("vote", wordOf(control))) return acts("vote", control, message);`,
    put: "",
    tests: of("chat"),
  },
  {
    name: "plaintext-field",
    defence: "a plaintext-only field is a field",
    file: "src/sites/dom.ts",
    find: `,[contenteditable="plaintext-only"]`,
    put: "",
    tests: of("tiktok"),
  },
  {
    name: "shadow-bars",
    defence: "a page that is not read is looked through with its shadow roots",
    file: "src/sites/reddit.ts",
    find: "roots: () => rootsIn(doc),",
    put: "roots: () => [doc],",
    tests: ["tests/unit/sites/unread.test.ts"],
  },
  {
    name: "player-subscribe",
    defence: "subscribing in YouTube's embedded player",
    file: "src/sites/youtube-embed.ts",
    find: `return control && { action: "follow", control, surfaces: [shown()] };`,
    put: "return null;",
    tests: ["tests/unit/sites/embed.test.ts"],
  },
  {
    name: "old-banner",
    defence: "the strip lies under the site's own bar",
    file: "src/guard/mark-placement.ts",
    find: "const own = site.banner ? site.banner() : ",
    put: "const own = ",
    tests: ["tests/browser/banner.spec.ts"],
  },
];
