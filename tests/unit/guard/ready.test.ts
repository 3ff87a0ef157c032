/** What is done ahead of a click, and what waits until it is over. */
import { describe, expect, it, vi } from "vitest";
import { AFTER_PRESS_MS, LONG_PRESS_MS } from "../../../src/guard/long-press.ts";
import type { GuardPorts } from "../../../src/guard/ports.ts";
import { pressActions } from "../../../src/guard/presses.ts";
import { startSession } from "../../../src/guard/session.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { type Kind, RULES, siteOf } from "./fake-site.ts";

function page(kind: Kind) {
  const doc = new FakeDocument();
  const post = doc.createElement("div");
  post.setAttribute("data-post", `${kind} 1`);
  doc.body.append(post);
  const idle: (() => void)[] = [];
  Object.assign(doc.defaultView, { requestIdleCallback: (run: () => void) => idle.push(run) });
  return { doc, post, idle };
}

describe("the first question", () => {
  const start = async (kind: Kind, how: Partial<GuardPorts> = {}) => {
    const { doc, post, idle } = page(kind);
    const life = new AbortController();
    const warm = vi.fn();
    const world: GuardPorts = {
      site: siteOf([post]),
      ui: { question: vi.fn(), mark: () => () => {}, strip: () => () => {}, warm },
      paused: () => null,
      silenced: () => false,
      learn: async () => {},
      silence: () => {},
      canRecord: () => true,
      record: () => {},
      report: () => {},
      faults: () => [],
      today: () => "2026-11-22",
      newId: () => "hold-1",
      ...how,
    };
    const session = startSession(doc as never, world, life.signal);
    session.use(RULES);
    await doc.clock.pass(1_000);
    return { doc, idle, life, session, warm, world };
  };

  it("is made ready in idle time once there is something to ask about, out of sight, and only once", async () => {
    const { doc, idle, session, warm, world } = await start("warn");
    expect([idle.length, warm.mock.calls.length]).toEqual([1, 0]);
    idle[0]!();
    session.refresh();
    await doc.clock.pass(1_000);
    expect(idle).toHaveLength(1);
    expect(warm).toHaveBeenCalledTimes(1);
    expect(warm.mock.calls[0]![1]).toMatchObject({ action: "like", excerpt: "warn 1" });
    expect(world.ui.question).not.toHaveBeenCalled();
    expect(doc.documentElement.kids).toEqual([doc.body]);
  });

  it("not where nothing would be asked, nor after the end", async () => {
    for (const { idle } of [
      await start("clear"),
      await start("notice"),
      await start("warn", { paused: () => "site" }),
      await start("warn", { silenced: () => true }),
    ])
      expect(idle).toEqual([]);
    const { idle, life, warm } = await start("warn");
    life.abort();
    idle[0]!();
    expect(warm).not.toHaveBeenCalled();
  });
});

describe("an open picker is looked for", () => {
  const setUp = () => {
    const { doc, post } = page("warn");
    const pickerOpen = vi.fn(() => true);
    const judge = vi.fn(() => true);
    const afterwards = vi.fn();
    const presses = pressActions(
      { ...siteOf([post]), pickerOpen },
      doc.defaultView as never,
      judge,
      () => false,
      afterwards,
    );
    const event = (type: string, more: object) => {
      const made = new FakeEvent(type, { isTrusted: true, ...more });
      made.target = post as FakeNode;
      made.timeStamp = doc.clock.now;
      return made as never;
    };
    const press = async (ms: number) => {
      presses.down(event("pointerdown", { pointerType: "touch" }));
      await doc.clock.pass(ms);
      presses.click(event("click", { detail: 1, button: 0 }));
    };
    return { doc, post, pickerOpen, judge, afterwards, press };
  };

  it("never during a plain click, nor after it", async () => {
    const { doc, pickerOpen, judge, press } = setUp();
    await press(AFTER_PRESS_MS - 1);
    await doc.clock.pass(1_000);
    expect(pickerOpen).not.toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("before a long press could have opened it: what was open then makes the release a choice", async () => {
    const { pickerOpen, judge, press } = setUp();
    await press(LONG_PRESS_MS);
    expect(pickerOpen).toHaveBeenCalled();
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it("and one that the long press itself opened is no choice yet", async () => {
    const { pickerOpen, judge, press } = setUp();
    pickerOpen.mockReturnValueOnce(false);
    await press(LONG_PRESS_MS);
    expect(judge).not.toHaveBeenCalled();
  });

  it("what was pressed is told once it is over, of several presses in a row the last", async () => {
    const { doc, post, afterwards, press } = setUp();
    await press(10);
    await press(10);
    expect(afterwards).not.toHaveBeenCalled();
    await doc.clock.pass(AFTER_PRESS_MS);
    expect(afterwards.mock.calls).toEqual([[post]]);
  });
});
