import { beforeEach, expect, it, vi } from "vitest";
import { startShortcuts } from "../../../src/background/shortcuts.ts";

let press: ((command: string) => void) | undefined;
const create = vi.fn();
beforeEach(() => {
  press = undefined;
  create.mockReset();
});
const start = (commands: object | undefined) => {
  vi.stubGlobal("browser", {
    commands,
    tabs: { create },
    runtime: { getURL: (path: string) => `ours:${path}` },
  });
  startShortcuts();
};

it("opens the draft check by its command, and by no other", () => {
  start({ onCommand: { addListener: (listen: typeof press) => (press = listen) } });
  press?.("other");
  expect(create).not.toHaveBeenCalled();
  press?.("check-draft");
  expect(create.mock.calls).toEqual([[{ url: "ours:/popup.html#draft" }]]);
});

it("starts where a browser has no commands", () => {
  expect(() => start(undefined)).not.toThrow();
});
