/**
 * The one wrapper every listener of ours goes through: events made by a script (`el.click()`, `dispatchEvent`) are
 * nobody's wish and are left alone. `isTrusted` cannot be forged: the browser owns the property.
 */
export function forTrusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted === true) handler(event);
  };
}
