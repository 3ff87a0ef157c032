import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Surface } from "../../../src/detect/types.ts";
import { makeLetThrough, PASS_MS, SHOWN_WITHIN_MS } from "../../../src/guard/let-through.ts";
import type { GuardPorts } from "../../../src/guard/ports.ts";
import type { Way } from "../../../src/guard/replay.ts";
import type { Told } from "../../../src/guard/types.ts";
import type { Intent, Site } from "../../../src/sites/types.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page with two posts; a click on a like is taken at once, after some time (ms), or never. */
function page(takes: number | "never") {
  const { document, Event } = parseHTML(
    `<html><body><article id="a" data-text="satu"><b>like</b></article><article id="b" data-text="dua"><b>like</b></article></body></html>`,
  );
  Object.assign(globalThis, { MouseEvent: Event });
  const view = { setTimeout, clearTimeout, setInterval, clearInterval };
  Object.defineProperty(document, "defaultView", { value: view });
  const acts: string[] = [];
  for (const post of document.querySelectorAll("article"))
    post.addEventListener("click", () => {
      const take = () => {
        acts.push(post.getAttribute("data-text")!);
        post.setAttribute("data-liked", "");
      };
      if (takes === 0) take();
      else if (takes !== "never") setTimeout(take, takes);
    });
  const readPost = (post: Element): Surface => ({
    site: "x",
    kind: "post",
    text: post.getAttribute("data-text")!,
  });
  const press = (target: Element): Intent | null => {
    const post = target.closest("article");
    if (!post || post.hasAttribute("data-liked")) return null;
    return { action: "like", control: target, anchor: post, surfaces: [readPost(post)] };
  };
  const site = {
    id: "x",
    press,
    readPost,
    again: (intent: Intent) => intent.anchor?.querySelector("b") ?? null,
    done: (intent: Intent) => intent.anchor?.hasAttribute("data-liked"),
  } as unknown as Site;
  const told: Told[] = [];
  const shown: Told[] = [];
  const life = new AbortController();
  const let_ = makeLetThrough({
    doc: document as unknown as Document,
    ports: { site } as GuardPorts,
    signal: life.signal,
    tell: (what) => {
      told.push(what);
      shown.push(what);
      return () => void shown.splice(shown.indexOf(what), 1);
    },
  });
  const post = document.querySelector("#a")! as unknown as Element;
  const intent = press(post.querySelector("b")!)!;
  const way: Way = { kind: "click", target: intent.control, x: 1, y: 1, detail: 1 };
  return { ...let_, acts, told, shown, post, intent, way, life, press };
}

describe("letting through", () => {
  it("performs it once, and tells nothing, where the site takes it", () => {
    const p = page(0);
    p.perform(p.intent, p.way);
    vi.advanceTimersByTime(20_000);
    expect([p.acts, p.told, p.passes(p.intent)]).toEqual([["satu"], [], false]);
  });

  it("where the site refuses it the next press passes, once", () => {
    const p = page("never");
    p.perform(p.intent, p.way);
    expect(p.passes(p.intent)).toBe(false);
    vi.advanceTimersByTime(SHOWN_WITHIN_MS);
    expect(p.shown).toEqual(["refused"]);
    expect(p.passes(p.press(p.post.parentElement!.querySelector("#b b")!)!)).toBe(false);
    expect(p.passes({ ...p.intent, action: "follow" })).toBe(false);
    expect(p.passes(p.press(p.intent.control)!)).toBe(true);
    expect(p.passes(p.intent)).toBe(false);
    expect(p.shown).toEqual([]);
  });

  it("the pass ends after ten seconds", () => {
    const p = page("never");
    p.perform(p.intent, p.way);
    vi.advanceTimersByTime(SHOWN_WITHIN_MS + PASS_MS);
    expect([p.passes(p.intent), p.shown]).toEqual([false, []]);
  });

  it("a late change of state ends the pass: never a second action", () => {
    const p = page(2_000);
    p.perform(p.intent, p.way);
    vi.advanceTimersByTime(SHOWN_WITHIN_MS);
    expect(p.shown).toEqual(["refused"]);
    vi.advanceTimersByTime(1_600);
    expect([p.acts, p.shown, p.passes(p.intent)]).toEqual([["satu"], [], false]);
  });

  it("so does one in the moment before the press", () => {
    const p = page("never");
    p.perform(p.intent, p.way);
    vi.advanceTimersByTime(SHOWN_WITHIN_MS);
    p.post.setAttribute("data-liked", "");
    expect([p.shown, p.passes(p.intent)]).toEqual([["refused"], false]);
  });

  it("what is done already is not done again", () => {
    const p = page(0);
    p.post.setAttribute("data-liked", "");
    p.perform(p.intent, p.way);
    expect([p.acts, p.told]).toEqual([[], []]);
  });

  it("what became another post, or is gone, is left alone, and the user is told", () => {
    const other = page(0);
    other.post.setAttribute("data-text", "lain");
    other.perform(other.intent, other.way);
    expect([other.acts, other.told]).toEqual([[], ["gone"]]);
    const gone = page(0);
    gone.post.remove();
    gone.perform(gone.intent, gone.way);
    expect([gone.acts, gone.told]).toEqual([[], ["gone"]]);
  });

  it("a control that was drawn anew gets it", () => {
    const p = page(0);
    p.post.innerHTML = "<b>like</b>";
    p.perform(p.intent, p.way);
    expect([p.acts, p.told]).toEqual([["satu"], []]);
  });

  it("ends with the guard", () => {
    const p = page("never");
    p.perform(p.intent, p.way);
    vi.advanceTimersByTime(SHOWN_WITHIN_MS);
    p.life.abort();
    expect([p.passes(p.intent), p.shown, vi.getTimerCount()]).toEqual([false, [], 0]);
  });
});
