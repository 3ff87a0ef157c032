import type { Surface } from "../../domain/assessment.ts";
import type { Action, SiteId } from "../../domain/vocabulary.ts";
import type { Intent } from "../adapter.ts";

/**
 * Keeps in mind which post a menu, dialog or composer was opened from, and for what; as it was read then, since the site
 * may take the post away meanwhile.
 */
export function openers(site: SiteId, readPost: (post: Element) => Surface) {
  let last: { post: Element; surface: Surface; action: Action } | null = null;
  const draftSurface = (text: string): Surface => ({ site, kind: "composer", text });
  return {
    /** @param action what sending from there would do. */
    open(post: Element, action: Action): void {
      last = { post, surface: readPost(post), action };
    },
    /** What opens now answers to no post. */
    forget(): void {
      last = null;
    },
    /** The same post, its composer now does something else (a quote instead of a plain repost). */
    turn(action: Action): void {
      if (last) last = { ...last, action };
    },
    action: (): Action | undefined => last?.action,
    /** An act on the post from which the menu or composer was opened; null where it was none. */
    intent(action: Action, control: Element, draft = ""): Intent | null {
      if (!last) return null;
      const shown = last.post.isConnected ? readPost(last.post) : last.surface;
      const surfaces = draft ? [shown, draftSurface(draft)] : [shown];
      return { action, control, anchor: last.post, surfaces };
    },
    /** Sending from a composer: about the post it was opened from, else only what is written. */
    sends(control: Element, draft: string): Intent | null {
      if (!draft) return null;
      return last
        ? this.intent(last.action, control, draft)
        : { action: "publish", control, surfaces: [draftSurface(draft)] };
    },
  };
}
