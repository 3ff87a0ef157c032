import type { Plugin } from "vite";

const DATA = /\/rulesets\/source\/sites\/\w+\.json$/;
/** Roles of what stands in frames of other sites' pages (src/sites/*-embed.ts) begin so. */
const IN_FRAMES = /^embed[A-Z]/;

/** Texts of question and marks, which nothing shows in a frame: the question stands in a window of the extension. */
const TEXTS = /\/locales\/id\/page\.json$/;

/**
 * Leaves out of a page's script what only the script for frames asks for (a kilobyte of Facebook's), and the other way
 * round the texts (four to five of each script for frames).
 */
export function frameRoles(): Plugin {
  let forFrames = false;
  return {
    name: "jaga-netral:frame-roles",
    enforce: "pre",
    buildStart({ input }) {
      forFrames = JSON.stringify(input).includes("-embed.content");
    },
    transform(code, id) {
      if (forFrames && TEXTS.test(id)) return { code: "{}", map: null };
      if (forFrames || !DATA.test(id)) return null;
      const source = JSON.parse(code) as Record<"selectors" | "labels", Record<string, string[]>>;
      for (const roles of [source.selectors, source.labels])
        for (const role of Object.keys(roles)) if (IN_FRAMES.test(role)) delete roles[role];
      return { code: JSON.stringify(source), map: null };
    },
  };
}
