/*
 * Puts a style sheet into a shadow root. A constructed sheet passes every content security policy of the page; Firefox
 * refuses it where the root belongs to the page's world and the sheet to ours, then a style element does it (Firefox
 * does not apply the page's policy to what an extension's script makes).
 */
const done = new WeakMap<ShadowRoot, Set<string>>();

/** Adopts `css` in `root`, once. */
export function adopt(root: ShadowRoot, css: string): void {
  const had = done.get(root) ?? new Set();
  if (had.has(css)) return;
  done.set(root, had.add(css));
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    if (root.adoptedStyleSheets.length > 0) return;
  } catch {
    // Falls through to the style element.
  }
  const style = root.ownerDocument.createElement("style");
  style.textContent = css;
  root.prepend(style);
}
