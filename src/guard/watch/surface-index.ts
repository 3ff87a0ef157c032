import type { Assessment, Surface } from "../../domain/assessment.ts";
import type { Site } from "../../sites/adapter.ts";
import { contentKey, type Rules } from "../decision/assessment-cache.ts";

/** A post that was read, with what it was found to be. */
export interface Seen {
  post: Element;
  surface: Surface;
  key: string;
  assessment: Assessment;
}

/** A surface with what it was found to be. */
export type Found = Pick<Seen, "surface" | "assessment">;

/** Owns what was read of a page: each post and the header, by element and content. */
export interface SurfaceIndex {
  /** Posts on the page with any sign, in the order they were found. */
  marked(): Seen[];
  /** The page's own header, where it has one with a sign. */
  page(): Found | null;
  /** Was it never read? */
  isNew(post: Element): boolean;
  /** Reads a post. @returns whether anything about it is news */
  read(post: Element, rules: Rules): boolean;
  /** Reads the page's header. @returns whether anything about it is news */
  readHeader(rules: Rules): boolean;
  /** Drops posts that left the page. @returns whether one with a sign was among them */
  dropGone(): boolean;
  /** Everything is to be read anew, e.g. after the rules changed. */
  clear(): void;
}

/** The key of a header that is to be read whatever it says. */
const UNREAD = "\u0000";

export function makeSurfaceIndex(site: Site): SurfaceIndex {
  const signs = new Map<Element, Seen>();
  /** Posts without a sign: only their content is kept, to see whether it changed. */
  let plain = new WeakMap<Element, Surface>();
  let header: Found | null = null;
  let headerKey = "";

  return {
    marked: () => [...signs.values()],
    page: () => header,
    isNew: (post) => !signs.has(post) && !plain.has(post),
    read(post, rules) {
      const surface = site.readPost(post);
      const before = signs.get(post)?.surface ?? plain.get(post);
      if (before && (before === surface || contentKey(before) === contentKey(surface))) return false;
      const assessment = rules.assess(surface);
      if (assessment.level === "clear") {
        plain.set(post, surface);
        return signs.delete(post);
      }
      plain.delete(post);
      signs.set(post, { post, surface, key: contentKey(surface), assessment });
      return true;
    },
    readHeader(rules) {
      const surface = site.page();
      const key = surface ? contentKey(surface) : "";
      if (key === headerKey) return false;
      headerKey = key;
      const assessment = surface && rules.assess(surface);
      header = surface && assessment && assessment.level !== "clear" ? { surface, assessment } : null;
      return true;
    },
    dropGone() {
      let any = false;
      for (const post of signs.keys()) if (!post.isConnected && signs.delete(post)) any = true;
      return any;
    },
    clear() {
      headerKey = UNREAD;
      signs.clear();
      plain = new WeakMap();
    },
  };
}
