// Puts a stand-in page back as it was when `__live.remember()` was called, without loading it anew: every node, attribute,
// text and value, what the app noted at elements and in itself, focus, scroll and address. Elements stay the same ones, so
// that slots go on pointing to them. What the extension adds stands beside head and body and is left alone.
(() => { const L = window.__live; let kept = null;
const inside = (node) => (node.shadowRoot ? [node.shadowRoot] : []);
const isForeign = (node) => node.parentNode === document.documentElement && node !== document.head && node !== document.body;
const childrenOf = (node) => [...node.childNodes].filter((child) => !isForeign(child));
function* nodes(node) { yield node; for (const below of [...inside(node), ...childrenOf(node)]) yield* nodes(below); }
const attributes = (el) => [...el.attributes].map((a) => [a.namespaceURI, a.name, a.value]);
// What an element holds besides its attributes: state of controls, and what the app wrote at it.
const HELD = ["value", "checked", "indeterminate", "selectedIndex"];
const held = (el) => { const of = {}; if (/^(input|textarea|select|option)$/.test(el.localName)) for (const name of HELD) if (name in el && !(name === "value" && el.type === "file")) of[name] = el[name]; return of; };
const record = (node) => ({ node, children: childrenOf(node),
  ...(node.nodeType === 1 ? { attributes: attributes(node), held: held(node), own: { ...node }, scroll: [node.scrollLeft, node.scrollTop] } : {}),
  ...("data" in node ? { data: node.data } : {}) });
const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
function putChildren({ node, children }) {
  const keep = new Set(children);
  for (const child of childrenOf(node)) if (!keep.has(child)) child.remove();
  let at = node.firstChild;
  for (const child of children) { while (at && at !== child && isForeign(at)) at = at.nextSibling; if (at === child) at = at.nextSibling; else node.insertBefore(child, at); }
}
function putAttributes({ node, attributes: was }) {
  const names = new Set(was.map(([, name]) => name));
  for (const { name } of [...node.attributes]) if (!names.has(name)) node.removeAttribute(name);
  for (const [space, name, value] of was) if (node.getAttribute(name) !== value) { if (space) node.setAttributeNS(space, name, value); else node.setAttribute(name, value); }
}
function putOwn(node, own) {
  for (const name of Object.keys(node)) if (!(name in own)) delete node[name];
  for (const name of Object.keys(own)) if (node[name] !== own[name]) node[name] = own[name];
}
L.remember = () => { const list = []; for (const node of nodes(document)) list.push(record(node));
  kept = { list, live: { ...L }, site: { ...L.site }, url: location.href, focus: focused(), scroll: [scrollX, scrollY] }; };
L.reset = () => { if (!kept) throw new Error("nothing was remembered");
  if (focused() !== kept.focus) focused()?.blur?.();
  getSelection()?.removeAllRanges();
  for (const one of kept.list) {
    putChildren(one);
    if (one.data !== undefined && one.node.data !== one.data) one.node.data = one.data;
    if (!one.attributes) continue;
    putAttributes(one); putOwn(one.node, one.own);
    for (const name in one.held) if (one.node[name] !== one.held[name]) one.node[name] = one.held[name];
  }
  const { performed } = L; putOwn(L, kept.live); putOwn(L.site, kept.site); performed.length = 0; L.performed = performed;
  for (const forget of L.forgets) forget();
  for (const { node, scroll } of kept.list) if (scroll && (node.scrollLeft !== scroll[0] || node.scrollTop !== scroll[1])) node.scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
  scrollTo({ left: kept.scroll[0], top: kept.scroll[1], behavior: "instant" });
  if (focused() !== kept.focus && kept.focus !== document.body) kept.focus?.focus({ preventScroll: true });
  if (location.href !== kept.url) { history.replaceState(null, "", kept.url); dispatchEvent(new PopStateEvent("popstate", { state: history.state })); } };
})();
