/**
 * Describes a page in lines: what `__live.reset()` must restore, written independently of it. Leaves out what the
 * extension adds beside head and body. Runs in the page.
 */
const DESCRIBE = `() => {
  const CONTROL = /^(input|textarea|select|option|button)$/;
  const lines = [], at = (node, depth, what) => lines.push(depth + " " + what);
  const textOf = (value) => value instanceof Node ? "<" + value.nodeName + ">" : typeof value === "function" ? "function"
    : Array.isArray(value) ? "[" + value.length + "]" : typeof value === "object" && value ? "{}" : JSON.stringify(value);
  const all = (of) => Object.keys(of).sort().map((name) => name + "=" + textOf(of[name])).join(" ");
  const placeOf = (node) => {
    const above = node && (node.parentNode ?? node.host);
    return above ? placeOf(above) + " " + [...(above.childNodes ?? [])].indexOf(node) + " " + node.nodeName : "";
  };
  const walk = (node, depth) => {
    if (node.nodeType === 1) {
      let line = "<" + node.localName + " " + [...node.attributes].map((a) => a.name + '="' + a.value + '"').sort().join(" ") + ">";
      if (CONTROL.test(node.localName)) {
        const { value, checked, indeterminate, selectedIndex, disabled } = node;
        line += " " + all({ value, checked, indeterminate, selectedIndex, disabled });
      }
      if (node.scrollLeft || node.scrollTop) line += " scrolled " + node.scrollLeft + " " + node.scrollTop;
      const own = all(node);
      if (own) line += " holds " + own;
      at(node, depth, line);
    } else at(node, depth, node.nodeName + " " + JSON.stringify(node.data ?? ""));
    if (node.shadowRoot) walk(node.shadowRoot, depth + 1);
    for (const child of node.childNodes)
      if (node !== document.documentElement || child === document.head || child === document.body) walk(child, depth + 1);
  };
  walk(document.documentElement, 0);
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  lines.push("title " + document.title, "address " + location.href, "focus " + placeOf(focus),
    "scroll " + scrollX + " " + scrollY, "selections " + getSelection().rangeCount, "app " + all(__live), "site " + all(__live.site));
  return lines;
}`;

/** To be run after the page has loaded. */
export const DESCRIBE_LOADED = `(() => {
  __live.remember();
  window.__look = ${DESCRIBE};
  window.__differences = ${differences.toString()};
  window.__fresh = __look();
})()`;

/** Evaluates to the differences from the loaded page, three lines at most. */
export const COMPARE = "__differences(__fresh, __look())";

/** Resets the page. Evaluates to the differences that remain. */
export const RESET = `(__live.reset(), ${COMPARE})`;

/** The first differences between two descriptions of a page, three lines at most. */
export function differences(was: readonly string[], is: readonly string[]): string[] {
  const found: string[] = [];
  for (let line = 0; line < Math.max(was.length, is.length) && found.length < 3; line++)
    if (was[line] !== is[line])
      found.push(`was ${String(was[line]).slice(0, 300)} | is ${String(is[line]).slice(0, 300)}`);
  return found;
}
