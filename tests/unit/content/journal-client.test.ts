import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sendSilence } from "../../../src/content/journal-client.ts";
import { sendMessage } from "../../../src/messaging/messages.ts";

vi.mock("../../../src/messaging/messages.ts", () => ({ sendMessage: vi.fn() }));
vi.mock("../../../src/content/lifetime.ts", () => ({ canRecord: () => true, isAlive: () => true }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(sendMessage).mockReset();
});

it("reports at once why an answer is not stored, and ends once a later attempt succeeds", async () => {
  const problems: string[] = [];
  vi.mocked(sendMessage).mockResolvedValueOnce({ kept: false, problem: "full" });
  vi.mocked(sendMessage).mockResolvedValue({ kept: true });
  const sent = sendSilence("account:x", (problem) => void problems.push(problem));
  await vi.advanceTimersByTimeAsync(0);
  expect(problems).toEqual(["full"]);
  await vi.runAllTimersAsync();
  expect(await sent).toBe(true);
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

it("reports no problem while the background is starting", async () => {
  const onProblem = vi.fn();
  vi.mocked(sendMessage).mockRejectedValueOnce(new Error("no receiver"));
  vi.mocked(sendMessage).mockResolvedValue({ kept: true });
  const sent = sendSilence("account:x", onProblem);
  await vi.runAllTimersAsync();
  expect(await sent).toBe(true);
  expect(onProblem).not.toHaveBeenCalled();
});
