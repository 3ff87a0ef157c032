import type { Assessment, Surface } from "../../domain/assessment.ts";
import type { Site } from "../../sites/adapter.ts";
import { contentKey, type Rules } from "../decision/assessment-cache.ts";

/** A post with its surface and assessment. */
export interface AssessedPost {
  post: Element;
  surface: Surface;
  key: string;
  assessment: Assessment;
}

/** A surface with its assessment. */
export type AssessedSurface = Pick<AssessedPost, "surface" | "assessment">;

/** Owns what was read of a page: every post and the header, by element and content. */
export interface SurfaceIndex {
  /** Posts on the page with evidence, in the order they were read. */
  marked(): AssessedPost[];
  /** The page's own header, if it has evidence. */
  page(): AssessedSurface | null;
  /** True if the post was never read. */
  isNew(post: Element): boolean;
  /** Reads a post. @returns true if its assessment is news */
  read(post: Element, rules: Rules): boolean;
  /** Reads the page's header. @returns true if its assessment is news */
  readHeader(rules: Rules): boolean;
  /** Drops posts that left the page. @returns true if one of them had evidence */
  prune(): boolean;
  /** Forgets everything, e.g. after the rules changed. */
  clear(): void;
}

/** A header key that equals no content, so that the header is read again. */
const NEVER_READ = "\u0000";

export function makeSurfaceIndex(site: Site): SurfaceIndex {
  const flagged = new Map<Element, AssessedPost>();
  /** Posts without evidence: only their content is kept, to see whether it changed. */
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
    prune() {
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
