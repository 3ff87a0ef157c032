import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { ActionState, Intent, Site } from "../../sites/adapter.ts";
import type { ActingKind } from "./acting-control.ts";
import { makeSecondLine, type SecondLine } from "./second-line.ts";

/** A site whose presses the second line reads where the adapter claims nothing. */
export interface GuardedSite extends Site {
  secondLine: SecondLine;
  /** The control of an action that was pressed last and that neither could read. */
  unread(): UnreadPress | null;
}

/** A press that acted on something nobody could read. */
interface UnreadPress {
  target: Element;
  kind: ActingKind;
  /** When, in ms of the page's clock. */
  at: number;
}

/** Puts the second line behind an adapter. What the adapter recognises never reaches it. */
export function withSecondLine(doc: Document, site: Site, data: () => SiteData): GuardedSite {
  const secondLine = makeSecondLine(doc, site, data);
  /** Intents of the second line: the adapter knows nothing of their controls. */
  const own = new WeakSet<Intent>();
  let unread: UnreadPress | null = null;

  /** An adapter may find the post, and none of its words: sites show them elsewhere on some screens. */
  function completed(intent: Intent): Intent {
    const [first, ...more] = intent.surfaces;
    if (first?.kind !== "post" && first?.kind !== "comment") return intent;
    if (first.text || first.inner || first.imageAlt?.length) return intent;
    const read = secondLine.wordsAround(intent.control);
    const isSame = read && (!first.author?.handle || first.author.handle === read.author.handle);
    return isSame && read.text ? { ...intent, surfaces: [{ ...first, text: read.text }, ...more] } : intent;
  }

  function press(target: Element): Intent | null {
    const claimed = site.press(target);
    if (claimed) return completed(claimed);
    const acting = secondLine.acting(target);
    if (!acting || acting.isDone) return null;
    /* Within a post that the adapter reads, it knows best what only opens a menu. */
    const isKnown = acting.kind === "repost" && isInKnownPost(target);
    const found = isKnown ? null : secondLine.press(target);
    if (found) own.add(found);
    else if (acting.kind !== "send" && !isKnown)
      unread = { target, kind: acting.kind, at: performance.now() };
    return found;
  }
  const isInKnownPost = (target: Element): boolean => site.posts().some((post) => post.contains(target));

  return {
    ...site,
    secondLine,
    unread: () => unread,
    press,
    key(key, target) {
      const claimed = site.key(key, target);
      const found = claimed ?? secondLine.key(key, target);
      if (found && !claimed) own.add(found);
      return found;
    },
    remember(target, how) {
      site.remember(target, how);
      if (how === "press") secondLine.remember(target);
    },
    findRedrawn: (intent) => (own.has(intent) ? secondLine.findRedrawn(intent) : site.findRedrawn(intent)),
    isDone: (intent) =>
      own.has(intent) ? secondLine.acting(intent.control)?.isDone || undefined : site.isDone?.(intent),
    actionState(post): ActionState {
      const part = post ?? headOf(site);
      return { ...(part && secondLine.statesIn(part)), ...site.actionState?.(post) };
    },
  };
}

/** The head of the page: the part around its heading that has a control. */
function headOf(site: Site): Element | null {
  for (let at = site.page() && site.heading(); at; at = at.parentElement) {
    if (at.matches("body,main,[role=main]")) return null;
    if (at.querySelector('button,[role="button"]')) return at;
  }
  return null;
}
