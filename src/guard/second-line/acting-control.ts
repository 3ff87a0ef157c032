import { closestAcross } from "../../dom/shadow.ts";
import { isDisabled, labelOf } from "../../dom/text.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import words from "./action-words.json";

/**
 * Recognises a control that acts by what it says of itself: its name in the languages of the words, the name of its
 * icon, its test id, its state. No selector of a site is used.
 */

/** What a control does. "send" sends what is written in an editor. */
export type ActingKind = keyof typeof words;

/** A control that acts. */
export interface ActingControl {
  kind: ActingKind;
  control: Element;
  /** The site shows the action as done: pressing takes it back. */
  isDone: boolean;
  /** Sends to people, where nothing around says that it answers a post: on networks such messages are not read. */
  isPrivate: boolean;
  /** What its name says besides the action: "Ikuti Akun Satu" names whom. */
  rest: string;
}

export const CONTROL = 'button,[role="button"],[role="menuitem"]';
/** Controls there lead through the site. What the user can do to a post is never there. */
const ELSEWHERE =
  'nav,[role="navigation"],[role="banner"],[role="search"],[role="tablist"],[contenteditable="true"]';
/** Attributes whose values developers choose; the same in every language. */
const ID_ATTRIBUTES = ["data-testid", "data-e2e", "data-ad-rendering-role", "data-action", "id", "name"];
const WITH_ID = "[data-testid],[data-e2e],[data-ad-rendering-role]";
/** Icons that have a name of their own. */
const NAMED_ICON = "svg[aria-label],[role=img][aria-label],img[alt],svg title";
/** A longer name is that of a thing, not of an action. */
const MAX_NAME = 80;
/** After these, further words say what is acted on ("Like video", "Ikuti Akun Satu"); other words must stand alone. */
const WITH_REST: ReadonlySet<string> = new Set(["like", "dislike", "follow"]);

interface Word {
  kind: ActingKind;
  isDone: boolean;
  /** Said of what is published, never of messages to people. */
  isPublic?: boolean;
}
interface Vocabulary {
  names: ReadonlyMap<string, Word>;
  /** Names after which something may follow, by their first word, the longest first. */
  prefixes: ReadonlyMap<string, readonly (readonly [string, Word])[]>;
  tokens: ReadonlyMap<string, Word>;
}

const folded = (name: string): string =>
  name
    .replace(/[\p{Co}\u200b\u200e\u200f]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

const firstWord = (name: string): string => name.split(" ", 1)[0]!;

const PRIVATE: ReadonlySet<string> = new Set(words.send.private.map(folded));

/** Roles of a site's labels that mean a kind, and that it is done. */
const DONE_LABELS: Record<string, ActingKind> = {
  unlike: "like",
  unrepost: "repost",
  following: "follow",
  requested: "follow",
  subscribed: "follow",
  joined: "join",
};
const SEND_LABELS = /^(?:send|publish|sendComment|postComment|commentSend|storySend)$/;

/** The shared words, and the labels of the site's data: the site's come last, so that they decide. */
export function vocabularyOf({ labels }: Pick<SiteData, "labels">): Vocabulary {
  const names = new Map<string, Word>();
  const tokens = new Map<string, Word>();
  for (const [name, list] of Object.entries(words)) {
    const kind = name as ActingKind;
    for (const one of list.words) names.set(folded(one), { kind, isDone: false });
    for (const one of list.done) names.set(folded(one), { kind, isDone: true });
    for (const one of list.tokens) tokens.set(one, { kind, isDone: false, isPublic: one !== "send" });
    for (const one of list.doneTokens) tokens.set(one, { kind, isDone: true });
  }
  for (const [role, list] of Object.entries(labels)) {
    const done = DONE_LABELS[role];
    const kind = done ?? (SEND_LABELS.test(role) ? "send" : role in words ? (role as ActingKind) : undefined);
    /* A label "share" names what opens the dialog for sharing. */
    if (kind && kind !== "share") for (const one of list) names.set(folded(one), { kind, isDone: !!done });
  }
  const prefixes = new Map<string, (readonly [string, Word])[]>();
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  for (const [name, word] of longestFirst)
    if (WITH_REST.has(word.kind)) {
      const first = firstWord(name);
      prefixes.set(first, [...(prefixes.get(first) ?? []), [name, word]]);
    }
  return { names, prefixes, tokens };
}

/** What a name says: "27 Likes. Like" and "Suka, 1,2 rb" act; "Like: 19 people" is a count. */
function actionIn(name: string, { names, prefixes }: Vocabulary): (Word & { rest: string }) | null {
  const parts = folded(name).split(/[\n.,;·•()|]+/);
  for (const part of parts) {
    const word = names.get(part.trim());
    if (word) return { ...word, rest: "" };
  }
  for (const part of parts) {
    const text = part.trim();
    const found = prefixes.get(firstWord(text))?.find(([word]) => text.startsWith(`${word} `));
    if (found) return { ...found[1], rest: name.trim().slice(found[0].length).trim() };
  }
  return null;
}

/** What the ids that developers gave it say: "likeBtn", "feed-follow", "1234-unfollow". */
function actionById(control: Element, { tokens }: Vocabulary): Word | null {
  for (const el of [control, control.querySelector(WITH_ID)]) {
    if (!el) continue;
    const ids = ID_ATTRIBUTES.map((name) => el.getAttribute(name) ?? "");
    /* Reddit's votes have the action as an attribute of its own. */
    for (const plain of ["upvote", "downvote"]) if (el.hasAttribute(plain)) ids.push(plain);
    for (const id of ids) {
      if (!id || id.length > MAX_NAME) continue;
      const parts = id
        .replace(/([a-z])([A-Z])/g, "$1-$2")
        .toLowerCase()
        .split(/[^a-z]+/);
      /* A count, a tab or a dialog of something is not the thing; what quotes opens an editor first. */
      if (parts.some((part) => NOT_THE_THING.test(part))) continue;
      for (const part of parts) {
        const word = tokens.get(part);
        if (word) return word;
      }
    }
  }
  /* Telegram Web K's button for sending has neither name nor id. It needs a draft beside it all the same. */
  return /(?:^|[\s-])send(?:$|\s)/.test(control.getAttribute("class") ?? "")
    ? { kind: "send", isDone: false }
    : null;
}
/** Of a reaction given before: "Remove Love". */
const UNDO = /^(?:remove|undo|hapus|batal|batalkan|urungkan) /;
/** A vote given on old.reddit.com, which shows it by nothing else. */
const GIVEN = /(?:^| )(?:up|down)mod(?:$| )/;
const NOT_THE_THING = /^(?:quote|count|number|dialog|menu|tab|list|text)$/;

const nameOf = (control: Element): string => {
  const own = labelOf(control);
  if (control.hasAttribute("aria-label") && own) return own;
  const icon = control.querySelector(NAMED_ICON);
  const named = icon && (icon.getAttribute("aria-label") ?? icon.getAttribute("alt") ?? icon.textContent);
  return named || own;
};

/** The control of a pressed element; null if it is no control, or one that only leads somewhere else. */
export function controlOf(target: Element): Element | null {
  const control = closestAcross(target, CONTROL);
  return control && !isDisabled(control) && !closestAcross(control, ELSEWHERE) ? control : null;
}

/** What a control does; null if it does not act, or if nothing says so. */
export function actingControl(control: Element, vocabulary: Vocabulary): ActingControl | null {
  const name = nameOf(control);
  const said = name.length <= MAX_NAME ? actionIn(name, vocabulary) : null;
  const found = said ?? actionById(control, vocabulary);
  if (!found) return null;
  const { kind, isDone } = found;
  /* It opens a menu first: what acts is chosen there. */
  const opens = control.getAttribute("aria-haspopup");
  if (opens && opens !== "false" && kind !== "like" && kind !== "follow") return null;
  const pressed =
    control.getAttribute("aria-pressed") === "true" || control.getAttribute("aria-checked") === "true";
  const isPrivate =
    kind === "send" &&
    (!said || PRIVATE.has(folded(name))) &&
    actionById(control, vocabulary)?.isPublic !== true;
  const takesBack = (!said && UNDO.test(folded(name))) || GIVEN.test(control.getAttribute("class") ?? "");
  return { kind, control, isDone: isDone || pressed || takesBack, isPrivate, rest: said?.rest ?? "" };
}

export type { Vocabulary };
