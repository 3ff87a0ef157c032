/** What is read when: everything at first, then what came or changed, and the whole page the less often the more it costs. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Assessment, Surface } from "../../../src/detect/types.ts";
import { LATEST_MS } from "../../../src/guard/pace.ts";
import { LATEST_LOOK_MS } from "../../../src/guard/reading-queue.ts";
import type { Rules } from "../../../src/guard/rules.ts";
import { GATHER_MS, type Scan, startScan } from "../../../src/guard/scan.ts";
import { SLICE_MS } from "../../../src/guard/slices.ts";
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

function start(without?: "postsIn", more: Partial<Site> = {}): void {
  const reader = { ...site(), ...more };
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

  it("what changed just before the whole page is looked through is read with it", async () => {
    await clock.pass(LATEST_MS);
    write(posts()[3]!, "now a campaign");
    append(article("new campaign"));
    await clock.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 1, read: 2 });
    expect(texts().toSorted()).toEqual(["new campaign", "now a campaign"]);
    /* It says nothing that the page would have to be looked through again for. */
    await clock.pass(10 * LATEST_MS);
    expect(counts).toMatchObject({ look: 1, read: 2 });
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

describe("how often the whole page is looked through", () => {
  /** Something changes all the time; how long until the page is looked through again. */
  async function untilLook(): Promise<number> {
    counts.look = 0;
    for (let ms = 0; ; ms += 100) {
      if (counts.look) return ms;
      write(posts()[0]!, `still quiet ${ms}`);
      await clock.pass(100);
    }
  }

  it("every second while it was just opened, then every four: what came is found without", async () => {
    start();
    await clock.pass(10);
    expect(await untilLook()).toBeLessThanOrEqual(LATEST_MS + 2 * GATHER_MS);
    for (let at = 0; at < LATEST_LOOK_MS; at += LATEST_MS) await untilLook();
    const later = await untilLook();
    expect(later).toBeGreaterThan(2 * LATEST_MS);
    expect(later).toBeLessThanOrEqual(LATEST_LOOK_MS + 2 * GATHER_MS);
    /* Another address starts anew. */
    (doc.location as URL & Location).pathname = "/somebody";
    await untilLook();
    expect(await untilLook()).toBeLessThanOrEqual(LATEST_MS + 2 * GATHER_MS);
  });

  it("every second where its header tells of a campaign: a follow is seen in no other way", async () => {
    const heading = doc.createElement("h1");
    heading.textContent = "campaign account";
    doc.body.prepend(heading);
    start();
    await clock.pass(2 * LATEST_LOOK_MS);
    for (let turn = 0; turn < 4; turn++)
      expect(await untilLook()).toBeLessThanOrEqual(LATEST_MS + 2 * GATHER_MS);
  });
});

describe("a site that names the post around an element", () => {
  const asked: Element[] = [];
  beforeEach(async () => {
    asked.length = 0;
    const postsIn = (el: Element) => {
      asked.push(el);
      return site().postsIn!(el);
    };
    start(undefined, { postAt: (el) => el.closest("article"), postsIn });
    await clock.pass(10);
    zero();
  });

  it("what changed in a known post is read again, and nothing is looked for in it", async () => {
    const post = posts()[2]!;
    const inner = doc.createElement("i");
    post.append(inner);
    changes([{ type: "childList", target: post, addedNodes: [inner] as never }]);
    write(inner, "campaign");
    post.firstChild!.textContent = "words alone: ";
    changes([{ type: "characterData", target: post.firstChild! }]);
    await clock.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 0, read: 1 });
    expect(asked).toEqual([]);
    expect(texts()).toEqual(["words alone: campaign"]);
  });

  it("what comes and is filled at once is read as it stands then", async () => {
    const post = append(article("empty"));
    write(post, "campaign");
    await clock.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 0, read: 1 });
    expect(texts()).toEqual(["campaign"]);
  });
});

it("many changes are looked at in slices that yield, and none is forgotten", async () => {
  const cost = 1;
  const postsIn = (el: Element) => {
    clock.now += cost;
    return site().postsIn!(el);
  };
  start(undefined, { postsIn });
  await clock.pass(10);
  for (let i = 0; i < 60; i++) append(article(`new campaign ${i}`));
  const turns: number[] = [];
  while (clock.timers.length && turns.length < 60) {
    const next = clock.timers.reduce((a, b) => (a.at <= b.at ? a : b));
    if (next.at > clock.now + GATHER_MS) break;
    clock.clear(next.id);
    clock.now = Math.max(clock.now, next.at);
    const from = clock.now;
    next.run();
    turns.push(clock.now - from);
  }
  /* Time is asked after sixteen changes at the latest. */
  expect(Math.max(...turns)).toBeLessThanOrEqual(SLICE_MS + 16 * cost);
  expect(texts().length).toBe(60);
});

it("looking through the page never starves what changed, however little time it takes", async () => {
  const free = () => {
    counts.look++;
    return posts();
  };
  start(undefined, { posts: free, postAt: (el) => el.closest("article") });
  await clock.pass(10);
  zero();
  write(posts()[3]!, "campaign");
  await clock.pass(GATHER_MS + 5);
  expect(texts()).toEqual(["campaign"]);
  expect(counts.look).toBe(1);
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
