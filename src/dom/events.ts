/** Keeps an event from the site and from the browser. */
export const suppress = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/**
 * The innermost element of an event. `composedPath` wraps every node of the path (dear in Firefox), so it is asked
 * only where an open shadow root hides the real target.
 */
export function targetOf(event: Event): Element | null {
  const target = event.target as Node | null;
  if (target?.nodeType !== 1) return null;
  return (target as Element).shadowRoot ? (event.composedPath()[0] as Element) : (target as Element);
}
