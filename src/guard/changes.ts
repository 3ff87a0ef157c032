/** So many changed elements are kept apart; beyond that everything counts as changed. */
const MOST = 2_000;

/** What changed on the page since it was last asked. */
export interface Changes {
  /** Elements that came. */
  added: ReadonlySet<Element>;
  /** Elements whose children or words changed. */
  changed: ReadonlySet<Element>;
  /** Too much to tell apart, or it happened while nobody looked: both sets are empty then. */
  all: boolean;
}

export interface Watch {
  any(): boolean;
  /** Is it no longer told apart what changed? */
  lost(): boolean;
  take(): Changes;
}

/** Keeps what changes in children and words; never attributes, of which a page changes a thousand a second. */
export function watchChanges(doc: Document, told: () => void, signal: AbortSignal): Watch {
  let added = new Set<Element>();
  let changed = new Set<Element>();
  let all = false;

  /* Lists and nodes are asked for only where they can tell something: each of them has to be made for us. */
  function note(record: MutationRecord): void {
    const { target } = record;
    if (record.type === "characterData") {
      const el = target.parentElement;
      if (el) changed.add(el);
      return;
    }
    changed.add(target as Element);
    const nodes = record.addedNodes;
    for (let i = 0, n = nodes.length; i < n; i++) {
      const node = nodes[i]!;
      if (node.nodeType === 1) added.add(node as Element);
    }
  }
  const take = (): Changes => {
    const taken = { added, changed, all };
    added = new Set();
    changed = new Set();
    all = false;
    return taken;
  };

  const observer = new doc.defaultView!.MutationObserver((records) => {
    if (!all && !doc.hidden) for (const record of records) note(record);
    if (doc.hidden || added.size + changed.size > MOST) {
      take();
      all = true;
    }
    if (!doc.hidden) told();
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    take();
  });
  return { any: () => all || added.size + changed.size > 0, lost: () => all, take };
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
