import { afterEach, expect, it, vi } from "vitest";
import { dayByMinute, localDay } from "../../../src/domain/day.ts";

afterEach(() => vi.useRealTimers());

it("dayByMinute changes the day at midnight and follows a clock that is set back", () => {
  vi.useFakeTimers();
  const today = dayByMinute();
  const at = (...time: [number, number, number]) => {
    vi.setSystemTime(new Date(2026, 10, 22, ...time));
    expect(today()).toBe(localDay(new Date()));
    return today();
  };
  expect(at(23, 59, 1)).toBe("2026-11-22");
  expect(at(23, 59, 59)).toBe("2026-11-22");
  expect(at(24, 0, 0)).toBe("2026-11-23");
  expect(at(12, 0, 0)).toBe("2026-11-22");
});
