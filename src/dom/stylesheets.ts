/*
 * Adds style sheets to a shadow root. A constructed sheet passes every content security policy of the page. Firefox
 * refuses it if the root belongs to the page's world and the sheet to ours; then a style element is used, to which
 * Firefox does not apply the page's policy because an extension's script made it.
 */
const adoptedSheets = new WeakMap<ShadowRoot, Set<string>>();

/** Adopts each sheet in `root` once, later ones after earlier ones. */
export function adoptSheets(root: ShadowRoot, ...sheets: readonly string[]): void {
  const adopted = adoptedSheets.get(root) ?? new Set();
  adoptedSheets.set(root, adopted);
  for (const css of sheets) {
    if (adopted.has(css)) continue;
    adopted.add(css);
    addSheet(root, css);
  }
}

function addSheet(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    if (root.adoptedStyleSheets.length > 0) return;
  } catch {
    // Firefox across worlds: use a style element.
  }
  const style = root.ownerDocument.createElement("style");
  style.textContent = css;
  const last = [...root.children].filter((one) => one.localName === "style").at(-1);
  if (last) last.after(style);
  else root.prepend(style);
}
