import { describe, expect, it } from "vitest";
import { type DomKey, withoutClobbering } from "../../../scripts/build/unclobbered-dom.ts";

/** Stands for the platform: a form hides what its fields are named after, as Chromium's does. */
class Node {
  get parentElement() {
    return "the parent";
  }
  closest(selector: string) {
    return `closest ${selector}`;
  }
}
const clobbering = (fields: Record<string, unknown>) =>
  new Proxy(new Node(), {
    get: (node, name) =>
      typeof name === "string" && name in fields ? fields[name] : Reflect.get(node, name, node),
  });

/** Runs a script's function body over `el`, once as it is and once made safe. */
function results(body: string, el: unknown, key: DomKey = "symbol"): unknown[] {
  const world = { el, Node };
  const before = new Set(Object.getOwnPropertySymbols(Object.prototype));
  const empty = class {};
  const globals = [
    "EventTarget",
    "Element",
    "HTMLElement",
    "Document",
    "DocumentFragment",
    "ShadowRoot",
    "CharacterData",
  ];
  const previous = new Map(Object.entries(globalThis));
  Object.assign(globalThis, Object.fromEntries(globals.map((name) => [name, empty])), { Node });
  const script = `(function () { ${body} })()`;
  const runIn = (code: string) => {
    try {
      return new Function("world", `const { el } = world; return ${code}`)(world);
    } catch (error) {
      return String(error);
    }
  };
  try {
    const plain = runIn(script);
    /* The guard's script reads other names than the site's. */
    if (key === "guard's symbol") runIn(withoutClobbering("(function () { return el.contains; })()"));
    return [plain, runIn(withoutClobbering(script, key))];
  } finally {
    for (const name of [...globals, "Node"])
      if (previous.has(name)) Object.assign(globalThis, { [name]: previous.get(name) });
    for (const symbol of Object.getOwnPropertySymbols(Object.prototype))
      if (!before.has(symbol)) Reflect.deleteProperty(Object.prototype, symbol);
  }
}

describe("a script made safe from names of a page", () => {
  it.each([
    ['return el.closest("a");', "closest a"],
    ['return el?.closest("a") + el?.closest?.("b");', "closest aclosest b"],
    ["return (el || null).parentElement;", "the parent"],
    ["const { parentElement } = el; return parentElement;", "the parent"],
    ["const { parentElement: up = 1 } = el; return up;", "the parent"],
    ["return [el].map(({ parentElement: up }) => up)[0];", "the parent"],
  ])("reads of a node what the platform has, not a field of that name: %s", (body, wanted) => {
    const [plain, safe] = results(body, clobbering({ closest: "a field", parentElement: "a field" }));
    expect(plain).not.toBe(wanted);
    expect(safe).toBe(wanted);
  });

  it.each([
    ["return new Set([1]).closest === undefined && null?.closest;", undefined],
    ['return { closest: (a) => a }.closest("own");', "own"],
    ["const own = { hidden: 1 }; own.hidden = 2; return own.hidden;", 2],
    ['const own = { ["closest"]: 3 }; return own["closest"] + (class { static closest = 4; }).closest;', 7],
    ["return ((a, { closest: b = 5, ...rest }) => b)(0, {});", 5],
  ])("leaves all else as it is: %s", (body, wanted) => {
    expect(results(body, new Node())).toEqual([wanted, wanted]);
  });

  it("reads of a node what the platform has in the script of a site, too, whose symbols the guard's makes", () => {
    const el = clobbering({ closest: "a field", parentElement: "a field" });
    const body = 'const { parentElement } = el; return parentElement + el.closest("a");';
    expect(results(body, el, "guard's symbol")[1]).toBe("the parentclosest a");
  });

  it("adds nothing to a script that reads no node", () => {
    expect(withoutClobbering("(function () { return 1 + a.length; })()")).toBe(
      "(function () { return 1 + a.length; })()",
    );
  });
});
