/** Keeps an event from the site's listeners and prevents the browser's default action. */
export const suppress = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/**
 * The innermost element of an event. `composedPath` wraps every node of the path (expensive in Firefox), so it is called
 * only if an open shadow root hides the real target.
 */
export function targetOf(event: Event): Element | null {
  const target = event.target as Node | null;
  if (target?.nodeType !== 1) return null;
  return (target as Element).shadowRoot ? (event.composedPath()[0] as Element) : (target as Element);
}
