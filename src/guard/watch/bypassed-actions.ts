import { makePace } from "../../dom/pacing.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { BypassedAction } from "../../domain/warning.ts";
import type { ActionState, Intent, Site } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";

/** Sites may show older actions late: for this long after a surface was first read, in ms, changes do not count. */
const SETTLE_MS = 2_000;
/** A site shows an action that passed the guard within this time, in ms. */
const SHOWN_MS = 15_000;
/** How long the toast stays, in ms; the user can close it earlier. */
export const TOAST_MS = 20_000;
/** Attributes and nodes change one after another: the state is read this much later, in ms. */
const GATHER_MS = 150;
/** How many surfaces are watched at once, and how many passed actions are remembered. */
const MAX_WATCHED = 60;
/** The attributes in which controls show their state; no others are watched. */
const STATE_ATTRIBUTES = ["aria-label", "aria-pressed", "data-testid", "style", "d"];

type ObservedAction = BypassedAction["action"];
/** Which state of the site an action changes. */
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
  /** The bar changed since its state was last read. */
  dirty: boolean;
}

/** Finds actions that happened on an assessed surface without passing the guard. */
export interface BypassWatch {
  /**
   * Schedules a check; cheap if nothing is assessed, free in a hidden tab.
   * @param whole check everything (the whole page was just read); else only new posts and changed bars.
   */
  schedule(whole: boolean): void;
  /** Remembers an action that is about to happen with the guard's consent. */
  onPass(intent: Intent): void;
}

/** @param unsilenced the assessed surfaces now on the page that the user did not silence; `post` is null for the header. */
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
  let passedActions: { action: ObservedAction; surface: Surface; at: number }[] = [];
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
      Math.max(GATHER_MS, pace.wait()),
    ) as unknown as number;
  };
  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
    for (const post of [...watched.keys()]) drop(post);
  });

  /** Observes only the post's own action bar, and a new one after the site redrew it. */
  function watchBar(post: Element, entry: WatchedSurface): void {
    if (entry.bar?.isConnected) return;
    entry.observer?.disconnect();
    entry.bar = site.actionBar(post);
    entry.observer =
      entry.bar &&
      new view.MutationObserver(() => {
        entry.dirty = true;
        schedule(false);
      });
    if (entry.bar)
      entry.observer?.observe(entry.bar, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: STATE_ATTRIBUTES,
      });
  }

  const wasPassed = (observed: ObservedAction, surface: Surface, now: number): boolean =>
    passedActions.some(
      (one) =>
        one.action === observed &&
        now - one.at < SHOWN_MS &&
        (isSameAuthor(one.surface, surface) || contentKey(one.surface) === contentKey(surface)),
    );

  function compare(entry: WatchedSurface, surface: Surface, state: ActionState, now: number): void {
    for (const observed of ["like", "repost", "follow", "join"] as const) {
      if (!state[observed] || entry.state[observed] !== false) continue;
      if (now - entry.since < SETTLE_MS || wasPassed(observed, surface, now)) continue;
      /* One toast per post, whatever else happens to it. */
      if (reported.has(entry.key)) continue;
      reported.add(entry.key);
      const { name, handle } = surface.author ?? {};
      onBypassed({ action: observed, site: site.id, subject: name || handle || undefined });
    }
    entry.state = { ...entry.state, ...state };
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
      let entry = watched.get(post);
      if (!whole && entry?.key === key && !entry.dirty && (!post || entry.bar?.isConnected)) continue;
      /* The site wrote another post into this element, which the scan reads soon: the state shown is not this post's. */
      if (post && contentKey(site.readPost(post)) !== key) continue;
      const state = site.actionState(post);
      if (entry?.key === key) {
        entry.dirty = false;
        compare(entry, surface, state, now);
      } else {
        entry?.observer?.disconnect();
        entry = { key, state, since: now, bar: null, observer: null, dirty: false };
        watched.set(post, entry);
      }
      if (post) watchBar(post, entry);
    }
  }

  return {
    schedule,
    onPass({ action, surfaces }) {
      const observed = OBSERVED_AS[action];
      if (!observed || !surfaces[0] || !site.actionState) return;
      passedActions = [
        ...passedActions.slice(1 - MAX_WATCHED),
        { action: observed, surface: surfaces[0], at: performance.now() },
      ];
    },
  };
}

function isSameAuthor({ author: a }: Surface, { author: b }: Surface): boolean {
  const same = (x?: string, y?: string) => !!x && x.toLowerCase() === y?.toLowerCase();
  return same(a?.handle, b?.handle) || same(a?.id, b?.id) || same(a?.name, b?.name);
}
