/** What is read when: everything at first, then what came or changed, and the whole page the less often the more it costs. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Assessment, Surface } from "../../../src/detect/types.ts";
import { LATEST_MS } from "../../../src/guard/pace.ts";
import type { Rules } from "../../../src/guard/rules.ts";
import { GATHER_MS, type Scan, SLICE_MS, startScan } from "../../../src/guard/scan.ts";
import type { Site } from "../../../src/sites/types.ts";
import { documentOf } from "../sites/page.ts";
import { Clock } from "./fake-events.ts";

const POSTS = 6;
/** What looking through the whole page costs here, ms: long enough that the next time is not at once. */
const LOOK_MS = 5;

let clock: Clock;
let doc: Document;
let life: AbortController;
let scan: Scan;
let changes: (records: Partial<MutationRecord>[]) => void;
let bad: string;
const counts = { look: 0, read: 0, assess: 0, told: 0 };
const readCost = { ms: 0 };

const article = (text: string): Element => {
  const el = doc.createElement("article");
  el.textContent = text;
  return el;
};
const posts = () => [...doc.querySelectorAll("article")];
const surfaceOf = (post: Element): Surface => ({ site: "x", kind: "post", text: post.textContent ?? "" });
const rules: Rules = {
  assess: (s) => {
    counts.assess++;
    return {
      level: s.text.includes(bad) ? "notice" : "clear",
      evidence: [],
      rules: [],
    } as never as Assessment;
  },
  explain: () => null,
};
const site = () =>
  ({
    posts() {
      counts.look++;
      clock.now += LOOK_MS;
      return posts();
    },
    postsIn: (el: Element) => (el.matches("article") ? [el] : [...el.querySelectorAll("article")]),
    readPost(post: Element) {
      counts.read++;
      clock.now += readCost.ms;
      return surfaceOf(post);
    },
    page: () => {
      const heading = doc.querySelector("h1");
      return (
        heading && {
          site: "x",
          kind: "profile",
          author: { name: heading.textContent! },
          text: heading.textContent!,
        }
      );
    },
  }) as Partial<Site> as Site;

function start(without?: "postsIn"): void {
  const reader = site();
  if (without) delete reader[without];
  const tell = () => void counts.told++;
  scan = startScan(doc, reader, () => rules, tell, life.signal);
}
/** The page appends a post. */
function append(el: Element): Element {
  doc.body.append(el);
  changes([{ type: "childList", target: doc.body, addedNodes: [el] as never }]);
  return el;
}
/** The page writes another text into an element. */
function write(el: Element, text: string): void {
  el.textContent = text;
  changes([{ type: "childList", target: el, addedNodes: [] as never }]);
}
const texts = () => scan.marked().map(({ surface }) => surface.text);
const zero = () => Object.assign(counts, { look: 0, read: 0, assess: 0, told: 0 });

beforeEach(async () => {
  clock = new Clock();
  vi.spyOn(performance, "now").mockImplementation(() => clock.now);
  doc = documentOf("<html><body></body></html>", "https://x.com/home");
  class Observer {
    constructor(told: typeof changes) {
      changes = told;
    }
    observe(): void {}
    disconnect(): void {
      changes = () => {};
    }
  }
  const view = {
    MutationObserver: Observer,
    setTimeout: (run: () => void, ms: number) => clock.set(run, ms),
    clearTimeout: (id: number) => clock.clear(id),
  };
  Object.defineProperty(doc, "defaultView", { value: view });
  Object.defineProperty(doc, "hidden", { value: false, writable: true });
  life = new AbortController();
  bad = "campaign";
  readCost.ms = 0;
  for (let i = 0; i < POSTS; i++) doc.body.append(article(`post ${i}`));
  zero();
});
afterEach(() => {
  life.abort();
  expect(clock.timers).toEqual([]);
  vi.restoreAllMocks();
});

describe("a growing page", () => {
  beforeEach(async () => {
    start();
    await clock.pass(10);
    expect(counts).toMatchObject({ look: 1, read: POSTS });
    zero();
  });

  it("what came is read, without looking through the page or reading the others again", async () => {
    append(article("new campaign"));
    const box = doc.createElement("div");
    box.append(article("another campaign"), article("quiet"));
    append(box);
    await clock.pass(GATHER_MS);
    expect(counts).toMatchObject({ look: 0, read: 3 });
    expect(texts()).toEqual(["new campaign", "another campaign"]);
  });

  it("a post that is written over is read again, in both directions", async () => {
    const post = posts()[2]!;
    write(post, "now a campaign");
    await clock.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["now a campaign"]);
    write(post, "and now something else");
    await clock.pass(GATHER_MS + 5);
    expect(texts()).toEqual([]);
    expect(counts).toMatchObject({ look: 0, read: 2 });
  });

  it("a change inside of a post is one of the post, wherever in it", async () => {
    const inner = doc.createElement("span");
    const post = append(article("outer "));
    post.append(inner);
    await clock.pass(GATHER_MS + 5);
    zero();
    write(inner, "campaign");
    await clock.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["outer campaign"]);
    expect(counts.read).toBe(1);
  });

  it("words alone may change: then it is told of the node that holds them", async () => {
    const post = posts()[1]!;
    post.firstChild!.textContent = "campaign";
    changes([{ type: "characterData", target: post.firstChild! }]);
    await clock.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["campaign"]);
  });

  it("the whole page is looked through all the same, once what it cost allows it", async () => {
    posts()[0]!.remove();
    doc.body.append(article("came unseen, a campaign"));
    write(posts()[3]!, "still quiet");
    await clock.pass(GATHER_MS + 5);
    expect(counts.look).toBe(0);
    expect(texts()).toEqual([]);
    await clock.pass(LATEST_MS);
    expect(counts.look).toBe(1);
    expect(texts()).toEqual(["came unseen, a campaign"]);
    /* And then no more, while nothing changes. */
    await clock.pass(10 * LATEST_MS);
    expect(counts.look).toBe(1);
  });

  it("another address is another page: looked through at once", async () => {
    (doc.location as URL & Location).pathname = "/somebody";
    const heading = doc.createElement("h1");
    heading.textContent = "campaign account";
    append(heading);
    await clock.pass(GATHER_MS + 5);
    expect(counts.look).toBe(1);
    expect(scan.page()?.surface.text).toBe("campaign account");
  });

  it("more changes than are kept apart: everything is read", async () => {
    doc.body.lastElementChild!.textContent = "campaign";
    const many = Array.from({ length: 2_500 }, () => ({
      target: doc.createElement("i"),
      addedNodes: [] as never,
    }));
    changes(many);
    await clock.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 1, read: POSTS });
    expect(texts()).toEqual(["campaign"]);
  });

  it("nothing while the tab is hidden; shown again, everything that may have changed is read", async () => {
    Object.assign(doc, { hidden: true });
    write(posts()[1]!, "campaign");
    append(article("another campaign"));
    await clock.pass(10 * LATEST_MS);
    expect(counts).toEqual({ look: 0, read: 0, assess: 0, told: 0 });
    Object.assign(doc, { hidden: false });
    const shown = doc.createEvent("Event");
    shown.initEvent("visibilitychange");
    doc.dispatchEvent(shown);
    await clock.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["campaign", "another campaign"]);
  });

  it("with other rules even what said nothing is judged anew", async () => {
    bad = "post 4";
    scan.again();
    await clock.pass(5);
    expect(texts()).toEqual(["post 4"]);
    expect(counts).toMatchObject({ look: 1, assess: POSTS });
  });
});

it("a site that cannot tell what an element holds: what came is found with the whole page", async () => {
  start("postsIn");
  await clock.pass(10);
  append(article("new campaign"));
  await clock.pass(GATHER_MS);
  expect(texts()).toEqual([]);
  await clock.pass(LATEST_MS);
  expect(texts()).toEqual(["new campaign"]);
});

it("reads in slices that yield, and tells what was found in one of its own", async () => {
  for (const post of posts()) post.textContent += " campaign";
  readCost.ms = SLICE_MS * 0.6;
  start();
  const turns: [number, number][] = [];
  while (clock.timers.length && turns.length < 50) {
    const { read, told } = counts;
    const next = clock.timers.reduce((a, b) => (a.at <= b.at ? a : b));
    clock.clear(next.id);
    clock.now = Math.max(clock.now, next.at);
    next.run();
    turns.push([counts.read - read, counts.told - told]);
  }
  /* Looking through the page took the first one's time. */
  expect(turns[0]).toEqual([0, 0]);
  expect(Math.max(...turns.map(([read]) => read))).toBe(2);
  expect(counts.read).toBe(POSTS);
  expect(counts.told).toBeGreaterThan(0);
});
