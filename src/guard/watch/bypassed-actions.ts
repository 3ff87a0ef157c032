import { newPace } from "../../dom/pacing.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Missed } from "../../domain/warning.ts";
import type { Intent, Site, Taken } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";

/** A site may show late what was done before, so long after a surface was first read, in ms. */
const FIRST_MS = 2_000;
/** A site shows an action that came through the guard within this time, in ms. */
const SHOWN_MS = 15_000;
/** The line stands this long, in ms; it can be closed before. */
export const TOLD_MS = 20_000;
/** Attributes and nodes change one after another: what they came to is read this much later, in ms. */
const GATHER_MS = 150;
/** So many surfaces are watched at once, and so many passed actions remembered. */
const MOST = 60;
/** What controls say of their state with; nothing else of a page is watched. */
const STATE = ["aria-label", "aria-pressed", "data-testid", "style", "d"];

type Deed = Missed["missed"];
/** Under which deed a site shows an action. */
const DEEDS: Partial<Record<Action, Deed>> = {
  like: "like",
  react: "like",
  repost: "repost",
  quote: "repost",
  follow: "follow",
  join: "join",
};

interface Watched {
  key: string;
  taken: Taken;
  since: number;
  bar: Element | null;
  observer: MutationObserver | null;
  /** Something changed in the bar since it was last read. */
  stirred: boolean;
}

/** Sees afterwards what happened on an assessed surface without having come through the guard. */
export interface MissedWatch {
  /**
   * Has it looked at soon; cheap where nothing is assessed, nothing at all in a hidden tab.
   * @param whole everything: the page was looked through. Else what is new, and bars in which something changed.
   */
  looked(whole: boolean): void;
  /** This is about to happen with the guard's knowledge. */
  passed(intent: Intent): void;
}

/** @param loud the assessed surfaces now on the page; `post` is null for the page's own heading. */
export function startMissed(
  doc: Document,
  site: Site,
  loud: () => readonly { post: Element | null; surface: Surface }[],
  tell: (what: Missed) => void,
  signal: AbortSignal,
): MissedWatch {
  const view = doc.defaultView!;
  const watched = new Map<Element | null, Watched>();
  const told = new Set<string>();
  let passed: { deed: Deed; surface: Surface; at: number }[] = [];
  let timer = 0;
  let all = false;
  const pace = newPace();

  const drop = (post: Element | null): void => {
    watched.get(post)?.observer?.disconnect();
    watched.delete(post);
  };
  const soon = (whole: boolean): void => {
    all ||= whole;
    timer ||= view.setTimeout(
      () => {
        timer = 0;
        const from = performance.now();
        look();
        pace.spent(from);
      },
      Math.max(GATHER_MS, pace.wait()),
    ) as unknown as number;
  };
  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
    for (const post of [...watched.keys()]) drop(post);
  });

  /** Only the bar of the post's own controls; it is found anew where the site draws another. */
  function watchBar(post: Element, at: Watched): void {
    if (at.bar?.isConnected) return;
    at.observer?.disconnect();
    at.bar = site.actionBar(post);
    at.observer =
      at.bar &&
      new view.MutationObserver(() => {
        at.stirred = true;
        soon(false);
      });
    if (at.bar)
      at.observer?.observe(at.bar, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: STATE,
      });
  }

  const wasPassed = (deed: Deed, surface: Surface, now: number): boolean =>
    passed.some(
      (one) =>
        one.deed === deed &&
        now - one.at < SHOWN_MS &&
        (sameAuthor(one.surface, surface) || contentKey(one.surface) === contentKey(surface)),
    );

  function compare(at: Watched, surface: Surface, taken: Taken, now: number): void {
    for (const deed of ["like", "repost", "follow", "join"] as const) {
      if (!taken[deed] || at.taken[deed] !== false) continue;
      if (now - at.since < FIRST_MS || wasPassed(deed, surface, now)) continue;
      /* One line a post, whatever else happens to it. */
      if (told.has(at.key)) continue;
      told.add(at.key);
      const { name, handle } = surface.author ?? {};
      tell({ missed: deed, site: site.id, subject: name || handle || undefined });
    }
    at.taken = { ...at.taken, ...taken };
  }

  function look(): void {
    if (signal.aborted || doc.hidden || !site.taken) return;
    const now = performance.now();
    const whole = all;
    all = false;
    const shown = loud().slice(-MOST);
    const there = new Set(shown.map(({ post }) => post));
    for (const post of [...watched.keys()]) if (!there.has(post)) drop(post);
    for (const { post, surface } of shown) {
      if (post && !post.isConnected) continue;
      const key = contentKey(surface);
      let at = watched.get(post);
      if (!whole && at?.key === key && !at.stirred && (!post || at.bar?.isConnected)) continue;
      /* Written over by another post, which is read in a moment: what is shown now is not this one's. */
      if (post && contentKey(site.readPost(post)) !== key) continue;
      const taken = site.taken(post);
      if (at?.key === key) {
        at.stirred = false;
        compare(at, surface, taken, now);
      } else {
        at?.observer?.disconnect();
        at = { key, taken, since: now, bar: null, observer: null, stirred: false };
        watched.set(post, at);
      }
      if (post) watchBar(post, at);
    }
  }

  return {
    looked: soon,
    passed({ action, surfaces }) {
      const deed = DEEDS[action];
      if (!deed || !surfaces[0] || !site.taken) return;
      passed = [...passed.slice(1 - MOST), { deed, surface: surfaces[0], at: performance.now() }];
    },
  };
}

function sameAuthor({ author: a }: Surface, { author: b }: Surface): boolean {
  const same = (x?: string, y?: string) => !!x && x.toLowerCase() === y?.toLowerCase();
  return same(a?.handle, b?.handle) || same(a?.id, b?.id) || same(a?.name, b?.name);
}
