/*
 * Puts a style sheet into a shadow root. A constructed sheet passes every content security policy of the page; Firefox
 * refuses it where the root belongs to the page's world and the sheet to ours, then a style element does it (Firefox
 * does not apply the page's policy to what an extension's script makes).
 */
const adoptedSheets = new WeakMap<ShadowRoot, Set<string>>();

/** Adopts the sheets in `root`, each once, those adopted later behind those before. */
export function adoptSheets(root: ShadowRoot, ...sheets: readonly string[]): void {
  const had = adoptedSheets.get(root) ?? new Set();
  adoptedSheets.set(root, had);
  for (const css of sheets) {
    if (had.has(css)) continue;
    had.add(css);
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
    // Falls through to the style element.
  }
  const style = root.ownerDocument.createElement("style");
  style.textContent = css;
  const last = [...root.children].filter((one) => one.localName === "style").at(-1);
  if (last) last.after(style);
  else root.prepend(style);
}
