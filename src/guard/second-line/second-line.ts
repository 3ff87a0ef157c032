import { draftOf, isEditable, line } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { ActionState, Intent, KeyPress, Site } from "../../sites/adapter.ts";
import {
  type ActingControl,
  type ActingKind,
  actingControl,
  CONTROL,
  controlOf,
  type Vocabulary,
  vocabularyOf,
} from "./acting-control.ts";
import { type BoxSearch, boxAround, isShown, outermostHost, parentOf } from "./box.ts";
import { accountOf, accountsIn, firstWords, hasWords, type Reading, readBox, shortest } from "./read.ts";

/**
 * The second line: what a press acts on, by structure alone, where the site's adapter claims nothing. It looks at the
 * page only when the user presses, and holds nothing that it cannot read. Of a private messenger it reads the user's own
 * editor only.
 */
export interface SecondLine {
  /** The action of pressing this element; null if it does not act, or if what it acts on cannot be read. */
  press(target: Element): Intent | null;
  /** The action of a key in an editor: Ctrl+Enter sends everywhere, Enter in messengers. */
  key(key: KeyPress, target: Element): Intent | null;
  /** Remembers from where a menu or a dialog opens. */
  remember(target: Element): void;
  /** What the element's control does, read or not; null if it does not act. */
  acting(target: Element): ActingControl | null;
  /** The words around a control of a post; an empty string if nothing around can be read. */
  wordsAround(control: Element): Reading | null;
  /**
   * What an action that cannot be read may have been on, for telling afterwards only: the dialog around it, or the page,
   * where no other control is of its kind.
   */
  wideAround(target: Element): Surface | null;
  /** The same control after the site redrew it. */
  findRedrawn(intent: Intent): Element | null;
  /** The states of controls of a part: the first of each kind. */
  statesIn(part: Element): ActionState;
}

const EDITOR = '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],textarea';
const NO_EDITOR = '[role="search"],[role="searchbox"],[type="search"]';
const POPUP = '[role="menu"],[role="dialog"],dialog,[popover]';
/** Messages to people, which are not read outside messengers. */
const PRIVATE_PLACE = /^\/(?:messages|messaging|message|direct|chat|inbox)(?:$|\/)/;
/** A live chat is public, though its button says "Kirim". */
const LIVE = /^\/live/;
/** A button that sends is at most this far from what contains its editor, in elements. */
const MAX_SEND_CLIMB = 10;
/** Of so many other buttons for following it is asked whose they are. */
const MAX_OTHERS = 6;
const HEADING = 'h1,h2,[role="heading"]';
const MESSENGERS: ReadonlySet<string> = new Set(["whatsapp", "telegram"]);
/** What is chosen in a menu or dialog acts on the post from which it was opened. */
const CHOSEN: ReadonlySet<ActingKind> = new Set(["repost", "share", "like", "follow"]);

const ACTIONS: Record<Exclude<ActingKind, "send">, Action> = {
  like: "like",
  dislike: "dislike",
  follow: "follow",
  join: "join",
  attend: "attend",
  repost: "repost",
  share: "share",
};

export function makeSecondLine(
  doc: Document,
  site: Pick<Site, "id" | "page">,
  data: () => SiteData,
): SecondLine {
  const isMessenger = MESSENGERS.has(site.id);
  let vocabulary: Vocabulary | null = null;
  let dataBefore: SiteData | null = null;
  const words = (): Vocabulary => {
    const now = data();
    if (!vocabulary || now !== dataBefore) vocabulary = vocabularyOf(now);
    dataBefore = now;
    return vocabulary;
  };
  /** What controls do, for the time of one press: the same control is asked for at each step outwards. */
  let asked = new Map<Element, ActingControl | null>();
  const byKind = new Map<ActingKind, Element[]>();
  function forget(): void {
    asked = new Map();
    byKind.clear();
  }
  function what(control: Element): ActingControl | null {
    if (asked.size === 0) queueMicrotask(forget);
    let found = asked.get(control);
    if (found === undefined) {
      found = actingControl(control, words());
      asked.set(control, found);
    }
    return found;
  }
  /** The control from which a menu or dialog may have been opened last. */
  let opener: Element | null = null;

  /** Reads the part of the page around a control of some kind; controls without a name are of one kind if alike. */
  function readAround(control: Element, kind: ActingKind | null): { reading: Reading; root: Element } | null {
    const shape = shapeOf(control);
    const search: BoxSearch = {
      accountsIn,
      hasWords,
      isSameKind: (other) => (kind ? what(other)?.kind === kind : shapeOf(other) === shape),
    };
    const box = boxAround(control, search);
    const reading = box && readBox(box);
    if (!box || !reading) return null;
    return { reading, root: box.root };
  }

  const surfaceOf = ({ author, text, imageAlt }: Reading): Surface => ({
    site: site.id,
    kind: "post",
    author,
    text,
    ...(imageAlt.length && { imageAlt }),
  });

  function onPost(action: Action, control: Element, around: Element, kind: ActingKind | null): Intent | null {
    const found = readAround(around, kind);
    return found && { action, control, anchor: found.root, surfaces: [surfaceOf(found.reading)] };
  }

  /** Controls of a kind in a part, without this one. The document's are looked for once a press. */
  function ofKind(part: Element, kind: ActingKind, control?: Element): Element[] {
    let all = byKind.get(kind);
    if (!all) {
      all = [...doc.querySelectorAll(CONTROL)].filter((one) => what(one)?.kind === kind && isShown(one));
      byKind.set(kind, all);
    }
    return all.filter((one) => one !== control && part.contains(one));
  }

  /** Follows or joins: the account that the nearest part names, with its post; else that of the page. */
  function onAccount({ kind, control, rest }: ActingControl): Intent | null {
    const post = postBeside(control);
    const found =
      accountNamed(control, rest) ?? accountBeside(control, kind) ?? (post ? null : accountOfPage(control));
    if (!found && !post) return null;
    const surfaces = post ? [surfaceOf(post.reading)] : [];
    if (found) {
      const author =
        rest && !rest.startsWith("@") && !found.author.name ? { ...found.author, name: rest } : found.author;
      surfaces.unshift({ site: site.id, kind: kind === "follow" ? "profile" : "group", author, text: "" });
    }
    return {
      action: ACTIONS[kind as "follow" | "join"],
      control,
      anchor: (found?.part ?? post?.root)!,
      surfaces,
    };
  }

  /** The account whose handle the control's own name tells: "Ikuti @akun_0001". */
  function accountNamed(control: Element, rest: string): { author: Author; part: Element } | null {
    const handle = /^@([\w.-]{2,64})$/.exec(rest)?.[1];
    if (!handle) return null;
    const leads = (link: Element) => accountOf(link)?.handle?.toLowerCase() === handle.toLowerCase();
    if (addressed().handle?.toLowerCase() === handle.toLowerCase()) return ofAddress(control);
    for (let at = parentOf(control); at && !at.matches("body,html"); at = parentOf(at)) {
      const link = linksIn(at).find(leads);
      const author = link && namedIn(at, link);
      if (author && author.name !== author.handle) return { author, part: at };
    }
    return { author: { handle }, part: control };
  }

  /** The account named in the smallest part around a control that names one: by a link, or by a heading. */
  function accountBeside(control: Element, kind: ActingKind): { author: Author; part: Element } | null {
    /* A row that fades in is pressed together with its name. */
    const isVisible = isShown(control) ? isShown : () => true;
    for (let at = parentOf(control); at && !at.matches("body,html"); at = parentOf(at)) {
      /* Posts begin here: their authors are not whom the head of a page follows. */
      if (ofKind(at, "like").length) return null;
      const link = linksIn(at).find(
        (one) => accountOf(one) && isVisible(one) && (one === at || !one.closest(CONTROL)),
      );
      const headings = link
        ? []
        : [...at.querySelectorAll(HEADING)].filter((one) => line(one) && isVisible(one));
      const others = ofKind(at, kind, control);
      /* Several accounts: whom this one follows is certain only where the name stands right before it. */
      if (others.length && !(link && isNearest(control, link, others))) return null;
      if (link) return { author: namedIn(at, link), part: at };
      if (headings.length) return { author: headedBy(at, headings), part: at };
    }
    return null;
  }

  const linksIn = (part: Element): Element[] => [
    ...(part.matches("a[href]") ? [part] : []),
    ...part.querySelectorAll("a[href]"),
  ];

  /** The name of the linked account, by those of its links that show one. */
  function namedIn(part: Element, link: Element): Author {
    const account = accountOf(link)!;
    const same = linksIn(part).filter((one) => {
      const other = accountOf(one);
      return other?.handle === account.handle && other?.id === account.id;
    });
    const names = same.map((one) => {
      const leaf = [...one.querySelectorAll("*")].find(
        (el) => !el.firstElementChild && el.textContent?.trim() && !el.closest(CONTROL),
      );
      return leaf ? line(leaf) : one.firstElementChild ? "" : line(one);
    });
    return { ...account, name: shortest(names) ?? account.handle };
  }

  /** The account of the page in the address, where no other control could be meant. */
  function accountOfPage(control: Element): { author: Author; part: Element } | null {
    if (!site.page() && !addressed().handle) return null;
    const others = ofKind(doc.body, "follow", control).slice(0, MAX_OTHERS);
    return others.every((one) => accountBeside(one, "follow") || postBeside(one)) ? ofAddress(control) : null;
  }
  /** The names in the head of a page: its headings and its first words, of which sites use one, the other or both. */
  function headedBy(part: Element, headings: readonly Element[]): Author {
    const names = [...headings.slice(0, 2).map(line), firstWords(part)];
    return { ...addressed(), name: [...new Set(names)].filter(Boolean).join(" ") };
  }
  /** By the page's title: "Akun Lima (@akun_0005) / X". */
  function ofAddress(control: Element): { author: Author; part: Element } {
    const { handle } = addressed();
    const title = doc.title.split(/ [—–|/•·-] |[(（]/)[0]!.trim();
    const page = site.page()?.author;
    if (page) return { author: page, part: doc.body };
    /* The largest part without posts is the head. */
    let head = control;
    for (
      let at = parentOf(head);
      at && !at.matches("body,html,main,[role=main]") && !ofKind(at, "like").length;
      at = parentOf(at)
    )
      head = at;
    const name = [...new Set([title, firstWords(head)])].filter(Boolean).join(" ");
    return { author: { handle, name: name || handle }, part: head };
  }
  function addressed(): Author {
    const link = doc.createElement("a");
    link.setAttribute("href", doc.location.pathname);
    return accountOf(link) ?? {};
  }

  /** The post that the control is a part of. */
  function postBeside(control: Element): { reading: Reading; root: Element } | null {
    for (let at = parentOf(control); at && !at.matches("body,html,main,[role=main]"); at = parentOf(at)) {
      const [like] = ofKind(at, "like", control);
      if (!like) continue;
      const found = readAround(like, "like");
      return found?.root.contains(outermostHost(control)) ? found : null;
    }
    return null;
  }

  /** The editors beside a button that sends: those of the same dialog or form, else of the nearest part with one. */
  function editorsFor(control: Element): Element[] {
    let at = parentOf(control);
    for (let up = 0; at && up < MAX_SEND_CLIMB && !at.matches("body,html,main"); up++, at = parentOf(at)) {
      const editors = editorsIn(at);
      if (editors.length === 0) continue;
      /* A dialog sends all of it, however many editors it has. */
      const dialog = at.closest('[role="dialog"],dialog');
      const all = dialog ? editorsIn(dialog) : editors;
      return all.some((one) => sendsFrom(one, control)) ? all : [];
    }
    return [];
  }
  const editorsIn = (part: Element): Element[] =>
    [...part.querySelectorAll(EDITOR)].filter((one) => isShown(one) && !one.closest(NO_EDITOR));

  /** True if no other button that sends is nearer to the editor. */
  function sendsFrom(editor: Element, control: Element): boolean {
    for (let at = parentOf(editor); at; at = parentOf(at)) {
      if (at.contains(outermostHost(control))) return true;
      if (ofKind(at, "send").length) return false;
    }
    return false;
  }

  function onDraft(control: Element, editors: readonly Element[], isPrivate = false): Intent | null {
    const text = editors.map(draftOf).filter(Boolean).join("\n");
    if (!text) return null;
    const draft: Surface = { site: site.id, kind: "composer", text };
    if (isMessenger) return { action: "send", control, surfaces: [draft] };
    const about = answeredBy(editors[0]!);
    if (!about && isPrivate) return null;
    if (!about) return { action: "publish", control, surfaces: [draft] };
    const parent = surfaceOf(about.reading);
    return { action: "reply", control, anchor: about.root, surfaces: [parent, { ...draft, parent }] };
  }

  /** What a draft answers: the post around its editor, or the one from which its dialog was opened. */
  function answeredBy(editor: Element): { reading: Reading; root: Element } | null {
    if (editor.closest(POPUP))
      return opener?.isConnected && !editor.closest(POPUP)!.contains(opener) && isAnswer(opener)
        ? readAround(opener, null)
        : null;
    for (let at = parentOf(editor); at && !at.matches("body,html,main,[role=main]"); at = parentOf(at)) {
      const likes = ofKind(at, "like");
      const [like] = likes;
      if (like)
        return likes.length === 1 || at.matches("article,[role=article]") ? readAround(like, "like") : null;
    }
    return null;
  }
  /** Opened by what answers or passes on, not by a button for a new post. */
  const isAnswer = (control: Element): boolean => {
    const row = control.parentElement?.parentElement?.parentElement;
    return !!row && [...row.querySelectorAll(CONTROL)].some((one) => what(one)?.kind === "like");
  };

  function acting(target: Element): ActingControl | null {
    const control = controlOf(target);
    return control && what(control);
  }

  function press(target: Element): Intent | null {
    const found = acting(target);
    if (!found || found.isDone) return null;
    const { kind, control } = found;
    if (kind === "send")
      return PRIVATE_PLACE.test(doc.location.pathname)
        ? null
        : onDraft(control, editorsFor(control), found.isPrivate && !LIVE.test(doc.location.pathname));
    if (isMessenger) return null;
    const popup = control.closest(POPUP);
    if (CHOSEN.has(kind) && popup && opener?.isConnected && !popup.contains(opener)) {
      const own = kind === "follow" || kind === "like" ? readOwn(found) : null;
      return (
        own ?? (kind === "follow" ? null : onPost(ACTIONS[kind], control, opener, what(opener)?.kind ?? null))
      );
    }
    return readOwn(found);
  }
  function readOwn(found: ActingControl): Intent | null {
    const { kind, control } = found;
    if (kind === "follow" || kind === "join") return onAccount(found);
    return onPost(ACTIONS[kind as Exclude<ActingKind, "send">], control, control, kind);
  }

  return {
    press,
    acting,
    key(k, target) {
      if (k.composing || k.key !== "Enter" || k.shift || k.alt || (!k.ctrl && !isMessenger)) return null;
      const editor = isEditable(target) ? target.closest(EDITOR) : null;
      if (!editor || editor.closest(NO_EDITOR) || PRIVATE_PLACE.test(doc.location.pathname)) return null;
      const dialog = isMessenger ? null : editor.closest('[role="dialog"],dialog');
      return onDraft(editor, dialog ? editorsIn(dialog) : [editor], !dialog);
    },
    remember(target) {
      const control = isMessenger ? null : controlOf(target);
      if (control && !control.closest(POPUP)) opener = control;
    },
    wordsAround: (control) => readAround(control, what(control)?.kind ?? null)?.reading ?? null,
    wideAround(target) {
      const control = isMessenger ? null : controlOf(target);
      const kind = control && what(control)?.kind;
      const root =
        kind && (outermostHost(control).closest(POPUP) ?? doc.querySelector("main,[role=main]") ?? doc.body);
      if (!root || ofKind(root, kind, control).length) return null;
      const reading = readBox({ root, without: [] });
      return reading && surfaceOf(reading);
    },
    findRedrawn({ anchor, control }) {
      const kind = anchor?.isConnected && actingControl(control, words())?.kind;
      const again = kind ? ofKind(anchor, kind) : [];
      return again.length === 1 ? again[0]! : null;
    },
    statesIn(part) {
      const states: ActionState = {};
      for (const one of part.querySelectorAll(CONTROL)) {
        const found = what(one);
        if (found && OBSERVED.has(found.kind) && isShown(one))
          states[found.kind as keyof ActionState] ??= found.isDone;
      }
      return states;
    },
  };
}

/** The kinds whose state a site shows. */
const OBSERVED: ReadonlySet<ActingKind> = new Set(["like", "repost", "follow", "join"]);

/** What controls alike share: their tag, role and the names of their attributes. */
const shapeOf = (control: Element): string =>
  `${control.localName} ${control.getAttribute("data-testid") ?? ""} ${[...control.attributes].map(({ name }) => name).sort()} ${control.getAttribute("aria-haspopup")}`;

/** True if this control stands nearer to the name than every other: a list of accounts names each beside its button. */
const isNearest = (control: Element, name: Element, others: readonly Element[]): boolean => {
  const order = (a: Element, b: Element) => !!(a.compareDocumentPosition(b) & 4);
  return others.every((other) => order(control, other)) && order(name, control);
};
