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
 * finds. Inside a frame it always says that it does not know: there the page around the frame, of the same site, tells what
 * it painted over the frame. Firefox says nothing.
 */
export function watchOcclusion(view: Window & typeof globalThis, elements: Iterable<Element>): Occlusion {
  const over = new Set<Element>();
  const take = (entries: OcclusionEntry[]): void => {
    for (const { target, isIntersecting, isVisible } of entries)
      if (isIntersecting && isVisible === false) over.add(target);
      else over.delete(target);
  };
  const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const { frameElement, top } = view;
  const around = view.parent as typeof view;
  const observer = around === top ? new around.IntersectionObserver(take, options) : null;
  for (const element of frameElement ? [frameElement] : elements) observer?.observe(element);
  return {
    has(element) {
      take(observer?.takeRecords() ?? []);
      return over.has(frameElement ?? element);
    },
    end: () => observer?.disconnect(),
  };
}
