/** What is done ahead of a click, and what waits until it is over. */
import { describe, expect, it, vi } from "vitest";
import { AFTER_PRESS_MS, LONG_PRESS_MS } from "../../../src/guard/input/long-press.ts";
import { inputIn, type Ports, startIn } from "./guard.ts";
import { openPage } from "./page.ts";
import { drawQuestion, type Kind, RULES, siteOf } from "./site.ts";
import { User } from "./user.ts";

async function pageWith(kind: Kind) {
  const page = await openPage();
  const post = page.add("div", [10, 70, 80, 40]);
  post.setAttribute("data-post", `${kind} 1`);
  const idle: (() => void)[] = [];
  page.view.requestIdleCallback = ((run: () => void) => idle.push(run)) as never;
  return { page, post, idle };
}

describe("the first question", () => {
  const start = async (kind: Kind, how: Partial<Ports> = {}) => {
    const { page, post, idle } = await pageWith(kind);
    const life = new AbortController();
    const warm = vi.fn();
    const question = vi.fn(drawQuestion);
    const session = startIn(page, siteOf([post]), life.signal, { ...how, ui: { prewarm: warm, question } });
    session.use(RULES);
    await page.pass(1_000);
    return { page, idle, life, session, warm, question };
  };

  it("is made ready in idle time once there is something to ask about, out of sight, and only once", async () => {
    const { page, idle, session, warm, question } = await start("warn");
    expect([idle.length, warm.mock.calls.length]).toEqual([1, 0]);
    idle[0]!();
    session.refresh();
    await page.pass(1_000);
    expect(idle).toHaveLength(1);
    expect(warm).toHaveBeenCalledTimes(1);
    expect(warm.mock.calls[0]![1]).toMatchObject({ action: "like", excerpt: "warn 1" });
    expect(question).not.toHaveBeenCalled();
    const { documentElement, head, body } = page.doc;
    expect([...documentElement.children]).toEqual([head, body]);
  });

  it("not where nothing would be asked, nor after the end", async () => {
    for (const { idle } of [
      await start("clear"),
      await start("notice"),
      await start("warn", { paused: () => "site" }),
      await start("warn", { isSilenced: () => true }),
    ])
      expect(idle).toEqual([]);
    const { idle, life, warm } = await start("warn");
    life.abort();
    idle[0]!();
    expect(warm).not.toHaveBeenCalled();
  });
});

describe("an open picker is looked for", () => {
  const setUp = async () => {
    const { page, post } = await pageWith("warn");
    const user = new User(page);
    const pickerOpen = vi.fn(() => true);
    const { judge, afterwards } = inputIn(page, { ...siteOf([post]), pickerOpen });
    const press = async (ms: number) => {
      await user.fingerDown(post);
      await page.pass(ms);
      await user.fingerUp();
    };
    return { page, post, pickerOpen, judge, afterwards, press };
  };

  it("never during a plain click, nor after it", async () => {
    const { page, pickerOpen, judge, press } = await setUp();
    await press(AFTER_PRESS_MS - 1);
    await page.pass(1_000);
    expect(pickerOpen).not.toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("before a long press could have opened it: what was open then makes the release a choice", async () => {
    const { pickerOpen, judge, press } = await setUp();
    await press(LONG_PRESS_MS);
    expect(pickerOpen).toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("and one that the long press itself opened is no choice yet", async () => {
    const { pickerOpen, judge, press } = await setUp();
    pickerOpen.mockReturnValueOnce(false);
    await press(LONG_PRESS_MS);
    expect(judge).not.toHaveBeenCalled();
  });

  it("what was pressed is told once it is over, of several presses in a row the last", async () => {
    const { page, post, afterwards, press } = await setUp();
    await press(10);
    await press(10);
    expect(afterwards).not.toHaveBeenCalled();
    await page.pass(AFTER_PRESS_MS);
    expect(afterwards.mock.calls).toEqual([[post]]);
  });
});
