/** When the scan reads: everything at first, then additions and changes, and the whole page less often the more it costs. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_INTERVAL_MS } from "../../../../src/dom/pacing.ts";
import { SLICE_MS } from "../../../../src/dom/scheduling.ts";
import type { Assessment, Surface } from "../../../../src/domain/assessment.ts";
import type { Rules } from "../../../../src/guard/decision/assessment-cache.ts";
import { MAX_LOOK_INTERVAL_MS } from "../../../../src/guard/watch/reading-queue.ts";
import { GATHER_MS, type Scan } from "../../../../src/guard/watch/scan.ts";
import type { Site } from "../../../../src/sites/adapter.ts";
import { scanIn } from "../guard.ts";
import { openPage, type TestPage } from "../page.ts";

const POSTS = 6;
/** Cost of reading the whole page here, in ms: long enough that the next time is not at once. */
const LOOK_MS = 5;
/** Mutation records cover children and text; only reading the whole page shows that an element gained this role. */
const POST = 'article,[role="article"]';

let page: TestPage;
let doc: Document;
let life: AbortController;
let scan: Scan;
let bad: string;
const counts = { look: 0, read: 0, assess: 0, told: 0 };
const readCost = { ms: 0 };

const article = (text: string): Element => {
  const el = doc.createElement("article");
  el.textContent = text;
  return el;
};
const posts = () => [...doc.querySelectorAll(POST)];
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
      page.spend(LOOK_MS);
      return posts();
    },
    postsIn: (el: Element) => (el.matches(POST) ? [el] : [...el.querySelectorAll(POST)]),
    readPost(post: Element) {
      counts.read++;
      page.spend(readCost.ms);
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
  scan = scanIn(page, reader, rules, tell, life.signal);
}
/** The page appends a post. */
function append(el: Element): Element {
  doc.body.append(el);
  return el;
}
/** The page writes another text into an element. */
function write(el: Element, text: string): void {
  el.textContent = text;
}
/** The page changes its address without loading. */
const goTo = (path: string) => page.view.history.pushState(null, "", `/page/${path}`);
/** The tab is hidden, or shown. */
function hide(hidden: boolean): void {
  Object.defineProperty(doc, "hidden", { value: hidden, configurable: true });
  doc.dispatchEvent(new page.view.Event("visibilitychange"));
}
const texts = () => scan.marked().map(({ surface }) => surface.text);
const zero = () => Object.assign(counts, { look: 0, read: 0, assess: 0, told: 0 });

beforeEach(async () => {
  page = await openPage();
  doc = page.doc;
  life = new AbortController();
  bad = "campaign";
  readCost.ms = 0;
  for (let i = 0; i < POSTS; i++) doc.body.append(article(`post ${i}`));
  zero();
});
afterEach(() => {
  life.abort();
  expect([page.timers, page.ledger.observers(), page.ledger.listening()]).toEqual([0, 0, []]);
});

describe("a growing page", () => {
  beforeEach(async () => {
    start();
    await page.pass(10);
    expect(counts).toMatchObject({ look: 1, read: POSTS });
    zero();
  });

  it("reads added posts without reading the page or the other posts again", async () => {
    append(article("new campaign"));
    const box = doc.createElement("div");
    box.append(article("another campaign"), article("quiet"));
    append(box);
    await page.pass(GATHER_MS);
    expect(counts).toMatchObject({ look: 0, read: 3 });
    expect(texts()).toEqual(["new campaign", "another campaign"]);
  });

  it("reads an overwritten post again, from clear to campaign and back", async () => {
    const post = posts()[2]!;
    write(post, "now a campaign");
    await page.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["now a campaign"]);
    write(post, "and now something else");
    await page.pass(GATHER_MS + 5);
    expect(texts()).toEqual([]);
    expect(counts).toMatchObject({ look: 0, read: 2 });
  });

  it("reads a post again after a change anywhere inside it", async () => {
    const inner = doc.createElement("span");
    const post = append(article("outer "));
    post.append(inner);
    await page.pass(GATHER_MS + 5);
    zero();
    write(inner, "campaign");
    await page.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["outer campaign"]);
    expect(counts.read).toBe(1);
  });

  it("reads a post again after a change of its text node", async () => {
    const post = posts()[1]!;
    post.firstChild!.textContent = "campaign";
    await page.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["campaign"]);
  });

  it("reads the whole page later, once its cost allows it", async () => {
    const unseen = append(doc.createElement("div"));
    write(unseen, "came unseen, a campaign");
    await page.pass(GATHER_MS + 5);
    posts()[0]!.remove();
    unseen.setAttribute("role", "article");
    write(posts()[3]!, "still quiet");
    await page.pass(GATHER_MS + 5);
    expect(counts.look).toBe(0);
    expect(texts()).toEqual([]);
    await page.pass(MAX_INTERVAL_MS);
    expect(counts.look).toBe(1);
    expect(texts()).toEqual(["came unseen, a campaign"]);
    /* Not again while nothing changes. */
    await page.pass(10 * MAX_INTERVAL_MS);
    expect(counts.look).toBe(1);
  });

  it("reads what changed just before with the whole page", async () => {
    await page.pass(MAX_INTERVAL_MS);
    write(posts()[3]!, "now a campaign");
    append(article("new campaign"));
    await page.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 1, read: 2 });
    expect(texts().toSorted()).toEqual(["new campaign", "now a campaign"]);
    /* Nothing is left for which the page must be read again. */
    await page.pass(10 * MAX_INTERVAL_MS);
    expect(counts).toMatchObject({ look: 1, read: 2 });
  });

  it("reads the whole page at once after a change of address", async () => {
    goTo("somebody");
    const heading = doc.createElement("h1");
    heading.textContent = "campaign account";
    append(heading);
    await page.pass(GATHER_MS + 5);
    expect(counts.look).toBe(1);
    expect(scan.page()?.surface.text).toBe("campaign account");
  });

  it("reads everything after more changes than are kept", async () => {
    doc.body.lastElementChild!.textContent = "campaign";
    const elsewhere = doc.head.appendChild(doc.createElement("title"));
    for (let turn = 0; turn < 2_500; turn++) elsewhere.textContent = String(turn);
    await page.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 1, read: POSTS });
    expect(texts()).toEqual(["campaign"]);
  });

  it("reads nothing in a hidden tab, and everything once it is shown", async () => {
    hide(true);
    write(posts()[1]!, "campaign");
    append(article("another campaign"));
    await page.pass(10 * MAX_INTERVAL_MS);
    expect(counts).toEqual({ look: 0, read: 0, assess: 0, told: 0 });
    hide(false);
    await page.pass(GATHER_MS + 5);
    expect(texts()).toEqual(["campaign", "another campaign"]);
  });

  it("assesses even clear posts again after the rules changed", async () => {
    bad = "post 4";
    scan.rescan();
    await page.pass(5);
    expect(texts()).toEqual(["post 4"]);
    expect(counts).toMatchObject({ look: 1, assess: POSTS });
  });
});

describe("how often the whole page is read", () => {
  /** How long until the page is read again while something changes all the time. */
  async function untilLook(): Promise<number> {
    counts.look = 0;
    for (let ms = 0; ; ms += 100) {
      if (counts.look) return ms;
      write(posts()[0]!, `still quiet ${ms}`);
      await page.pass(100);
    }
  }

  it("reads the whole page every second just after opening, then every four seconds", async () => {
    start();
    await page.pass(10);
    expect(await untilLook()).toBeLessThanOrEqual(MAX_INTERVAL_MS + 2 * GATHER_MS);
    for (let at = 0; at < MAX_LOOK_INTERVAL_MS; at += MAX_INTERVAL_MS) await untilLook();
    const later = await untilLook();
    expect(later).toBeGreaterThan(2 * MAX_INTERVAL_MS);
    expect(later).toBeLessThanOrEqual(MAX_LOOK_INTERVAL_MS + 2 * GATHER_MS);
    /* A new address starts over. */
    goTo("somebody");
    await untilLook();
    expect(await untilLook()).toBeLessThanOrEqual(MAX_INTERVAL_MS + 2 * GATHER_MS);
  });

  it("reads the whole page every second if its header is a campaign's, because nothing else shows a follow", async () => {
    const heading = doc.createElement("h1");
    heading.textContent = "campaign account";
    doc.body.prepend(heading);
    start();
    await page.pass(2 * MAX_LOOK_INTERVAL_MS);
    for (let turn = 0; turn < 4; turn++)
      expect(await untilLook()).toBeLessThanOrEqual(MAX_INTERVAL_MS + 2 * GATHER_MS);
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
    await page.pass(10);
    zero();
  });

  it("reads a changed post again and looks for no posts in it", async () => {
    const post = posts()[2]!;
    const inner = doc.createElement("i");
    post.append(inner);
    write(inner, "campaign");
    post.firstChild!.textContent = "words alone: ";
    await page.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 0, read: 1 });
    expect(asked).toEqual([]);
    expect(texts()).toEqual(["words alone: campaign"]);
  });

  it("reads a post that is added and then filled with its final text", async () => {
    const post = append(article("empty"));
    write(post, "campaign");
    await page.pass(GATHER_MS + 5);
    expect(counts).toMatchObject({ look: 0, read: 1 });
    expect(texts()).toEqual(["campaign"]);
  });
});

it("processes many changes in slices that yield, and forgets none", async () => {
  const cost = 1;
  const postsIn = (el: Element) => {
    page.spend(cost);
    return site().postsIn!(el);
  };
  start(undefined, { postsIn });
  await page.pass(10);
  for (let i = 0; i < 60; i++) append(article(`new campaign ${i}`));
  const turns: number[] = [];
  await page.settle();
  while (page.timers && page.dueIn <= GATHER_MS && turns.length < 60) turns.push(page.next());
  /* The clock is read after sixteen changes at the latest. */
  expect(Math.max(...turns)).toBeLessThanOrEqual(SLICE_MS + 16 * cost);
  expect(texts().length).toBe(60);
});

it("reads changed posts even if reading the page takes no time", async () => {
  const free = () => {
    counts.look++;
    return posts();
  };
  start(undefined, { posts: free, postAt: (el) => el.closest("article") });
  await page.pass(10);
  zero();
  write(posts()[3]!, "campaign");
  await page.pass(GATHER_MS + 5);
  expect(texts()).toEqual(["campaign"]);
  expect(counts.look).toBe(1);
});

it("finds added posts with the whole page on a site without postsIn", async () => {
  start("postsIn");
  await page.pass(10);
  append(article("new campaign"));
  await page.pass(GATHER_MS);
  expect(texts()).toEqual([]);
  await page.pass(MAX_INTERVAL_MS);
  expect(texts()).toEqual(["new campaign"]);
});

it("reads in slices that yield, and reports news in a slice of its own", async () => {
  for (const post of posts()) post.textContent += " campaign";
  readCost.ms = SLICE_MS * 0.6;
  start();
  const turns: [number, number][] = [];
  while (page.timers && turns.length < 50) {
    const { read, told } = counts;
    page.next();
    turns.push([counts.read - read, counts.told - told]);
  }
  /* Reading the page took the first slice. */
  expect(turns[0]).toEqual([0, 0]);
  expect(Math.max(...turns.map(([read]) => read))).toBe(2);
  expect(counts.read).toBe(POSTS);
  expect(counts.told).toBeGreaterThan(0);
});
