import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { ActionState, Intent, Site } from "../../sites/adapter.ts";
import type { ActingControl } from "./acting-control.ts";
import { type Afterwards, makeAfterPress } from "./after-press.ts";
import { POPUP } from "./drafts.ts";
import { makeSecondLine } from "./second-line.ts";

/** Puts the second line behind an adapter. What the adapter recognises never reaches it. */
export function withSecondLine(
  doc: Document,
  site: Site,
  data: () => SiteData,
  afterwards: Afterwards,
): Site {
  const line = makeSecondLine(doc, site, data);
  const afterPress = makeAfterPress(doc, site, line, afterwards);
  /** Intents of the second line, of whose controls the adapter knows nothing; and the control each part was read from. */
  const own = new WeakSet<Intent>();
  const readFrom = new WeakMap<Element, Element>();
  /** Controls that the adapter claimed: where it passes one of them, that takes the action back. */
  const claimedBefore = new WeakSet<Element>();
  /** What `press` found last and nobody could read. */
  let unread: { target: Element; acting: ActingControl } | null = null;

  /** An adapter may find the post, and none of its words: sites show them elsewhere on some screens. */
  function completed(intent: Intent): Intent {
    const [first, ...more] = intent.surfaces;
    if (first?.kind !== "post" && first?.kind !== "comment") return intent;
    if (first.text || first.inner || first.imageAlt?.length) return intent;
    const read = line.wordsAround(intent.control);
    const isSame = read && (!first.author?.handle || first.author.handle === read.author.handle);
    return isSame && read.text ? { ...intent, surfaces: [{ ...first, text: read.text }, ...more] } : intent;
  }

  function note(intent: Intent | null): Intent | null {
    if (!intent) return null;
    own.add(intent);
    if (intent.anchor) readFrom.set(intent.anchor, intent.control);
    return intent;
  }
  /** Where the adapter reads posts, it knows best what only opens a menu or an editor, and what takes an action back. */
  function isPassedOnPurpose({ kind, control }: ActingControl): boolean {
    if (claimedBefore.has(control)) return true;
    const posts = site.posts();
    const post = posts.find((one) => one.contains(control));
    if (kind === "repost") return !!post || (posts.length > 0 && !!control.closest(POPUP));
    if (!post) return false;
    if (!site.actionState?.(post)?.[kind as keyof ActionState]) return false;
    const bar = site.actionBar(post);
    return !bar || bar.contains(control) || control.contains(bar);
  }

  return {
    ...site,
    press(target) {
      unread = null;
      const claimed = site.press(target);
      if (claimed) {
        claimedBefore.add(claimed.control);
        return completed(claimed);
      }
      const acting = line.acting(target);
      if (!acting || acting.isDone) return null;
      if (isPassedOnPurpose(acting)) return null;
      const found = note(line.press(target));
      if (!found && acting.kind !== "send") unread = { target, acting };
      return found;
    },
    key: (key, target) => site.key(key, target) ?? note(line.key(key, target)),
    remember(target, how) {
      site.remember(target, how);
      if (how !== "press") return;
      line.remember(target);
      if (unread?.target === target) afterPress(unread.acting);
      unread = null;
    },
    /** A part that the second line read is read by it again: whether it still shows the same decides what may happen. */
    readPost(post) {
      const from = readFrom.get(post);
      const again = from && !site.posts().includes(post) ? line.press(from)?.surfaces[0] : undefined;
      return again ?? site.readPost(post);
    },
    findRedrawn: (intent) => (own.has(intent) ? line.findRedrawn(intent) : site.findRedrawn(intent)),
    isDone: (intent) =>
      own.has(intent) ? line.acting(intent.control)?.isDone || undefined : site.isDone?.(intent),
    actionState(post): ActionState {
      const part = post ?? headOf(site);
      return { ...(part && line.statesIn(part)), ...site.actionState?.(post) };
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
