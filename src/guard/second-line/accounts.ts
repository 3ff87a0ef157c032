import { line } from "../../dom/text.ts";
import type { Author } from "../../domain/assessment.ts";
import type { Site } from "../../sites/adapter.ts";
import { type ActingKind, CONTROL } from "./acting-control.ts";
import { parentOf } from "./box.ts";
import type { Controls } from "./controls.ts";
import { PAGE, type Posts } from "./posts.ts";
import { accountOf, firstWords, shortest } from "./read.ts";
import { isShown } from "./visible.ts";

/** An account and the part of the page that names it. */
interface NamedAccount {
  author: Author;
  part: Element;
}

/** Whom a control for following or joining is about. */
export interface Accounts {
  /** The account whose handle the control's own name tells: "Ikuti @akun_0001". @param rest what it says besides */
  named(control: Element, rest: string): NamedAccount | null;
  /** The account named in the smallest part around a control that names one: by a link, or by a heading. */
  beside(control: Element, kind: ActingKind): NamedAccount | null;
  /** The account of the page in the address, where no other control could be meant. */
  ofPage(control: Element): NamedAccount | null;
}

/** Of so many other buttons for following it is asked whose they are. */
const MAX_OTHERS = 6;
const HEADING = 'h1,h2,[role="heading"]';

export function makeAccounts(
  doc: Document,
  site: Pick<Site, "page">,
  { ofKind }: Controls,
  posts: Posts,
): Accounts {
  function named(control: Element, rest: string): NamedAccount | null {
    const handle = /^@([\w.-]{2,64})$/.exec(rest)?.[1];
    if (!handle) return null;
    const leads = (link: Element) => accountOf(link)?.handle?.toLowerCase() === handle.toLowerCase();
    if (addressed().handle?.toLowerCase() === handle.toLowerCase()) return ofAddress(control);
    for (let at = parentOf(control); at && !at.matches("body,html"); at = parentOf(at)) {
      const link = linksIn(at).find(leads);
      const author = link && nameOf(at, link);
      if (author && author.name !== author.handle) return { author, part: at };
    }
    return { author: { handle }, part: control };
  }

  function beside(control: Element, kind: ActingKind): NamedAccount | null {
    /* A row that fades in is pressed together with its name. */
    const isVisible = isShown(control) ? isShown : () => true;
    for (let at = parentOf(control); at && !at.matches("body,html"); at = parentOf(at)) {
      /* Posts begin here: their authors are not whom the head of a page follows. */
      if (ofKind(at, "like", null, 1).length) return null;
      const link = linksIn(at).find(
        (one) => accountOf(one) && isVisible(one) && (one === at || !one.closest(CONTROL)),
      );
      const headings = link
        ? []
        : [...at.querySelectorAll(HEADING)].filter((one) => line(one) && isVisible(one));
      const others = ofKind(at, kind, control);
      /* Several accounts: whom this one follows is certain only where the name stands right before it. */
      if (others.length && !(link && isNearest(control, link, others))) return null;
      if (link) return { author: nameOf(at, link), part: at };
      if (headings.length) return { author: headedBy(at, headings), part: at };
    }
    return null;
  }

  /** The names in the head of a page: its headings and its first words, of which sites use one, the other or both. */
  function headedBy(part: Element, headings: readonly Element[]): Author {
    const names = [...headings.slice(0, 2).map(line), firstWords(part)];
    return { ...addressed(), name: [...new Set(names)].filter(Boolean).join(" ") };
  }
  /** By the page's title: "Akun Lima (@akun_0005) / X". */
  function ofAddress(control: Element): NamedAccount {
    const { handle } = addressed();
    const title = doc.title.split(/ [—–|/•·-] |[(（]/)[0]!.trim();
    const page = site.page()?.author;
    if (page) return { author: page, part: doc.body };
    /* The largest part without posts is the head. */
    let head = control;
    for (
      let at = parentOf(head);
      at && !at.matches(PAGE) && !ofKind(at, "like", null, 1).length;
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

  return {
    named,
    beside,
    ofPage(control) {
      if (!site.page() && !addressed().handle) return null;
      const others = ofKind(doc.body, "follow", control, MAX_OTHERS);
      return others.every((one) => beside(one, "follow") || posts.beside(one)) ? ofAddress(control) : null;
    },
  };
}

const linksIn = (part: Element): Element[] => [
  ...(part.matches("a[href]") ? [part] : []),
  ...part.querySelectorAll("a[href]"),
];

/** The name of the linked account, by those of its links that show one. */
function nameOf(part: Element, link: Element): Author {
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

/** True if this control stands nearer to the name than every other: a list of accounts names each beside its button. */
const isNearest = (control: Element, name: Element, others: readonly Element[]): boolean => {
  const order = (a: Element, b: Element) => !!(a.compareDocumentPosition(b) & 4);
  return others.every((other) => order(control, other)) && order(name, control);
};
