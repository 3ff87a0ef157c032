/** At most this many mutation records are kept; with more of them everything counts as changed. */
const MAX_RECORDS = 2_000;

/** What changed on the page since the last `take`. */
interface ChangeBatch {
  records: MutationRecord[];
  /** Anything may have changed: too many records came, or the tab was hidden. Then there are no records. */
  all: boolean;
}

/** A running observation of the page's changes. */
export interface ChangeWatch {
  any(): boolean;
  /** True if there were too many records to keep, or the tab was hidden. */
  isFull(): boolean;
  take(): ChangeBatch;
}

/**
 * Collects changes of children and text; not of attributes, of which a page may change a thousand per second. The
 * records are processed later, in a slice: here, while the page itself is working, they are only stored.
 */
export function watchChanges(doc: Document, onChange: () => void, signal: AbortSignal): ChangeWatch {
  let records: MutationRecord[] = [];
  let all = false;

  const take = (): ChangeBatch => {
    const changes = { records, all };
    records = [];
    all = false;
    return changes;
  };

  const observer = new doc.defaultView!.MutationObserver((batch) => {
    if (doc.hidden || all || records.length + batch.length > MAX_RECORDS) {
      take();
      all = true;
    } else records = records.length ? records.concat(batch) : batch;
    if (!doc.hidden) onChange();
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    take();
  });
  return { any: () => all || records.length > 0, isFull: () => all, take };
}

/** The elements whose children or text changed, each once. */
export function changedElements(records: readonly MutationRecord[]): Set<Element> {
  const changed = new Set<Element>();
  for (const record of records) {
    const el = changedElement(record);
    if (el) changed.add(el);
  }
  return changed;
}

/** The element whose children or text one record describes. */
export const changedElement = ({ target }: MutationRecord): Element | null =>
  target.nodeType === 1 ? (target as Element) : target.parentElement;

/** The elements that one record added. */
export function addedElements({ type, addedNodes }: MutationRecord): Element[] {
  const added: Element[] = [];
  if (type === "characterData") return added;
  for (let i = 0, n = addedNodes.length; i < n; i++) {
    const node = addedNodes[i]!;
    if (node.nodeType === 1) added.push(node as Element);
  }
  return added;
}

/** Those of `posts` that contain one of the elements; climbs over each ancestor once. */
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
