/** So many records of changes are kept apart; beyond that everything counts as changed. */
const MOST = 2_000;

/** What changed on the page since it was last asked, as the browser tells it. */
interface Changes {
  records: MutationRecord[];
  /** Too much to tell apart, or it happened while nobody looked: there are no records then. */
  all: boolean;
}

export interface Watch {
  any(): boolean;
  /** Is it no longer told apart what changed? */
  lost(): boolean;
  take(): Changes;
}

/**
 * Keeps what changes in children and words; never attributes, of which a page changes a thousand a second. The records
 * are read later, in a slice: here, while the page itself is at work, they are only put aside.
 */
export function watchChanges(doc: Document, told: () => void, signal: AbortSignal): Watch {
  let records: MutationRecord[] = [];
  let all = false;

  const take = (): Changes => {
    const taken = { records, all };
    records = [];
    all = false;
    return taken;
  };

  const observer = new doc.defaultView!.MutationObserver((more) => {
    if (doc.hidden || all || records.length + more.length > MOST) {
      take();
      all = true;
    } else records = records.length ? records.concat(more) : more;
    if (!doc.hidden) told();
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    take();
  });
  return { any: () => all || records.length > 0, lost: () => all, take };
}

/** The elements whose children or words changed, each once. */
export function changedIn(records: readonly MutationRecord[]): Set<Element> {
  const changed = new Set<Element>();
  for (const record of records) {
    const el = changedBy(record);
    if (el) changed.add(el);
  }
  return changed;
}

/** The element whose children or words one record tells of. */
export const changedBy = ({ target }: MutationRecord): Element | null =>
  target.nodeType === 1 ? (target as Element) : target.parentElement;

/** The elements that came in one change. */
export function addedBy({ type, addedNodes }: MutationRecord): Element[] {
  const added: Element[] = [];
  if (type === "characterData") return added;
  for (let i = 0, n = addedNodes.length; i < n; i++) {
    const node = addedNodes[i]!;
    if (node.nodeType === 1) added.push(node as Element);
  }
  return added;
}

/** Those of `posts` that one of the elements lies in: found by climbing, each ancestor once. */
export function around(elements: Iterable<Element>, posts: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  const seen = new Set<Element>();
  for (const element of elements)
    for (let at: Element | null = element; at && !seen.has(at); at = at.parentElement) {
      seen.add(at);
      if (posts.has(at)) found.add(at);
    }
  return found;
}
