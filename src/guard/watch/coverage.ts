import { runInSlices } from "../../dom/scheduling.ts";
import type { PageState } from "../../domain/warning.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { Site } from "../../sites/adapter.ts";
import { type RouteKind, routeKindOf } from "../../sites/shared/routes.ts";
import { actionSelector, hasUnreadActions, isUnreadAction } from "../../sites/shared/unread-actions.ts";

/** A page has this long, in ms, to show something readable before it is checked for unrecognised content. */
const SETTLE_MS = 4_000;
/** How many posts are checked for author or text: after a markup change that hides both, no post has either. */
const SAMPLE_SIZE = 10;

/** Finds out whether the guard recognises the page's content. Works outside of clicks, and never in a hidden tab. */
export interface Coverage {
  /** To be called when the scan read the whole page. */
  onRound(posts: readonly Element[]): void;
  /** To be called after the user pressed `target`, outside of the press's own events. */
  onPress(target: Element): void;
  /** To be called after a press on a control that acts and that nobody could read, on whatever screen. */
  onUnread(): void;
  unrecognized(): PageState["unrecognized"];
}

export function startCoverage(
  doc: Document,
  site: Site,
  data: () => SiteData,
  onChange: () => void,
  signal: AbortSignal,
): Coverage {
  const view = doc.defaultView!;
  let path = "";
  let route: RouteKind | null = null;
  let unrecognized: PageState["unrecognized"];
  let timer = 0;
  let selectorData: SiteData | null = null;
  let cachedSelector = "";

  const setUnrecognized = (next: PageState["unrecognized"]): void => {
    if (next === unrecognized) return;
    unrecognized = next;
    onChange();
  };
  const selector = (): string => {
    const now = data();
    if (now !== selectorData) cachedSelector = actionSelector(now);
    selectorData = now;
    return cachedSelector;
  };
  const isRead = (posts: readonly Element[]): boolean =>
    posts.slice(0, SAMPLE_SIZE).some((post) => {
      const { author, text } = site.readPost(post);
      return !!(author?.handle || author?.name || author?.id || text);
    });
  const followNavigation = (): void => {
    if (doc.location.pathname === path) return;
    path = doc.location.pathname;
    route = routeKindOf(site.places, path);
    view.clearTimeout(timer);
    timer = 0;
    setUnrecognized(undefined);
  };

  /** Skips hidden tabs: the scan reads the whole page when they are shown. */
  function checkPage(): void {
    timer = 0;
    if (signal.aborted || doc.hidden || !route || isRead(site.posts())) return;
    const at = path;
    runInSlices(
      doc,
      hasUnreadActions(doc, route, selector(), site.page() !== null, site.roots?.()),
      signal,
      (found) => {
        followNavigation();
        if (found && at === path && !isRead(site.posts())) setUnrecognized("page");
      },
    );
  }
  signal.addEventListener("abort", () => view.clearTimeout(timer));

  return {
    onRound(posts) {
      followNavigation();
      if (!route) return;
      if (!isRead(posts)) timer ||= view.setTimeout(checkPage, SETTLE_MS) as unknown as number;
      else if (unrecognized === "page") setUnrecognized(undefined);
    },
    onPress(target) {
      followNavigation();
      if (!route || unrecognized || !target.isConnected) return;
      const posts = site.posts();
      if (site.press(target)?.surfaces.length || posts.some((post) => post.contains(target))) return;
      if (isUnreadAction(target, selector(), !isRead(posts) && !site.page())) setUnrecognized("press");
    },
    onUnread() {
      followNavigation();
      setUnrecognized("press");
    },
    unrecognized: () => (doc.location.pathname === path ? unrecognized : undefined),
  };
}
