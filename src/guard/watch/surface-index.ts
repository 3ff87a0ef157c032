import type { Assessment, Surface } from "../../domain/assessment.ts";
import type { Site } from "../../sites/adapter.ts";
import { contentKey, type Rules } from "../decision/assessment-cache.ts";

/** A post that was read, with what it was found to be. */
export interface AssessedPost {
  post: Element;
  surface: Surface;
  key: string;
  assessment: Assessment;
}

/** A surface with what it was found to be. */
export type AssessedSurface = Pick<AssessedPost, "surface" | "assessment">;

/** Owns what was read of a page: each post and the header, by element and content. */
export interface SurfaceIndex {
  /** Posts on the page with any sign, in the order they were found. */
  marked(): AssessedPost[];
  /** The page's own header, where it has one with a sign. */
  page(): AssessedSurface | null;
  /** Was it never read? */
  isNew(post: Element): boolean;
  /** Reads a post. @returns whether anything about it is news */
  read(post: Element, rules: Rules): boolean;
  /** Reads the page's header. @returns whether anything about it is news */
  readHeader(rules: Rules): boolean;
  /** Drops posts that left the page. @returns whether one with a sign was among them */
  dropRemoved(): boolean;
  /** Everything is to be read anew, e.g. after the rules changed. */
  clear(): void;
}

/** The key of a header that is to be read whatever it says. */
const NEVER_READ = "\u0000";

export function makeSurfaceIndex(site: Site): SurfaceIndex {
  const flagged = new Map<Element, AssessedPost>();
  /** Posts without a sign: only their content is kept, to see whether it changed. */
  let clear = new WeakMap<Element, Surface>();
  let header: AssessedSurface | null = null;
  let headerKey = "";

  return {
    marked: () => [...flagged.values()],
    page: () => header,
    isNew: (post) => !flagged.has(post) && !clear.has(post),
    read(post, rules) {
      const surface = site.readPost(post);
      const before = flagged.get(post)?.surface ?? clear.get(post);
      if (before && (before === surface || contentKey(before) === contentKey(surface))) return false;
      const assessment = rules.assess(surface);
      if (assessment.level === "clear") {
        clear.set(post, surface);
        return flagged.delete(post);
      }
      clear.delete(post);
      flagged.set(post, { post, surface, key: contentKey(surface), assessment });
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
    dropRemoved() {
      let any = false;
      for (const post of flagged.keys()) if (!post.isConnected && flagged.delete(post)) any = true;
      return any;
    },
    clear() {
      headerKey = NEVER_READ;
      flagged.clear();
      clear = new WeakMap();
    },
  };
}
