import { makePace } from "../../dom/pacing.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { BypassedAction } from "../../domain/warning.ts";
import type { ActionState, Intent, Site } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";

/** A site may show late what was done before, so long after a surface was first read, in ms. */
const SETTLE_MS = 2_000;
/** A site shows an action that came through the guard within this time, in ms. */
const SHOWN_MS = 15_000;
/** The line stands this long, in ms; it can be closed before. */
export const TOAST_MS = 20_000;
/** Attributes and nodes change one after another: what they came to is read this much later, in ms. */
const GATHER_MS = 150;
/** So many surfaces are watched at once, and so many passed actions remembered. */
const MAX_WATCHED = 60;
/** What controls say of their state with; nothing else of a page is watched. */
const STATE_ATTRIBUTES = ["aria-label", "aria-pressed", "data-testid", "style", "d"];

type ObservedAction = BypassedAction["action"];
/** Under which deed a site shows an action. */
const OBSERVED_AS: Partial<Record<Action, ObservedAction>> = {
  like: "like",
  react: "like",
  repost: "repost",
  quote: "repost",
  follow: "follow",
  join: "join",
};

interface WatchedSurface {
  key: string;
  state: ActionState;
  since: number;
  bar: Element | null;
  observer: MutationObserver | null;
  /** Something changed in the bar since it was last read. */
  isDirty: boolean;
}

/** Sees afterwards what happened on an assessed surface without having come through the guard. */
export interface BypassWatch {
  /**
   * Has it looked at soon; cheap where nothing is assessed, nothing at all in a hidden tab.
   * @param whole everything: the page was looked through. Else what is new, and bars in which something changed.
   */
  schedule(whole: boolean): void;
  /** This is about to happen with the guard's knowledge. */
  recordPassed(intent: Intent): void;
}

/** @param unsilenced the assessed surfaces now on the page; `post` is null for the page's own heading. */
export function startBypassWatch(
  doc: Document,
  site: Site,
  unsilenced: () => readonly { post: Element | null; surface: Surface }[],
  onBypassed: (what: BypassedAction) => void,
  signal: AbortSignal,
): BypassWatch {
  const view = doc.defaultView!;
  const watched = new Map<Element | null, WatchedSurface>();
  const reported = new Set<string>();
  let passed: { action: ObservedAction; surface: Surface; at: number }[] = [];
  let timer = 0;
  let isFullCheck = false;
  const pace = makePace();

  const drop = (post: Element | null): void => {
    watched.get(post)?.observer?.disconnect();
    watched.delete(post);
  };
  const schedule = (whole: boolean): void => {
    isFullCheck ||= whole;
    timer ||= view.setTimeout(
      () => {
        timer = 0;
        const from = performance.now();
        check();
        pace.record(from);
      },
      Math.max(GATHER_MS, pace.remaining()),
    ) as unknown as number;
  };
  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
    for (const post of [...watched.keys()]) drop(post);
  });

  /** Only the bar of the post's own controls; it is found anew where the site draws another. */
  function watchBar(post: Element, at: WatchedSurface): void {
    if (at.bar?.isConnected) return;
    at.observer?.disconnect();
    at.bar = site.actionBar(post);
    at.observer =
      at.bar &&
      new view.MutationObserver(() => {
        at.isDirty = true;
        schedule(false);
      });
    if (at.bar)
      at.observer?.observe(at.bar, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: STATE_ATTRIBUTES,
      });
  }

  const wasPassed = (observed: ObservedAction, surface: Surface, now: number): boolean =>
    passed.some(
      (one) =>
        one.action === observed &&
        now - one.at < SHOWN_MS &&
        (sameAuthor(one.surface, surface) || contentKey(one.surface) === contentKey(surface)),
    );

  function compare(at: WatchedSurface, surface: Surface, state: ActionState, now: number): void {
    for (const observed of ["like", "repost", "follow", "join"] as const) {
      if (!state[observed] || at.state[observed] !== false) continue;
      if (now - at.since < SETTLE_MS || wasPassed(observed, surface, now)) continue;
      /* One line a post, whatever else happens to it. */
      if (reported.has(at.key)) continue;
      reported.add(at.key);
      const { name, handle } = surface.author ?? {};
      onBypassed({ action: observed, site: site.id, subject: name || handle || undefined });
    }
    at.state = { ...at.state, ...state };
  }

  function check(): void {
    if (signal.aborted || doc.hidden || !site.actionState) return;
    const now = performance.now();
    const whole = isFullCheck;
    isFullCheck = false;
    const shown = unsilenced().slice(-MAX_WATCHED);
    const present = new Set(shown.map(({ post }) => post));
    for (const post of [...watched.keys()]) if (!present.has(post)) drop(post);
    for (const { post, surface } of shown) {
      if (post && !post.isConnected) continue;
      const key = contentKey(surface);
      let at = watched.get(post);
      if (!whole && at?.key === key && !at.isDirty && (!post || at.bar?.isConnected)) continue;
      /* Written over by another post, which is read in a moment: what is shown now is not this one's. */
      if (post && contentKey(site.readPost(post)) !== key) continue;
      const state = site.actionState(post);
      if (at?.key === key) {
        at.isDirty = false;
        compare(at, surface, state, now);
      } else {
        at?.observer?.disconnect();
        at = { key, state, since: now, bar: null, observer: null, isDirty: false };
        watched.set(post, at);
      }
      if (post) watchBar(post, at);
    }
  }

  return {
    schedule,
    recordPassed({ action, surfaces }) {
      const observed = OBSERVED_AS[action];
      if (!observed || !surfaces[0] || !site.actionState) return;
      passed = [
        ...passed.slice(1 - MAX_WATCHED),
        { action: observed, surface: surfaces[0], at: performance.now() },
      ];
    },
  };
}

function sameAuthor({ author: a }: Surface, { author: b }: Surface): boolean {
  const same = (x?: string, y?: string) => !!x && x.toLowerCase() === y?.toLowerCase();
  return same(a?.handle, b?.handle) || same(a?.id, b?.id) || same(a?.name, b?.name);
}
