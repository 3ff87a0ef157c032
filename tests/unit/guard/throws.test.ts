/** What our own code throws while it handles an event of the user: never silent, and never an action done twice. */
import { describe, expect, it, vi } from "vitest";
import type { AnswerOutcome } from "../../../src/domain/outcome.ts";
import { startIn } from "./guard.ts";
import { openPage } from "./page.ts";
import { RULES, siteOf } from "./site.ts";
import { User } from "./user.ts";

async function start(how: { press?: true; explain?: true }) {
  const page = await openPage();
  const post = page.add("div", [10, 70, 80, 40]);
  post.setAttribute("data-post", "warn 1");
  const clicks = vi.fn();
  page.doc.addEventListener("click", clicks);
  const site = siteOf([post]);
  const broken = () => {
    throw new TypeError("closest is not a function");
  };
  if (how.press) site.press = broken;
  const log: AnswerOutcome[] = [];
  const thrown: unknown[] = [];
  const session = startIn(page, site, new AbortController().signal, {
    record: (outcome) => void log.push(outcome),
    onThrow: (error) => void thrown.push(error),
    faults: () => thrown.map((error) => ({ code: "unchecked", detail: String(error) })),
  });
  const explain = vi.fn(RULES.explain);
  session.use({ ...RULES, explain });
  await page.pass(1_000);
  if (how.explain) explain.mockImplementationOnce(broken);
  return { page, user: new User(page), post, clicks, log, thrown, session };
}

describe("a throw in the guard", () => {
  it("while it reads what was pressed leaves the click to the page and is a fault of the page", async () => {
    const { user, post, clicks, thrown, session } = await start({ press: true });
    await user.click(post);
    expect([clicks.mock.calls.length, thrown.length]).toEqual([1, 1]);
    expect(session.state().faults).toEqual([
      { code: "unchecked", detail: "TypeError: closest is not a function" },
    ]);
  });

  it("while it judges an action lets that action happen once, recorded as unchecked", async () => {
    const { user, post, clicks, log, thrown } = await start({ explain: true });
    await user.click(post);
    expect([clicks.mock.calls.length, thrown.length]).toEqual([1, 1]);
    expect(log.map(({ entry }) => [entry.action, entry.choice])).toEqual([["like", "unchecked"]]);
  });
});
