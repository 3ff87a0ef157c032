/** The pages of the tests: hand-made ones in this folder, saved ones where their folder exists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SiteId } from "../../../src/domain/sites.ts";
import { standInOf } from "./stand-in.ts";
import type { PageSource, WayName } from "./types.ts";

export type SiteName = SiteId;
type Paths = Record<string, string | string[]>;

/** CSS paths to the parts of the page, in `<page>.slots.json` or in the page itself (stand-in.ts). */
interface Slots {
  /** Differs from those of the site's other pages before the hash: else the browser only moves within the page. */
  url: string;
  lang: string;
  loggedIn: boolean;
  posts: ({ kind: string } & Paths)[];
  comments: Paths[];
  profile: Paths | null;
  composer: Paths | null;
  other: Paths;
  /** The page's actions, if its site has no file of its own in ../matrix. */
  rows?: readonly Row[];
  /** Held actions that cannot be tried on the page, with the reason. */
  blanks?: readonly { action: string; way: string; reason: string }[];
  /** Name of the stand-in (../pages/live) where the site's own does not fit the page. */
  app?: string;
  /** Path of an account's page with "{handle}"; if absent, the handle is the path. */
  profilePath?: string;
}

/**
 * Place of the campaign: the post, its first comment, the head of the page, the user's own text, an account cell, what a
 * neutral post quotes or passes on, or an account among the posts.
 */
export type About = "post" | "comment" | "profile" | "draft" | "cell" | "quoted" | "account";

/** One action: a button and perhaps a second one that it opens, or an editor with the controls that open and send it. */
export interface Row {
  /** Its name in the printed table. */
  action: string;
  /** The name under which the page's app sends it, if different. */
  sends?: string;
  about: About;
  /** Index of the post or account row that it is about; 0 by default. */
  post?: number;
  /** Slots by their path ("S.posts[0].like"), or selectors. */
  button?: string;
  then?: string;
  open?: readonly string[];
  editor?: string;
  send?: string;
  /** The key that sends from the editor. */
  key?: string;
  undoable?: boolean;
  /** The ways that the site knows, if not all: elements without focus are acted on by no key. */
  ways?: readonly WayName[];
}

export interface TestPage {
  site: SiteName;
  /** File name without ".html". */
  name: string;
  /** Made by hand from the selector tables; false: saved from the real site. */
  handMade: boolean;
  slots: Slots;
  source: PageSource;
}

const OWN = resolve(import.meta.dirname, "../pages");

/** Folder of saved pages, where it exists: not part of the project. */
function savedFolder(): string | undefined {
  const shared = process.env.JN_SHARED ?? resolve(import.meta.dirname, "../../../../shared");
  const folder = join(shared, "pages");
  return existsSync(folder) ? folder : undefined;
}

/** Printed once by the runner. */
export const savedPagesNote = (): string =>
  savedFolder()
    ? "saved pages found: the tests run on them and on the hand-made ones"
    : "no folder of saved pages (JN_SHARED): the tests run on the hand-made pages only";

const read = (...parts: string[]) => readFileSync(join(...parts), "utf8");

/** Resolves every slot to its element before the page changes. */
const resolver = (slots: Slots) => `window.__slots = (() => {
  const one = (p) => document.querySelector(p);
  const all = (o) => o && Object.fromEntries(Object.entries(o).map(([k, v]) =>
    [k, Array.isArray(v) ? v.map(one) : k === "kind" ? v : one(v)]));
  const s = ${JSON.stringify({ posts: slots.posts, comments: slots.comments, profile: slots.profile, composer: slots.composer, other: slots.other })};
  return { posts: s.posts.map(all), comments: s.comments.map(all), profile: all(s.profile), composer: all(s.composer), other: all(s.other) };
})();`;

function load(site: SiteName, folder: string, name: string): TestPage | null {
  const page = read(folder, `${name}.html`);
  const inPage = standInOf(page);
  /* Slots of a saved page may stand among the hand-made ones. */
  const beside = [folder, join(OWN, site)].map((at) => join(at, `${name}.slots.json`)).find(existsSync);
  if (!inPage && !beside) return null;
  const slots = (inPage?.slots ?? JSON.parse(read(beside!))) as Slots;
  const live = (script: string) => read(OWN, `live/${script}.js`);
  const scripts = [resolver(slots), live("common"), inPage?.app ?? live(slots.app ?? site), live("reset")];
  const source = { url: slots.url, html: inPage?.html ?? page, css: read(OWN, "test.css"), scripts };
  return { site, name, handMade: name.startsWith("hand_"), slots, source };
}

const listed = (site: SiteName, folder: string): TestPage[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".html"))
        .flatMap((file) => load(site, folder, basename(file, ".html")) ?? [])
    : [];

/** Hand-made pages first. A hand-made page here wins over a saved one of the same name. */
export function pagesOf(site: SiteName): TestPage[] {
  const own = listed(site, join(OWN, site));
  const saved = savedFolder();
  const more = saved ? listed(site, join(saved, site)).filter((page) => !page.handMade) : [];
  return [...own, ...more];
}

/** @throws Error where there is no such page. */
export function pageNamed(site: SiteName, name: string): TestPage {
  const page = pagesOf(site).find((one) => one.name === name);
  if (!page) throw new Error(`no page ${name} of ${site}`);
  return page;
}
