/** So many records of changes are kept apart; beyond that everything counts as changed. */
const MAX_RECORDS = 2_000;

/** What changed on the page since it was last asked, as the browser tells it. */
interface ChangeBatch {
  records: MutationRecord[];
  /** Too much to tell apart, or it happened while nobody looked: there are no records then. */
  all: boolean;
}

export interface ChangeWatch {
  hasChanges(): boolean;
  /** Is it no longer told apart what changed? */
  hasOverflowed(): boolean;
  take(): ChangeBatch;
}

/**
 * Keeps what changes in children and words; never attributes, of which a page changes a thousand a second. The records
 * are read later, in a slice: here, while the page itself is at work, they are only put aside.
 */
export function watchChanges(doc: Document, onChange: () => void, signal: AbortSignal): ChangeWatch {
  let records: MutationRecord[] = [];
  let all = false;

  const take = (): ChangeBatch => {
    const taken = { records, all };
    records = [];
    all = false;
    return taken;
  };

  const observer = new doc.defaultView!.MutationObserver((more) => {
    if (doc.hidden || all || records.length + more.length > MAX_RECORDS) {
      take();
      all = true;
    } else records = records.length ? records.concat(more) : more;
    if (!doc.hidden) onChange();
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    take();
  });
  return { hasChanges: () => all || records.length > 0, hasOverflowed: () => all, take };
}

/** The elements whose children or words changed, each once. */
export function changedElements(records: readonly MutationRecord[]): Set<Element> {
  const changed = new Set<Element>();
  for (const record of records) {
    const el = changedElement(record);
    if (el) changed.add(el);
  }
  return changed;
}

/** The element whose children or words one record tells of. */
export const changedElement = ({ target }: MutationRecord): Element | null =>
  target.nodeType === 1 ? (target as Element) : target.parentElement;

/** The elements that came in one change. */
export function addedElements({ type, addedNodes }: MutationRecord): Element[] {
  const added: Element[] = [];
  if (type === "characterData") return added;
  for (let i = 0, n = addedNodes.length; i < n; i++) {
    const node = addedNodes[i]!;
    if (node.nodeType === 1) added.push(node as Element);
  }
  return added;
}

/** Those of `posts` that one of the elements lies in: found by climbing, each ancestor once. */
export function containersOf(elements: Iterable<Element>, posts: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  const seen = new Set<Element>();
  for (const element of elements)
    for (let at: Element | null = element; at && !seen.has(at); at = at.parentElement) {
      seen.add(at);
      if (posts.has(at)) found.add(at);
    }
  return found;
}
