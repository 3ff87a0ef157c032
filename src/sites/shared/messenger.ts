import { draftOf, isDisabled, labelOf, line, outermost, outermostAbove, plainText } from "../../dom/text.ts";
import type { Author, Page, Surface } from "../../domain/assessment.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { DOUBLE } from "./double-tap.ts";
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
  | "poll";
type ChatWord = "send" | "forward" | "reply" | "join" | "follow" | "vote";

/** What one messenger does differently. */
export interface Chat {
  id: "whatsapp" | "telegram";
  /** The public name of the open chat, where its address tells one. */
  handle?(location: Location): string | undefined;
  /** Whether the address says that the open chat is a group or channel. */
  isGroup?(location: Location): boolean;
}

/** Longest label of a control that is looked at; longer ones are no words of a button. */
const LABEL = 60;

/**
 * A messenger. Only what the user sends, forwards, answers, reacts to, votes on or joins is read, and only at that moment: there
 * are no posts to be found and no page to be assessed, so that other people's messages are never looked at.
 */
export function chat({ id, handle, isGroup }: Chat, doc: Document, data: SiteData): Site {
  const { s, is } = rolesOf<ChatRole, ChatWord>(data);
  const matches = (el: Element, role: ChatRole): boolean => !!s(role) && el.matches(s(role));
  const closest = (el: Element, role: ChatRole): Element | null => (s(role) ? el.closest(s(role)) : null);
  const first = (root: ParentNode, role: ChatRole): Element | null =>
    s(role) ? root.querySelector(s(role)) : null;
  /** The control is it, or bears its icon, or is called so. */
  const means = (control: Element, role: "send" | "forward" | "reply"): boolean =>
    matches(control, role) || !!first(control, role) || is(role, wordOf(control));
  const messageOf = (el: Element): Element | null => (s("message") ? outermostAbove(el, s("message")) : null);

  /** The message that the user touched last: menus say nothing of where they were opened. */
  let touched: Element | null = null;
  /** What is being forwarded, as it was read then; `shown` once the composer showed it. */
  let forwarded: { surfaces: Surface[]; shown: boolean } | null = null;

  function read(message: Element): Surface {
    const texts = s("text") ? outermost(message, s("text")).filter((el) => !closest(el, "textSkip")) : [];
    const name = line(first(message, "sender"));
    const text = texts.map((el) => plainText(el, s("textSkip"))).filter(Boolean);
    return { site: id, kind: "post", text: text.join("\n"), ...(name ? { author: { name } } : {}) };
  }

  /** The messages that are ticked, else the one touched last. */
  function readForwarded(control: Element): Surface[] {
    const ticked = s("selected") ? [...doc.querySelectorAll(s("selected"))].map(messageOf) : [];
    const chosen = new Set(ticked.length ? ticked : [messageOf(control) ?? touched]);
    return [...chosen].filter((one) => one?.isConnected).map((one) => read(one!));
  }

  /** The group or channel that is open, by its name alone; of a chat with one person not even that. */
  function place(): { page?: Page } {
    const name = first(doc, "groupMark") || isGroup?.(doc.location) ? line(first(doc, "chatName")) : "";
    return name ? { page: { kind: "chat", name, handle: handle?.(doc.location) } } : {};
  }

  const draftSurface = (text: string): Surface => ({ site: id, kind: "composer", text, ...place() });

  /** Sending from the composer: what is written, and what it answers or passes on. */
  function sends(control: Element, draft: string): Intent | null {
    const own = draft ? [draftSurface(draft)] : [];
    const bar = first(doc, "answering");
    if (!bar) return draft ? { action: "send", control, surfaces: own } : null;
    if (forwarded) return { action: "share", control, surfaces: [...forwarded.surfaces, ...own] };
    if (!draft) return null;
    const answered: Surface = { site: id, kind: "post", text: plainText(bar, "button"), ...place() };
    return { action: "reply", control, surfaces: [answered, { ...draftSurface(draft), parent: answered }] };
  }

  /** The composer that a button belongs to: the nearest one around it. */
  function editorOf(control: Element): Element | null {
    for (let up = control.parentElement; up; up = up.parentElement) {
      const found = first(up, "editor");
      if (found) return found;
    }
    return null;
  }

  function send(control: Element): Intent | null {
    if (forwarded && closest(control, "picker"))
      return { action: "share", control, surfaces: forwarded.surfaces };
    const editor = editorOf(control);
    return sends(control, editor ? draftOf(editor) : "");
  }

  /** Joining what the box around the button names, else the chat that is open. */
  function joins(action: "join" | "follow", control: Element): Intent {
    const place = closest(control, "place");
    const name = line(
      (place && s("placeName")
        ? [...place.querySelectorAll(s("placeName"))].find((el) => !control.contains(el) && line(el))
        : null) ?? first(doc, "chatName"),
    );
    const author: Author = { name, handle: handle?.(doc.location) };
    const kind = action === "join" ? "group" : "profile";
    return { action, control, surfaces: [{ site: id, kind, author, text: "" }] };
  }

  const acts = (action: "react" | "vote", control: Element, message: Element | null): Intent | null =>
    message && { action, control, anchor: message, surfaces: [{ ...read(message), ...place() }] };

  function press(target: Element): Intent | null {
    const control = closest(target, "control");
    if (!control || isDisabled(control)) return null;
    const message = messageOf(control);
    if (message) {
      if (matches(control, "poll") || is("vote", wordOf(control))) return acts("vote", control, message);
      return matches(control, "reaction") && !matches(control, "reacted")
        ? acts("react", control, message)
        : null;
    }
    if (matches(control, "reactionPick"))
      return acts("react", control, touched?.isConnected ? touched : null);
    const word = wordOf(control);
    if (is("follow", word)) return joins("follow", control);
    if (matches(control, "join") || is("join", word)) return joins("join", control);
    return means(control, "send") ? send(control) : null;
  }

  /** Enter sends; where the user set it otherwise, Ctrl+Enter does. */
  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || k.shift || k.alt) return null;
    const editor = closest(target, "editor");
    return editor && sends(editor, draftOf(editor));
  }

  /** Two clicks or taps on a message react to it, where the chat shows reactions at all. */
  function twice(target: Element): Intent | null {
    const message = messageOf(target);
    return message && !target.closest("a[href],button") && first(doc, "reaction")
      ? acts("react", target, message)
      : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") {
      if (how === "focus") touch(target);
      return;
    }
    const control = closest(target, "control");
    if (!control) return;
    /* What was passed on stands above the field until it is sent or given up. */
    if (forwarded) {
      const shown = !!first(doc, "answering");
      if (shown) forwarded.shown = true;
      else if (forwarded.shown) forwarded = null;
    }
    if (closest(control, "picker")) return;
    if (means(control, "forward")) forwarded = { surfaces: readForwarded(control), shown: false };
    else if (means(control, "reply")) forwarded = null;
  }

  function touch(target: Element): void {
    touched = messageOf(target) ?? touched;
  }

  return {
    id,
    press,
    key,
    ...(s("reaction") && { twice, double: DOUBLE }),
    touch,
    early: true,
    remember,
    posts: () => [],
    readPost: read,
    page: () => null,
    heading: () => null,
    actionBar: () => null,
    pickerOpen: () => false,
    again: () => null,
  };
}

/** What a control is called, where it is short enough to be the word of a button. */
function wordOf(control: Element): string {
  const label = labelOf(control);
  return label.length > LABEL ? "" : label;
}
