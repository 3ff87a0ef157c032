/**
 * Records what a hostile page could observe of the extension. Runs before everything else of the page, in the page's
 * own world. `__recorded()` gives plain values that are equal on every visit of the same page without the extension.
 */
export const recorder = (extensionId: string) => `(() => {
  document.currentScript.remove();
  const log = { messages: [], events: [], mutations: [], listeners: [], violations: [], errors: [] };
  const globals = new Set(Object.getOwnPropertyNames(window));
  addEventListener("message", (e) => log.messages.push(JSON.stringify(e.data)), true);
  addEventListener("error", (e) => log.errors.push(String(e.message)), true);
  document.addEventListener("securitypolicyviolation", (e) => log.violations.push(e.blockedURI));
  const id = ${JSON.stringify(extensionId)};
  for (const name of ["wxt:content-script-started", id + ":guard:wxt:content-script-started", id + ":wxt:locationchange",
      "wxt:locationchange", "__" + id, "asn", "jaga-netral"])
    for (const on of [window, document]) on.addEventListener(name, (e) => log.events.push(e.type), true);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (e) { log.events.push("dispatched " + e.type); return dispatch.call(this, e); };
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) { log.listeners.push(type); return add.call(this, type, ...rest); };
  const shadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...a) { log.events.push("attachShadow"); return shadow.apply(this, a); };
  const modal = HTMLDialogElement.prototype.showModal;
  HTMLDialogElement.prototype.showModal = function () { log.events.push("showModal"); return modal.call(this); };
  const define = customElements.define;
  customElements.define = function (...a) { log.events.push("define " + a[0]); return define.apply(this, a); };
  for (const name of ["appendChild", "append", "insertBefore"]) {
    const owner = name === "append" ? Element.prototype : Node.prototype, real = owner[name];
    owner[name] = function (...a) { if (this === document.documentElement) log.events.push(name + " to html"); return real.apply(this, a); };
  }
  const say = (n) => n.nodeType === 1 ? n.localName : "#" + n.nodeType;
  new MutationObserver((list) => { for (const m of list) log.mutations.push([m.type, say(m.target), m.attributeName ?? "",
      [...m.addedNodes].map(say).join(), [...m.removedNodes].map(say).join()].join(" ")); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true, attributeOldValue: true });
  window.__recorded = () => ({
    ...log,
    html: document.documentElement.outerHTML,
    top: [...document.documentElement.children].map(say),
    globals: Object.getOwnPropertyNames(window).filter((n) => !globals.has(n)).sort(),
    onDocument: Object.getOwnPropertyNames(document).sort(),
    onHtml: Object.getOwnPropertyNames(document.documentElement).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    resources: performance.getEntriesByType("resource").map((e) => e.name).filter((n) => !n.endsWith("/__action")).sort(),
    marks: [...performance.getEntriesByType("mark"), ...performance.getEntriesByType("measure")].map((e) => e.name),
    styles: [document.documentElement, document.body].map((e) => JSON.stringify([...getComputedStyle(e)].map((k) => getComputedStyle(e)[k]))),
    focus: document.activeElement?.localName,
    history: history.length > 0,
    visible: document.visibilityState,
  });
})();`;

export interface Recorded extends Record<string, unknown> {
  messages: string[];
  events: string[];
  mutations: string[];
  errors: string[];
  html: string;
}
