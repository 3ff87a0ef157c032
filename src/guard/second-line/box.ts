import { CONTROL } from "./acting-control.ts";
import { isShown } from "./visible.ts";

/** A part of the page that belongs to one control, without the parts that belong to others of its kind. */
export interface Box {
  root: Element;
  /** Parts inside that are not its own: comments below a post, answers below a comment. */
  without: readonly Element[];
}

/** The whole page, and what stands beside the content. A box never reaches them. */
const PAGE =
  'body,html,nav,aside,[role="navigation"],[role="complementary"],[role="feed"],[role="list"],[role="banner"]';
/** Marked as one thing: a box ends with it, once it names its author. */
const ITEM = "article,[role=article]";
const ROOM = 'main,[role="main"],dialog,[role="dialog"]';
/** Farther above a control, in elements, nothing belongs to it. */
const MAX_CLIMB = 40;
/** A row of controls lies within so many elements above each of them, and has no more controls than this. */
export const ROW_CLIMB = 4;
export const MAX_ROW = 9;
/** A part with more links with pictures than this, or accounts, is a list of other things. */
const MAX_PICTURES = 4;
const MAX_ACCOUNTS = 3;

/** The parent; of a shadow root's top elements the host. What a host's slots show are its children as well. */
export const parentOf = (el: Element): Element | null =>
  el.parentElement ?? (el.parentNode as Partial<ShadowRoot> | null)?.host ?? null;

/** Children in the composed tree: those in an open shadow root, then the element's own. */
function composedChildren(el: Element): Element[] {
  const children: Element[] = [];
  for (let one = el.shadowRoot?.firstElementChild ?? null; one; one = one.nextElementSibling)
    children.push(one);
  for (let one = el.firstElementChild; one; one = one.nextElementSibling) children.push(one);
  return children;
}

function depthBelow(el: Element, top: Element): number {
  let depth = 0;
  for (let at: Element | null = el; at && at !== top; at = parentOf(at)) depth++;
  return depth;
}

/** The element that stands for one inside shadow roots: their outermost host. */
export function outermostHost(el: Element): Element {
  let at = el;
  for (
    let root = at.getRootNode() as Partial<ShadowRoot>;
    root.host;
    root = at.getRootNode() as Partial<ShadowRoot>
  )
    at = root.host;
  return at;
}

/** The number of controls in the row of this one: a comment has fewer than its post. */
function rowSize(control: Element, { accountsIn }: BoxSearch): number {
  let at = parentOf(control);
  for (let up = 0; at && up < ROW_CLIMB; up++, at = parentOf(at)) {
    /* Beyond the row: the head of what the controls belong to. */
    if (accountsIn(at).length) return 1;
    const { length } = [...at.querySelectorAll(CONTROL)].filter(
      (one) => !one.parentElement?.closest(CONTROL),
    );
    if (length > 1) return length > MAX_ROW ? 1 : length;
  }
  return 1;
}

const isAfter = (a: Element, b: Element): boolean => !!(a.compareDocumentPosition(b) & 4);

/** How a box finds what it looks for. */
export interface BoxSearch {
  /** True for another control of the same kind. */
  isSameKind(other: Element): boolean;
  /** The accounts that links in this part lead to. */
  accountsIn(part: Element): readonly string[];
  /** True if a part shows words besides those of controls and names. */
  hasWords(part: Element): boolean;
}

/**
 * The largest part of the page around a control that contains no other control of its kind and names an account. If
 * that part names none, it grows on over controls that are subordinate to this one: those of a shorter row, or those
 * that follow deeper in the tree (the comments of a post, the answers to a comment); their own parts are left out.
 * @returns null if no such part names an account
 */
export function boxAround(control: Element, search: BoxSearch): Box | null {
  /** Controls inside shadow roots are not found from outside: there the hosts stand for them. */
  const hosts = new Set<string>();
  let marker = control;
  const accounts = new Set<string>();
  const without: Element[] = [];
  let box: Element | null = null;
  let row = 0;
  /** Ended by a control like this one: what is around is a row of a list, also where it names nobody. */
  let isDelimited = false;
  /** An account is named before the control: who wrote stands above what one can do, who liked it below. */
  let hasAuthor = false;
  let child = control;
  for (let up = 0, at = parentOf(control); at && up < MAX_CLIMB; up++, child = at, at = parentOf(at)) {
    if (at.matches(PAGE)) break;
    if (at.shadowRoot && child.getRootNode() === at.shadowRoot) {
      hosts.add(at.localName);
      marker = at;
    }
    const added = composedChildren(at).filter((one) => one !== child && isShown(one));
    const others = added.flatMap((part) => othersIn(part, [...hosts].join(), search));
    if (others.length && !(up < ROW_CLIMB && accounts.size === 0 && !added.some(search.hasWords))) {
      row ||= rowSize(control, search);
      const depth = depthBelow(marker, at);
      const isBelow = (other: Element): boolean =>
        (isAfter(child, other) && depthBelow(other, at!) > depth) ||
        (!hosts.has(other.localName) && rowSize(other, search) < row);
      if (!others.every(isBelow)) {
        isDelimited = true;
        break;
      }
      if (hasAuthor) break;
      for (const other of others) without.push(ownPart(other, at, search));
    }
    const own = added.filter((part) => !without.includes(part));
    const found = new Set(own.flatMap((part) => namesIn(part, without, search)));
    if (accounts.size && isList(own, found, accounts)) break;
    for (const one of found) accounts.add(one);
    hasAuthor ||= own.some((part) => isAfter(part, child) && namesIn(part, without, search).length > 0);
    box = at;
    if (at.matches(accounts.size ? `${ITEM},${ROOM}` : ROOM)) break;
  }
  return box && (accounts.size || (isDelimited && search.hasWords(box)))
    ? { root: box, without: without.filter((one) => box!.contains(one)) }
    : null;
}

function othersIn(part: Element, hosts: string, { isSameKind }: BoxSearch): Element[] {
  const hostsIn = hosts ? [...part.querySelectorAll(hosts)] : [];
  if (hosts && part.matches(hosts)) hostsIn.push(part);
  const controls = [...part.querySelectorAll(CONTROL)];
  if (part.matches(CONTROL)) controls.push(part);
  return [...hostsIn, ...controls.filter((one) => isSameKind(one) && isShown(one))];
}

/** The part of a subordinate control: the smallest around it that names an account and has words. */
function ownPart(control: Element, top: Element, { accountsIn, hasWords }: BoxSearch): Element {
  let part = control;
  for (let at = parentOf(part); at && at !== top; at = parentOf(at)) {
    part = at;
    if (accountsIn(part).length && hasWords(part)) break;
  }
  return part;
}

const namesIn = (part: Element, without: readonly Element[], { accountsIn }: BoxSearch): readonly string[] =>
  without.some((one) => part.contains(one))
    ? composedChildren(part).flatMap((one) =>
        without.includes(one) ? [] : namesIn(one, without, { accountsIn } as BoxSearch),
      )
    : accountsIn(part);

/** True if what a step adds is a list of other things: of accounts, or of pictures that lead elsewhere. */
function isList(added: readonly Element[], found: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  const fresh = [...found].filter((one) => !known.has(one)).length;
  if (fresh > MAX_ACCOUNTS) return true;
  return added.some((part) => part.querySelectorAll("a[href] img,a[href] video").length > MAX_PICTURES);
}
