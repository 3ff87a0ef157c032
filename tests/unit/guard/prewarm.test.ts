/** Work done before a click, and work that waits until the click is over. */
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
    const prewarm = vi.fn();
    const question = vi.fn(drawQuestion);
    const session = startIn(page, siteOf([post]), life.signal, { ...how, ui: { prewarm, question } });
    session.use(RULES);
    await page.pass(1_000);
    return { page, idle, life, session, prewarm, question };
  };

  it("the first question is drawn once, out of sight and in idle time, when there is something to ask about", async () => {
    const { page, idle, session, prewarm, question } = await start("warn");
    expect([idle.length, prewarm.mock.calls.length]).toEqual([1, 0]);
    idle[0]!();
    session.refresh();
    await page.pass(1_000);
    expect(idle).toHaveLength(1);
    expect(prewarm).toHaveBeenCalledTimes(1);
    expect(prewarm.mock.calls[0]![1]).toMatchObject({ action: "like", excerpt: "warn 1" });
    expect(question).not.toHaveBeenCalled();
    const { documentElement, head, body } = page.doc;
    expect([...documentElement.children]).toEqual([head, body]);
  });

  it("no question is prewarmed without anything to ask about, nor after the guard's end", async () => {
    for (const { idle } of [
      await start("clear"),
      await start("notice"),
      await start("warn", { paused: () => "site" }),
      await start("warn", { isSilenced: () => true }),
    ])
      expect(idle).toEqual([]);
    const { idle, life, prewarm } = await start("warn");
    life.abort();
    idle[0]!();
    expect(prewarm).not.toHaveBeenCalled();
  });
});

describe("the check for an open picker", () => {
  const setUp = async () => {
    const { page, post } = await pageWith("warn");
    const user = new User(page);
    const pickerOpen = vi.fn(() => true);
    const { judge, onPressed } = inputIn(page, { ...siteOf([post]), pickerOpen });
    const press = async (ms: number) => {
      await user.fingerDown(post);
      await page.pass(ms);
      await user.fingerUp();
    };
    return { page, post, pickerOpen, judge, onPressed, press };
  };

  it("no picker is looked for during or after a plain click", async () => {
    const { page, pickerOpen, judge, press } = await setUp();
    await press(AFTER_PRESS_MS - 1);
    await page.pass(1_000);
    expect(pickerOpen).not.toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("a picker that was open before a long press could open it makes the release an action", async () => {
    const { pickerOpen, judge, press } = await setUp();
    await press(LONG_PRESS_MS);
    expect(pickerOpen).toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("a long press that only opened the picker is no action", async () => {
    const { pickerOpen, judge, press } = await setUp();
    pickerOpen.mockReturnValueOnce(false);
    await press(LONG_PRESS_MS);
    expect(judge).not.toHaveBeenCalled();
  });

  it("only the last element of several presses in a row is reported, after the press", async () => {
    const { page, post, onPressed, press } = await setUp();
    await press(10);
    await press(10);
    expect(onPressed).not.toHaveBeenCalled();
    await page.pass(AFTER_PRESS_MS);
    expect(onPressed.mock.calls).toEqual([[post]]);
  });
});
