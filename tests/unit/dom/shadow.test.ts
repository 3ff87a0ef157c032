import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { allAcross, closestAcross } from "../../../src/dom/shadow.ts";

/** `<x-card id=card><p slot=words><b>…</b></p>` with a button in its shadow root that shows the slot. */
function card() {
  const { document } = parseHTML(
    "<!doctype html><html><body><x-card id=card><p slot=words><b>Kata</b></p></x-card></body></html>",
  );
  const host = document.getElementById("card") as unknown as HTMLElement;
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = "<x-inner></x-inner><button id=wrap><slot name=words></slot></button>";
  const inner = root.querySelector("x-inner")!.attachShadow({ mode: "open" });
  inner.innerHTML = "<button id=deep><i>Suka</i></button>";
  return { document, host, root, icon: inner.querySelector("i")! };
}

it("climbs out of nested shadow roots to their hosts", () => {
  const { host, icon } = card();
  expect(closestAcross(icon, "button")?.id).toBe("deep");
  expect(closestAcross(icon, "x-card")).toBe(host);
  expect(closestAcross(icon, "article")).toBeNull();
});

it("climbs through the slot that shows an element, as an event does", () => {
  const { host, root } = card();
  const words = host.querySelector("p")!;
  /* linkedom has no slots; the browser tests cover real ones. */
  Object.defineProperty(words, "assignedSlot", { value: root.querySelector("slot") });
  expect(closestAcross(host.querySelector("b")!, "button")?.id).toBe("wrap");
});

it("finds elements in nested shadow roots, each once", () => {
  const { document, host } = card();
  expect(allAcross(host, "button").map((b) => b.id)).toEqual(["wrap", "deep"]);
  expect(allAcross(document.body as unknown as Element, "b,i").length).toBe(2);
});
