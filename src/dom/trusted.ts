/**
 * The one wrapper for all our listeners: ignores events made by a script (`el.click()`, `dispatchEvent`), which no user
 * wanted. `isTrusted` cannot be forged: the browser owns the property.
 */
export function forTrusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted === true) handler(event);
  };
}
