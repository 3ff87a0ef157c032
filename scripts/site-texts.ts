import type { Plugin } from "vite";
import { SITE_ACTIONS } from "../src/sites/registry.ts";
import { type Action, SITE_IDS, type SiteId } from "../src/words.ts";

const TEXTS = /\/locales\/id\/page\.json$/;
/** The sites' names, one a line. */
const NAMES = /\/src\/ui\/names\.ts$/;
const NAME = /^ {2}(\w+): "[^"]*",\n/gm;

/** Texts of page scripts that belong to one action: "deed.repost", "told.missed.repost", "told.undo.repost". */
const OF_ACTION = /^(?:deed|told\.missed|told\.undo)\.(\w+)$/;
/** How YouTube calls following. */
const SUBSCRIBE = "told.undo.subscribe";

/** Leaves out the texts of actions that a site does not have; a question never names them there. */
export function textsOf(site: SiteId, texts: Readonly<Record<string, string>>): Record<string, string> {
  const acts = SITE_ACTIONS[site];
  const isMissing = (action: string) => !!acts && action in acts && acts[action as Action] !== "held";
  return Object.fromEntries(
    Object.entries(texts).filter(([key]) =>
      key === SUBSCRIBE ? site === "youtube" : !isMissing(OF_ACTION.exec(key)?.[1] ?? ""),
    ),
  );
}

/** A page's script carries the texts of its own site's actions only, and its name: half a kilobyte of Facebook's. */
export function siteTexts(): Plugin {
  let site: SiteId | undefined;
  return {
    name: "jaga-netral:site-texts",
    enforce: "pre",
    buildStart({ input }) {
      const name = /entrypoints\/(\w+)(?:-embed)?\.content/.exec(JSON.stringify(input))?.[1];
      site = SITE_IDS.find((id) => id === name);
    },
    transform(code, id) {
      if (site && NAMES.test(id))
        return { code: code.replace(NAME, (line, of) => (of === site ? line : "")), map: null };
      if (!site || !TEXTS.test(id)) return null;
      return { code: JSON.stringify(textsOf(site, JSON.parse(code))), map: null };
    },
  };
}
