/** Copies of a user's events, made by `passOn`. */
const copies = new WeakSet<Event>();

/**
 * The one wrapper for all our listeners: ignores events made by a script (`el.click()`, `dispatchEvent`), which no user
 * wanted. `isTrusted` cannot be forged: the browser owns the property.
 */
export function forTrusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted === true || copies.has(event)) handler(event);
  };
}

/** Gives a copy of a user's event to an element of our own shadow root. The copy never leaves that root. */
export function passOn({ type, isTrusted, key }: Partial<KeyboardEvent> & Event, to: Element): void {
  if (!isTrusted) return;
  const copy = new KeyboardEvent(type, { bubbles: true, cancelable: true, composed: false, key: key ?? "" });
  copies.add(copy);
  to.dispatchEvent(copy);
}
