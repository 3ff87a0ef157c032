import type { Assessment, Surface } from "../../domain/assessment.ts";
import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Action, RuleId, Strength, SurfaceKind } from "../../domain/vocabulary.ts";
import type { ShownBasis } from "../../domain/warning.ts";

/** What the law says about one action on one kind of surface, on the day of the question. */
export interface LegalExplanation {
  rule: { id: RuleId; number?: number | undefined; title: LocalizedText };
  strength: Strength;
  /** false: the rule only gives a notice (R4 to R7). */
  holds: boolean;
  note?: LocalizedText | undefined;
  bases: readonly ShownBasis[];
  sanction?: LocalizedText | undefined;
  phase?: LocalizedText | undefined;
}

/** The loaded rules as the guard uses them. Every call is synchronous, so that a click never waits for one. */
export interface Rules {
  /** @param isPress the user waits for it: see `cachedRules` */
  assess(surface: Surface, isPress?: boolean): Assessment;
  explain(action: Action, surface: SurfaceKind, assessment: Assessment): LegalExplanation | null;
}

/** How much of a text that was not read before a press is judged by it, in letters. */
const MAX_PRESS_LETTERS = 2_000;

const cut = (surface: Surface): Surface => ({
  ...surface,
  text: surface.text.slice(0, MAX_PRESS_LETTERS),
  inner: surface.inner && cut(surface.inner),
  parent: surface.parent && cut(surface.parent),
});

/**
 * Caches assessments by content, not by node: a recycled node never keeps another post's assessment. A press judges only
 * the start of a long text that a page wrote in that moment: the time it takes would tell the page of us. Its own draft is
 * judged whole, because nothing reads it before.
 */
export function cachedRules(rules: Rules, limit = 500): Rules {
  const cache = new Map<string, Assessment>();
  const cached: Rules = {
    explain: rules.explain,
    assess(surface, isPress) {
      const key = contentKey(surface);
      const hit = cache.get(key);
      if (hit) return hit;
      if (isPress && surface.kind !== "composer") return cached.assess(cut(surface));
      const fresh = rules.assess(surface);
      if (cache.size >= limit) cache.delete(cache.keys().next().value as string);
      cache.set(key, fresh);
      return fresh;
    },
  };
  return cached;
}

/** Surfaces are immutable once read, and their key is needed many times. */
const keyCache = new WeakMap<Surface, string>();

/** Everything an assessment looks at, as one string: surfaces with equal keys have equal content. */
export function contentKey(surface: Surface): string {
  let key = keyCache.get(surface);
  if (key === undefined) {
    key = makeKey(surface);
    keyCache.set(surface, key);
  }
  return key;
}

function makeKey(surface: Surface): string {
  const { author, page, inner, parent } = surface;
  /* The kind of a page decides how its name is read; the posting day, whether it precedes the end of a contest. */
  const authorKey = (a: Surface["author"]) =>
    a ? [a.handle, a.id, a.name, a.category, a.bio].join("\u0001") : "";
  return [
    surface.site,
    surface.kind,
    authorKey(author),
    authorKey(page),
    page?.kind ?? "",
    surface.postedAt ?? "",
    surface.text,
    (surface.imageAlt ?? []).join("\u0001"),
    inner ? contentKey(inner) : "",
    parent ? contentKey(parent) : "",
  ].join("\u0002");
}
