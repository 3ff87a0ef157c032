/** A confirmed action happens once; if the site refuses the replayed event, the user's next press passes. */
import { describe, expect, it } from "vitest";
import type { Surface } from "../../../../src/domain/assessment.ts";
import { PASS_MS, SHOWN_WITHIN_MS } from "../../../../src/guard/hold/let-through.ts";
import type { Activation } from "../../../../src/guard/hold/replay.ts";
import type { Intent, Site } from "../../../../src/sites/adapter.ts";
import { letThroughIn } from "../guard.ts";
import { openPage } from "../page.ts";

/** A page with two posts; the site accepts a click on a like at once, after some time (ms), or never. */
async function open(takes: number | "never") {
  const page = await openPage();
  page.doc.body.innerHTML =
    '<article id="a" data-text="satu"><b>like</b></article><article id="b" data-text="dua"><b>like</b></article>';
  const acts: string[] = [];
  for (const post of page.doc.querySelectorAll("article"))
    post.addEventListener("click", () => {
      const take = () => {
        acts.push(post.getAttribute("data-text")!);
        post.setAttribute("data-liked", "");
      };
      if (takes === 0) take();
      else if (takes !== "never") page.view.setTimeout(take, takes);
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
    findRedrawn: (intent: Intent) => intent.anchor?.querySelector("b") ?? null,
    isDone: (intent: Intent) => intent.anchor?.hasAttribute("data-liked"),
  } as unknown as Site;
  const life = new AbortController();
  const through = letThroughIn(page, site, life.signal);
  const post = page.doc.querySelector("#a")!;
  const intent = press(post.querySelector("b")!)!;
  const activation: Activation = { kind: "click", target: intent.control, x: 1, y: 1, detail: 1 };
  return { ...through, page, acts, post, intent, activation, life, press };
}

describe("letting through", () => {
  it("performs the action once and shows no toast if the site accepts it", async () => {
    const p = await open(0);
    p.perform(p.intent, p.activation);
    await p.page.pass(20_000);
    expect([p.acts, p.toasts, p.passes(p.intent)]).toEqual([["satu"], [], false]);
  });

  it("passes the user's next press, once, if the site refuses the replay", async () => {
    const p = await open("never");
    p.perform(p.intent, p.activation);
    expect(p.passes(p.intent)).toBe(false);
    await p.page.pass(SHOWN_WITHIN_MS);
    expect(p.shown).toEqual(["refused"]);
    expect(p.passes(p.press(p.page.doc.querySelector("#b b")!)!)).toBe(false);
    expect(p.passes({ ...p.intent, action: "follow" })).toBe(false);
    expect(p.passes(p.press(p.intent.control)!)).toBe(true);
    expect(p.passes(p.intent)).toBe(false);
    expect(p.shown).toEqual([]);
  });

  it("stops passing the user's press after ten seconds", async () => {
    const p = await open("never");
    p.perform(p.intent, p.activation);
    await p.page.pass(SHOWN_WITHIN_MS + PASS_MS);
    expect([p.passes(p.intent), p.shown]).toEqual([false, []]);
  });

  it("never performs an action twice if the site accepts it late", async () => {
    const p = await open(2_000);
    p.perform(p.intent, p.activation);
    await p.page.pass(SHOWN_WITHIN_MS);
    expect(p.shown).toEqual(["refused"]);
    await p.page.pass(1_600);
    expect([p.acts, p.shown, p.passes(p.intent)]).toEqual([["satu"], [], false]);
  });

  it("stops passing even if the site accepts the action just before the press", async () => {
    const p = await open("never");
    p.perform(p.intent, p.activation);
    await p.page.pass(SHOWN_WITHIN_MS);
    p.post.setAttribute("data-liked", "");
    expect([p.shown, p.passes(p.intent)]).toEqual([["refused"], false]);
  });

  it("does not repeat an action that is done already", async () => {
    const p = await open(0);
    p.post.setAttribute("data-liked", "");
    p.perform(p.intent, p.activation);
    expect([p.acts, p.toasts]).toEqual([[], []]);
  });

  it("does nothing to another or removed post, and shows a toast", async () => {
    const other = await open(0);
    other.post.setAttribute("data-text", "lain");
    other.perform(other.intent, other.activation);
    expect([other.acts, other.toasts]).toEqual([[], ["gone"]]);
    const gone = await open(0);
    gone.post.remove();
    gone.perform(gone.intent, gone.activation);
    expect([gone.acts, gone.toasts]).toEqual([[], ["gone"]]);
  });

  it("performs the action on a redrawn control", async () => {
    const p = await open(0);
    p.post.innerHTML = "<b>like</b>";
    p.perform(p.intent, p.activation);
    expect([p.acts, p.toasts]).toEqual([["satu"], []]);
  });

  it("stops passing when the guard ends", async () => {
    const p = await open("never");
    p.perform(p.intent, p.activation);
    await p.page.pass(SHOWN_WITHIN_MS);
    p.life.abort();
    expect([p.passes(p.intent), p.shown, p.page.timers]).toEqual([false, [], 0]);
  });
});
