import { isHiddenCopy, line, pathOf } from "../../dom/text.ts";
import type { Author } from "../../domain/assessment.ts";
import { CONTROL } from "./acting-control.ts";
import type { Box } from "./box.ts";
import { isShown } from "./visible.ts";

/** What a box says: who, and in which words. */
export interface Reading {
  author: Author;
  text: string;
  imageAlt: string[];
}

/** First path segments after which the name of an account follows. */
const BEFORE_NAME =
  /^(?:profile|in|company|school|showcase|user|u|r|c|channel|people|pages|groups|communities)$/;
/** First path segments of a site's own pages. */
const NO_ACCOUNT =
  /^(?:home(?:\.php)?|explore|search|hashtag|tag|login|signup|register|notifications|messages|settings|about|legal|privacy|policies|terms|help|watch|shorts|reels?|stories|story(?:\.php)?|p|tv|photos?(?:\.php)?|permalink\.php|events|marketplace|feed|foryou|following|live|music|discover|compose|intent|i|share|sharer|post|posts|status|playlist|gaming|premium|jobs|saved|bookmarks)$/i;
const NAME = /^@?[\p{L}\p{N}][\p{L}\p{N}._%-]{0,80}$/u;
/** Forms, editors and players are no words of a post. */
const NO_WORDS = `${CONTROL},form,textarea,input,select,time,video,audio,canvas,nav,aside,[contenteditable="true"],[role="toolbar"],[role="textbox"],[role="tablist"],[role="menu"],[role="progressbar"],[role="slider"]`;
const BLOCK =
  /^(?:P|DIV|LI|UL|OL|BLOCKQUOTE|H\d|SECTION|ARTICLE|HEADER|FOOTER|TABLE|TR|TD|FIGURE|FIGCAPTION|BR|.+-.+)$/;
/** More elements of a box are not read, nor more words: one press must not take long. */
const MAX_ELEMENTS = 3_000;
const MAX_TEXT = 8_000;

/** The account that a link leads to; null for a post, a list, a hashtag, another site. */
export function accountOf(link: Element): Author | null {
  const at = pathOf(link);
  if (!at) return null;
  const host = /^https?:\/\/([^/:]+)/.exec(at.url)?.[1];
  if (!host || domainOf(host) !== domainOf(link.ownerDocument.location.hostname)) return null;
  const [first, second, third, fourth] = at.parts;
  if (!first) return null;
  if (first === "profile.php") return at.query.get("id") ? { id: at.query.get("id")! } : null;
  if (first === "people" && third) return { id: third };
  if (first === "groups" && third === "user" && fourth) return { id: fourth };
  const name = BEFORE_NAME.test(first) ? second : first;
  const last = BEFORE_NAME.test(first) ? third : second;
  if (!name || last || NO_ACCOUNT.test(name) || !NAME.test(name)) return null;
  return { handle: name.replace(/^@/, "") };
}

/** The last two labels: www.facebook.com and web.facebook.com are one site. */
const domainOf = (host: string): string => host.split(".").slice(-2).join(".");

const keyOf = ({ handle, id }: Author): string => (handle ?? id ?? "").toLowerCase();

/** The accounts that links in a part lead to, by a key of each; names in headings count, whose links may have no path. */
export function accountsIn(part: Element): string[] {
  const links = [...part.querySelectorAll("a[href]")];
  if (part.matches("a[href]")) links.push(part);
  return links.flatMap((link) => {
    const account = accountOf(link);
    if (account) return isShown(link) ? [keyOf(account)] : [];
    return isNamedInHeading(link) && isShown(link) ? [line(link).toLowerCase()] : [];
  });
}

/** Facebook's links have their path once they are hovered; the name of an author stands in a heading meanwhile. */
const isNamedInHeading = (link: Element): boolean =>
  !!link.closest("h2,h3,h4,strong") && pathOf(link) === null && line(link).length > 0;

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}#@]+/gu)?.length ?? 0;

/** A run of words that stands by itself. */
interface Run {
  text: string;
  block: Element;
  /** The account whose link is all of the run. */
  account: Author | null;
  isLink: boolean;
  /** The account linked at its very beginning, as comments name their author, and the name there. */
  lead: [Author, string] | null;
}

/** The runs of words in a box, in their order, and the pictures' descriptions. */
function runsOf({ root, without }: Box): { runs: Run[]; imageAlt: string[]; accounts: [Author, string][] } {
  const runs: Run[] = [];
  const imageAlt: string[] = [];
  const accounts: [Author, string][] = [];
  let left = MAX_ELEMENTS;
  let text = "";
  let links: { length: number; account: Author | null } = { length: 0, account: null };
  let lead: Run["lead"] = null;
  const end = (block: Element): void => {
    const words = text
      .replace(/[\p{Co}\u200b\u2060\ufeff]/gu, "")
      .replace(/\s+/g, " ")
      .trim();
    if (/[\p{L}\p{N}\p{So}]/u.test(words)) {
      const isLink = links.length >= words.length - 2;
      runs.push({ text: words, block, account: isLink ? links.account : null, isLink, lead });
    }
    text = "";
    links = { length: 0, account: null };
    lead = null;
  };
  const walk = (el: Element, block: Element): void => {
    if (left-- <= 0 || without.includes(el)) return;
    const name = el.nodeName.toUpperCase();
    if (
      el !== root &&
      (isHiddenCopy(el) || (el.matches(NO_WORDS) && !isLargeControl(el)) || !(isWrapper(el) || isShown(el)))
    )
      return;
    if (name === "IMG") {
      const alt = el.getAttribute("alt") ?? "";
      if (alt.length <= 4) text += alt;
      else if (!el.closest("a[href]") || !accountOf(el.closest("a[href]")!)) imageAlt.push(alt);
      return;
    }
    const isBlock = BLOCK.test(name);
    if (isBlock) end(block);
    const inner = isBlock ? el : block;
    const account = name === "A" && el.hasAttribute("href") ? accountOf(el) : null;
    const before = text.length;
    for (let node = el.firstChild; node; node = node.nextSibling)
      if (node.nodeType === 3) text += (node as Text).data;
      else if (node.nodeType === 1) walk(node as Element, inner);
    if (name === "A") {
      const said = text.slice(before).replace(/\s+/g, " ").trim();
      links.length += said.length;
      links.account ??= account;
      if (account && said && !text.slice(0, before).trim()) lead = [account, said];
      const who = account ?? (isNamedInHeading(el) ? {} : null);
      if (who) accounts.push([who, said || altIn(el)]);
    }
    if (isBlock) end(inner);
  };
  walk(root, root);
  return { runs, imageAlt, accounts };
}

/** Around one element only: that one is asked whether it is shown, which takes the browser longest of all. */
const isWrapper = (el: Element): boolean =>
  el.firstElementChild !== null && el.firstChild === el.lastChild && el.localName !== "a";

/** TikTok's whole video, with its description, is a button that opens it. */
const isLargeControl = (el: Element): boolean =>
  el.matches(CONTROL) && el.querySelector("a[href],p,h1,h2") !== null;

const altIn = (link: Element): string => link.querySelector("img[alt]")?.getAttribute("alt") ?? "";

/** The words of a box besides names, counts, days and controls. */
function textOf(runs: readonly Run[], author: Author): string {
  const isName = ({ text, account }: Run): boolean =>
    !!account ||
    text === author.name ||
    text.replace(/^@/, "").toLowerCase() === author.handle?.toLowerCase();
  const own = runs.filter((run) => !isName(run));
  /* A sentence, a hashtag or a sign; short words count beside them only, or where there is nothing else. */
  const isSaid = ({ text, isLink }: Run): boolean =>
    wordsIn(text) >= 3 ||
    /^#\p{L}/u.test(text) ||
    (!isLink && /\p{Extended_Pictographic}/u.test(text) && wordsIn(text) > 0);
  const said = own.filter(isSaid);
  const beside = new Set(said.map(({ block }) => block.parentElement));
  const kept = said.length
    ? own.filter(
        (run) =>
          isSaid(run) || (!run.isLink && beside.has(run.block.parentElement) && /\p{L}{2}/u.test(run.text)),
      )
    : own.filter(({ text, isLink }) => !isLink && /\p{L}{3}/u.test(text) && !/^\P{L}*\d/u.test(text));
  return kept
    .map(({ text, lead }) =>
      lead && keyOf(lead[0]) === keyOf(author) && text.startsWith(lead[1])
        ? text.slice(lead[1].length).trim()
        : text,
    )
    .join("\n")
    .slice(0, MAX_TEXT);
}

/** The first words in a part that are no name of a link: the head of a page names its account there. */
export const firstWords = (part: Element): string =>
  runsOf({ root: part, without: [] })
    .runs.find(({ text, isLink }) => !isLink && /\p{L}{2}/u.test(text))
    ?.text.slice(0, 60) ?? "";

/** The author: the first account linked in the box, by its name where one is shown. */
function authorOf(accounts: readonly [Author, string][]): Author | null {
  const [first] = accounts;
  if (!first) return null;
  const [who] = first;
  const key = keyOf(who);
  const names = accounts
    .filter(([one]) => keyOf(one) === key)
    .map(([, name]) => name)
    .filter((name) => name && name.length <= 80);
  const name = shortest(names) ?? who.handle;
  return name ? { ...who, name } : who;
}

/** The name among what links to one account show: "Ayu" rather than "View Ayu's profile", which contains it. */
export function shortest(names: readonly string[]): string | undefined {
  const shown = names.filter((one) => one && !one.startsWith("@"));
  return shown.find((one) => !shown.some((other) => other !== one && one.includes(other))) ?? shown[0];
}

/** Reads a box; null if it names nobody and says nothing. */
export function readBox(box: Box): Reading | null {
  const { runs, imageAlt, accounts } = runsOf(box);
  const author = authorOf(accounts) ?? {};
  const text = textOf(runs, author);
  return accounts.length || wordsIn(text) >= 3 ? { author, text, imageAlt } : null;
}

/** True if a part shows words besides those of controls and names. */
export function hasWords(part: Element): boolean {
  if (part.matches(NO_WORDS) && !isLargeControl(part)) return false;
  for (let node = part.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 && /\p{L}{2}/u.test((node as Text).data)) return true;
    if (node.nodeType !== 1) continue;
    const el = node as Element;
    if (isHiddenCopy(el) || (el.localName === "a" && accountOf(el))) continue;
    if (hasWords(el) && isShown(el)) return true;
  }
  return false;
}
