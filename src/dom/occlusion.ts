interface OcclusionEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}

/** What a browser tells of what it painted over some elements. */
export interface Occlusion {
  has(element: Element): boolean;
  end(): void;
}

/**
 * Chromium tells whether anything at all is painted over an element, also what no list of ours names and no hit test
 * finds. Only in the outermost page: inside a frame it always says that it does not know. Firefox says nothing.
 */
export function watchOcclusion(view: Window & typeof globalThis, elements: Iterable<Element>): Occlusion {
  const over = new Set<Element>();
  const take = (entries: OcclusionEntry[]): void => {
    for (const { target, isIntersecting, isVisible } of entries)
      if (isIntersecting && isVisible === false) over.add(target);
      else over.delete(target);
  };
  const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = view === view.top ? new view.IntersectionObserver(take, options) : null;
  for (const element of elements) observer?.observe(element);
  return {
    has(element) {
      take(observer?.takeRecords() ?? []);
      return over.has(element);
    },
    end: () => observer?.disconnect(),
  };
}
