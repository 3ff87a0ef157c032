import { inSlices } from "../../dom/scheduling.ts";
import type { PageState } from "../../domain/warning.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { Site } from "../../sites/adapter.ts";
import { type Place, placeOf } from "../../sites/shared/routes.ts";
import { actionSelector, meetsAction, showsActions } from "../../sites/shared/unread-actions.ts";

/** A page has this long, in ms, to show something that is read, before it is looked at for what is not. */
const SETTLED_MS = 4_000;
/** So many posts are asked for an author or words; a site that lost both is not read on any of them. */
const ASKED = 10;

/** Whether the page is read at all. Everything is done off the path of a click, and nothing in a hidden tab. */
export interface Health {
  /** The scan made a round. */
  looked(posts: readonly Element[]): void;
  /** The user pressed here (told after the press was judged, in a turn of its own). */
  pressed(target: Element): void;
  unread(): PageState["unread"];
}

export function startHealth(
  doc: Document,
  site: Site,
  data: () => SiteData,
  changed: () => void,
  signal: AbortSignal,
): Health {
  const view = doc.defaultView!;
  let path = "";
  let place: Place | null = null;
  let unread: PageState["unread"];
  let timer = 0;
  let last: SiteData | null = null;
  let actions = "";

  const say = (next: PageState["unread"]): void => {
    if (next === unread) return;
    unread = next;
    changed();
  };
  const selector = (): string => {
    const now = data();
    if (now !== last) actions = actionSelector(now);
    last = now;
    return actions;
  };
  const isRead = (posts: readonly Element[]): boolean =>
    posts.slice(0, ASKED).some((post) => {
      const { author, text } = site.readPost(post);
      return !!(author?.handle || author?.name || author?.id || text);
    });
  const moved = (): void => {
    if (doc.location.pathname === path) return;
    path = doc.location.pathname;
    place = placeOf(site.places, path);
    view.clearTimeout(timer);
    timer = 0;
    say(undefined);
  };

  /** A hidden tab is looked at when it is shown: the scan makes a round then. */
  function look(): void {
    timer = 0;
    if (signal.aborted || doc.hidden || !place || isRead(site.posts())) return;
    const at = path;
    inSlices(
      doc,
      showsActions(doc, place, selector(), site.page() !== null, site.roots?.()),
      signal,
      (found) => {
        moved();
        if (found && at === path && !isRead(site.posts())) say("page");
      },
    );
  }
  signal.addEventListener("abort", () => view.clearTimeout(timer));

  return {
    looked(posts) {
      moved();
      if (!place) return;
      if (!isRead(posts)) timer ||= view.setTimeout(look, SETTLED_MS) as unknown as number;
      else if (unread === "page") say(undefined);
    },
    pressed(target) {
      moved();
      if (!place || unread || !target.isConnected) return;
      const posts = site.posts();
      if (site.press(target)?.surfaces.length || posts.some((post) => post.contains(target))) return;
      if (meetsAction(target, selector(), !isRead(posts) && !site.page())) say("press");
    },
    unread: () => (doc.location.pathname === path ? unread : undefined),
  };
}
