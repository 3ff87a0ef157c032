import {
  closestAncestor,
  draftOf,
  isDisabled,
  labelOf,
  line,
  outermost,
  outermostAbove,
  plainText,
} from "../../dom/text.ts";
import type { Author, Page, Surface } from "../../domain/assessment.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { DOUBLE_TAP_INPUT } from "./double-tap.ts";
import { rolesOf } from "./roles.ts";

type ChatRole =
  | "message"
  | "text"
  | "textSkip"
  | "sender"
  | "selected"
  | "control"
  | "editor"
  | "send"
  | "answering"
  | "forward"
  | "reply"
  | "picker"
  | "join"
  | "place"
  | "placeName"
  | "chatName"
  | "groupMark"
  | "reaction"
  | "reacted"
  | "reactionPick"
  | "twice"
  | "poll"
  | "pollSend"
  | "pollField"
  | "joinFirst"
  | "openChat"
  | "under"
  | "story"
  | "storyText"
  | "storyReact";
type ChatLabel = "send" | "forward" | "reply" | "join" | "follow" | "vote";

/** The differences between messengers. */
export interface MessengerTraits {
  id: "whatsapp" | "telegram";
  /** The public name of the open chat, if the address contains it. */
  handle?(location: Location): string | undefined;
  /** True if the address says that the open chat is a group or channel. */
  isGroup?(location: Location): boolean;
}

/** Longer labels are no button's. */
const MAX_LABEL_LENGTH = 60;

/**
 * The adapter of a messenger. It reads only what the user sends, forwards, answers, reacts to, votes on or joins, and
 * only at that moment. It finds no posts and no page, so that other people's messages are never scanned.
 */
export function makeMessenger({ id, handle, isGroup }: MessengerTraits, doc: Document, data: SiteData): Site {
  const { selectorOf, isLabel } = rolesOf<ChatRole, ChatLabel>(data);
  const matches = (el: Element, role: ChatRole): boolean =>
    !!selectorOf(role) && el.matches(selectorOf(role));
  const closest = (el: Element, role: ChatRole): Element | null =>
    selectorOf(role) ? el.closest(selectorOf(role)) : null;
  const first = (root: ParentNode, role: ChatRole): Element | null =>
    selectorOf(role) ? root.querySelector(selectorOf(role)) : null;
  /** True if the control matches the role, contains its icon or has its label. */
  const isControlFor = (control: Element, role: "send" | "forward" | "reply"): boolean =>
    matches(control, role) || !!first(control, role) || isLabel(role, shortLabelOf(control));
  const messageOf = (el: Element): Element | null =>
    selectorOf("message") ? outermostAbove(el, selectorOf("message")) : null;

  /** The chat that is shown: a page may keep others beside it, hidden. */
  const shownChat = (): ParentNode => first(doc, "openChat") ?? doc;
  const firstShown = (role: ChatRole): Element | null => first(shownChat(), role);

  /** The message that the user touched last, because a menu does not say where it was opened. */
  let lastTouched: Element | null = null;
  /** The messages being forwarded, as read at that moment; `shown` after the composer showed them. */
  let forwarded: { surfaces: Surface[]; shown: boolean } | null = null;

  function readMessage(message: Element): Surface {
    const texts = selectorOf("text")
      ? outermost(message, selectorOf("text")).filter((el) => !closest(el, "textSkip"))
      : [];
    const name = line(first(message, "sender"));
    const text = texts.map((el) => plainText(el, selectorOf("textSkip"))).filter(Boolean);
    return { site: id, kind: "post", text: text.join("\n"), ...(name ? { author: { name } } : {}) };
  }

  /** The selected messages, or the one touched last. */
  function readForwarded(control: Element): Surface[] {
    const selected = selectorOf("selected")
      ? [...doc.querySelectorAll(selectorOf("selected"))].map(messageOf)
      : [];
    const chosen = new Set(selected.length ? selected : [messageOf(control) ?? lastTouched]);
    return [...chosen].filter((one) => one?.isConnected).map((one) => readMessage(one!));
  }

  /** The open group or channel by its name; of a chat with one person not even the name is read. */
  function openChat(): { page?: Page } {
    const name = firstShown("groupMark") || isGroup?.(doc.location) ? line(firstShown("chatName")) : "";
    return name ? { page: { kind: "chat", name, handle: handle?.(doc.location) } } : {};
  }

  const draftSurface = (text: string): Surface => ({ site: id, kind: "composer", text, ...openChat() });

  /** The story that the viewer shows: its owner's name comes first. */
  function readStory(story: Element): Surface {
    const name = line(first(story, "sender") ?? first(story, "placeName"));
    const text = first(story, "storyText");
    return {
      site: id,
      kind: "post",
      text: text ? plainText(text) : "",
      ...(name ? { author: { name } } : {}),
    };
  }

  /**
   * What a draft answers: the message shown above the composer, the story around it, or the post whose comments are
   * open. A comment that is answered stands below that post.
   */
  function answeredBy(control: Element): Surface | null {
    const story = closest(control, "story");
    if (story) return readStory(story);
    const post = firstShown("under");
    const below = post ? { parent: readMessage(post) } : {};
    const quoted = firstShown("answering");
    if (quoted) return { site: id, kind: "post", text: plainText(quoted, "button"), ...openChat(), ...below };
    return below.parent ?? null;
  }

  /**
   * Sends the draft, with the message it answers or forwards.
   * @param wordless true where something is sent without words as well (a voice message, a picture)
   */
  function composerIntent(control: Element, draft: string, wordless = false): Intent | null {
    const drafts = draft ? [draftSurface(draft)] : [];
    if (forwarded && (closest(control, "picker") || firstShown("answering")))
      return { action: "share", control, surfaces: [...forwarded.surfaces, ...drafts] };
    if (!draft && !wordless) return null;
    const parent = answeredBy(control);
    if (!parent) return draft ? { action: "send", control, surfaces: drafts } : null;
    return {
      action: "reply",
      control,
      surfaces: [parent, ...drafts.map((own) => ({ ...own, parent }))],
    };
  }

  /** The nearest composer around a button. */
  function nearestEditor(control: Element): Element | null {
    for (let up = control.parentElement; up; up = up.parentElement) {
      const found = first(up, "editor");
      if (found) return found;
    }
    return null;
  }

  function sendIntent(control: Element): Intent | null {
    const editor = nearestEditor(control);
    return composerIntent(control, editor ? draftOf(editor) : "", !!editor);
  }

  /** Joins the group that the box around the button names, or the open chat. */
  function joinIntent(action: "join" | "follow", control: Element): Intent {
    const box = closest(control, "place");
    const name = line(
      (box && selectorOf("placeName")
        ? [...box.querySelectorAll(selectorOf("placeName"))].find((el) => !control.contains(el) && line(el))
        : null) ?? firstShown("chatName"),
    );
    const author: Author = { name, handle: handle?.(doc.location) };
    const kind = action === "join" ? "group" : "profile";
    return { action, control, surfaces: [{ site: id, kind, author, text: "" }] };
  }

  /** An invitation's buttons look alike: the first one joins. */
  const isFirstInPlace = (control: Element): boolean =>
    matches(control, "joinFirst") && first(closest(control, "place") ?? doc, "joinFirst") === control;

  /** A poll of the user's own: its question and answers are one draft. */
  function pollIntent(control: Element): Intent | null {
    const box = closestAncestor(control, (up) => !!first(up, "pollField"));
    const fields = box ? [...box.querySelectorAll(selectorOf("pollField"))] : [];
    return composerIntent(control, fields.map(draftOf).filter(Boolean).join("\n"));
  }

  const messageIntent = (
    action: "react" | "vote",
    control: Element,
    message: Element | null,
  ): Intent | null =>
    message && { action, control, anchor: message, surfaces: [{ ...readMessage(message), ...openChat() }] };

  function press(target: Element): Intent | null {
    const control = closest(target, "control");
    if (!control || isDisabled(control)) return null;
    const message = messageOf(control);
    if (message) {
      if (matches(control, "poll") || isLabel("vote", shortLabelOf(control)))
        return messageIntent("vote", control, message);
      return matches(control, "reaction") && !matches(control, "reacted")
        ? messageIntent("react", control, message)
        : null;
    }
    const story = matches(control, "storyReact") ? closest(control, "story") : null;
    if (story) return { action: "react", control, anchor: story, surfaces: [readStory(story)] };
    if (matches(control, "reactionPick"))
      return messageIntent("react", control, lastTouched?.isConnected ? lastTouched : null);
    const word = shortLabelOf(control);
    if (isLabel("follow", word)) return joinIntent("follow", control);
    if (matches(control, "join") || isFirstInPlace(control) || isLabel("join", word))
      return joinIntent("join", control);
    if (matches(control, "pollSend")) return pollIntent(control);
    return isControlFor(control, "send") ? sendIntent(control) : null;
  }

  /** Enter sends, or Ctrl+Enter if the user chose that. */
  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || k.shift || k.alt) return null;
    const editor = closest(target, "editor");
    return editor && composerIntent(editor, draftOf(editor));
  }

  /** A double click or tap on a message reacts to it, if the chat shows reactions. */
  function doubleTap(target: Element): Intent | null {
    const message = closest(target, "twice");
    return message && !target.closest("a[href],button") && firstShown("reaction")
      ? messageIntent("react", target, message)
      : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") {
      if (how === "focus") pointerDown(target);
      return;
    }
    const control = closest(target, "control");
    if (!control) return;
    /* A forwarded message stays above the composer until it is sent or cancelled. */
    if (forwarded) {
      const shown = !!firstShown("answering");
      if (shown) forwarded.shown = true;
      else if (forwarded.shown) forwarded = null;
    }
    if (closest(control, "picker")) return;
    if (isControlFor(control, "forward")) forwarded = { surfaces: readForwarded(control), shown: false };
    else if (isControlFor(control, "reply")) forwarded = null;
  }

  function pointerDown(target: Element): void {
    lastTouched = messageOf(target) ?? lastTouched;
  }

  return {
    id,
    press,
    key,
    ...(selectorOf("twice") && { doubleTap, doubleTapInput: DOUBLE_TAP_INPUT }),
    pointerDown,
    actsOnPointerDown: true,
    remember,
    posts: () => [],
    readPost: readMessage,
    page: () => null,
    heading: () => null,
    actionBar: () => null,
    pickerOpen: () => false,
    findRedrawn: () => null,
  };
}

/** The label of a control, or an empty string if it is too long for a button. */
function shortLabelOf(control: Element): string {
  const label = labelOf(control);
  return label.length > MAX_LABEL_LENGTH ? "" : label;
}
