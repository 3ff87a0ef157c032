/** Records in `read` each access to the text of an element, by `name`. */
export function recordTextAccess(root: Element, name: string, read: string[], deep = true): void {
  for (const el of [root, ...(deep ? root.querySelectorAll("*") : [])]) {
    for (const key of ["textContent", "innerText", "innerHTML", "outerHTML"] as const) {
      const found = propertyOf(el, key);
      Object.defineProperty(el, key, {
        configurable: true,
        get() {
          read.push(name);
          return found?.get?.call(el);
        },
      });
    }
    if (!deep) continue;
    for (const node of el.childNodes)
      if (node.nodeType === 3) {
        const { data } = node as Text;
        Object.defineProperty(node, "data", {
          configurable: true,
          get() {
            read.push(name);
            return data;
          },
        });
      }
  }
}
function propertyOf(of: object, key: string): PropertyDescriptor | undefined {
  for (let at: object | null = of; at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, key);
    if (found) return found;
  }
  return undefined;
}
