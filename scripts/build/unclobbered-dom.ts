import { type ESTree, type Plugin, parseSync, Visitor } from "vite";

/**
 * What page scripts read or call of nodes of a page. In Chromium a form's own fields hide these by their names, also from
 * our scripts (`<form><input name="closest">`), and so do images of the document (`<img name="documentElement">`): the
 * names of forms and documents override what the platform has built in (LegacyOverrideBuiltIns in their Web IDL).
 */
const NAMES: ReadonlySet<string> = new Set(
  (
    "activeElement addEventListener append assignedSlot attributes body checkVisibility childNodes click closest " +
    "compareDocumentPosition contains createElement defaultView dispatchEvent documentElement elementFromPoint " +
    "elementsFromPoint firstChild firstElementChild focus getAttribute getBoundingClientRect getClientRects " +
    "getRootNode getSelection hasAttribute head hidden innerText isConnected isContentEditable lastChild " +
    "lastElementChild localName matches nextElementSibling nextSibling nodeType ownerDocument parentElement " +
    "parentNode previousElementSibling previousSibling querySelector querySelectorAll removeAttribute " +
    "removeEventListener setAttribute shadowRoot tagName textContent visibilityState"
  ).split(" "),
);
/** Whose prototypes have them. */
const OWNERS = "EventTarget Node Element HTMLElement Document DocumentFragment ShadowRoot CharacterData";

/** Where the guard's script leaves `MAKE_SYMBOL` for the scripts after it in the same world. */
const MAKER = 'Symbol.for("jaga-netral dom")';

/**
 * Makes the symbol under which one of these is found; no field of a form has a symbol for its name. What else has a
 * property of that name (a list of tokens, an object of ours) is asked for it as before. All of it is seen in the
 * extension's own world only. The symbols are the same in every frame: a frame's script reads nodes of the page above it,
 * too.
 */
const MAKE_SYMBOL = `const $dom = globalThis[${MAKER}] = (name) => {
  const symbol = Symbol.for("jaga-netral " + name);
  for (const owner of "${OWNERS}".split(" ")) {
    const property = Object.getOwnPropertyDescriptor(globalThis[owner].prototype, name);
    if (property) Object.defineProperty(globalThis[owner].prototype, symbol, property);
  }
  Object.defineProperty(Object.prototype, symbol, {
    get() { return this[name]; },
    set(value) { this[name] = value; },
    configurable: true,
  });
  return symbol;
};`;

/**
 * How nodes are reached: by symbols, made here or by the guard's script before this one; or by the same names kept in
 * variables, which is as short.
 */
export type DomKey = "symbol" | "guard's symbol" | "name";

/** The code of one script (a function called at once) with every such access by name made one by a variable's key. */
export function withoutClobbering(code: string, key: DomKey = "symbol"): string {
  const edits: { from: number; to: number; put: string }[] = [];
  const used = new Set<string>();
  const symbolOf = (name: string): string => {
    used.add(name);
    return `[$dom_${name}]`;
  };
  let body: number | undefined;
  const enter = (node: { body: { start: number } | null }): void => {
    if (node.body) body = Math.min(body ?? Number.POSITIVE_INFINITY, node.body.start + 1);
  };
  const { program, errors } = parseSync("script.js", code);
  if (errors.length) throw new Error(`a script cannot be parsed: ${errors[0]!.message}`);
  new Visitor({
    FunctionExpression: enter,
    ArrowFunctionExpression(node) {
      if (node.body.type === "BlockStatement") enter(node);
    },
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier" || !NAMES.has(node.property.name)) return;
      const { name, start, end } = node.property;
      const from = code.lastIndexOf(node.optional ? "?." : ".", start);
      edits.push({ from, to: end, put: `${node.optional ? "?." : ""}${symbolOf(name)}` });
    },
    ObjectPattern(node) {
      for (const property of node.properties as readonly ESTree.BindingProperty[]) {
        const { key } = property;
        if (property.type !== "Property" || property.computed || key.type !== "Identifier") continue;
        if (!NAMES.has(key.name)) continue;
        const put = symbolOf(key.name) + (property.shorthand ? ":" : "");
        edits.push({ from: key.start, to: property.shorthand ? key.start : key.end, put });
      }
    },
  }).visit(program);
  if (body === undefined) throw new Error("a script is no function called at once");
  if (used.size) {
    const names = [...used];
    const keys = `"${names.join(" ")}".split(" ")`;
    const variables = `const [${names.map((name) => `$dom_${name}`).join()}]`;
    const put = {
      name: `${variables} = ${keys};`,
      symbol: `${MAKE_SYMBOL} ${variables} = ${keys}.map($dom);`,
      "guard's symbol": `${variables} = ${keys}.map(globalThis[${MAKER}]);`,
    }[key];
    edits.push({ from: body, to: body, put });
  }
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((made, { from, to, put }) => made.slice(0, from) + put + made.slice(to), code);
}

/**
 * Lets the scripts of pages reach the page's nodes by symbols, which the page cannot hide. Only Chromium needs it, and
 * only scripts that read pages; the others get the names in variables, for their size (1 to 2 KB of a site's script).
 */
export function unclobberedDom(keyFor: (file: string) => DomKey | null): Plugin {
  return {
    name: "jaga-netral:unclobbered-dom",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          const key = chunk.type === "chunk" ? keyFor(chunk.fileName) : null;
          if (chunk.type === "chunk" && key) chunk.code = withoutClobbering(chunk.code, key);
        }
      },
    },
  };
}
