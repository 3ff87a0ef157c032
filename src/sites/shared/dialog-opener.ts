import type { Surface } from "../../domain/assessment.ts";
import type { Action, SiteId } from "../../domain/vocabulary.ts";
import type { Intent } from "../adapter.ts";

/**
 * Remembers the post and the action for which a menu, dialog or composer was opened. It stores the surface as read at
 * that moment, because the site may remove the post in the meantime.
 */
export function makeDialogOpener(site: SiteId, readPost: (post: Element) => Surface) {
  let last: { post: Element; surface: Surface; action: Action } | null = null;
  const draftSurface = (text: string): Surface => ({ site, kind: "composer", text });
  return {
    /** @param action the action that sending from there performs */
    set(post: Element, action: Action): void {
      last = { post, surface: readPost(post), action };
    },
    /** The next dialog belongs to no post. */
    clear(): void {
      last = null;
    },
    /** The composer of the same post now performs another action (a quote instead of a repost). */
    changeAction(action: Action): void {
      if (last) last = { ...last, action };
    },
    action: (): Action | undefined => last?.action,
    /** An action on the remembered post; null if there is none. */
    intent(action: Action, control: Element, draft = ""): Intent | null {
      if (!last) return null;
      const surface = last.post.isConnected ? readPost(last.post) : last.surface;
      const surfaces = draft ? [surface, draftSurface(draft)] : [surface];
      return { action, control, anchor: last.post, surfaces };
    },
    /** Sends from a composer: with the remembered post, or the draft alone. */
    sendIntent(control: Element, draft: string): Intent | null {
      if (!draft) return null;
      return last
        ? this.intent(last.action, control, draft)
        : { action: "publish", control, surfaces: [draftSurface(draft)] };
    },
  };
}
