/** A change that a page of the extension asks for: tried again while nobody is there, never where it was refused. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Change } from "../../../src/messaging/changes.ts";
import { sendMessage } from "../../../src/messaging/messages.ts";
import { requestChange } from "../../../src/messaging/request-change.ts";
import { RemoteError } from "../../../src/messaging/transport.ts";

vi.mock("../../../src/messaging/messages.ts", () => ({ sendMessage: vi.fn() }));

const CHANGE: Change = { type: "reset" };
const send = vi.mocked(sendMessage);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  send.mockReset();
});

it("throws at once if the background fails, and does not send again", async () => {
  send.mockRejectedValue(new RemoteError("QUOTA_BYTES"));
  const failed = expect(requestChange(CHANGE)).rejects.toThrow("QUOTA_BYTES");
  await vi.advanceTimersByTimeAsync(0);
  await failed;
  await vi.runAllTimersAsync();
  expect(send).toHaveBeenCalledTimes(1);
});

it("sends again while the background is starting, and resolves once the change is stored", async () => {
  send.mockRejectedValueOnce(new Error("Receiving end does not exist"));
  send.mockRejectedValueOnce(new Error("No response"));
  send.mockResolvedValue(undefined as never);
  const done = requestChange(CHANGE);
  await vi.runAllTimersAsync();
  await done;
  expect(send.mock.calls).toEqual([1, 2, 3].map(() => ["change", CHANGE]));
});

it("throws after a minute and a half if the background cannot be reached", async () => {
  send.mockRejectedValue(new Error("No response"));
  const began = Date.now();
  const failed = expect(requestChange(CHANGE)).rejects.toThrow("No response");
  await vi.runAllTimersAsync();
  await failed;
  expect(Date.now() - began).toBeGreaterThan(60_000);
  expect(Date.now() - began).toBeLessThan(120_000);
});
