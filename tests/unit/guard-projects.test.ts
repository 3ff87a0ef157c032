/** The guard's projects are told of in every run, also in one that needs no browser: only their tests may bring one. */
import { afterEach, expect, test, vi } from "vitest";
import * as browsers from "../../scripts/dev/browsers.ts";
import { guardIn } from "./guard/driver/projects.ts";

vi.mock("../../scripts/dev/browsers.ts", () => ({
  ensureBrowser: vi.fn(() => Promise.reject(new Error("no browser, and none to be had"))),
  findChromium: vi.fn(),
  needsNoSandbox: () => true,
}));
afterEach(() => vi.clearAllMocks());

type Provider = ReturnType<typeof import("./guard/driver/chromium.ts").chromium>;
const provider = () => guardIn("chromium").test!.browser!.provider as unknown as Provider;

test("loading the configuration installs no browser", () => {
  guardIn("chromium");
  guardIn("firefox");
  expect(browsers.ensureBrowser).not.toHaveBeenCalled();
});

test("the setup only looks for a browser", () => {
  provider().prewarm({} as never);
  expect(browsers.findChromium).toHaveBeenCalledOnce();
  expect(browsers.ensureBrowser).not.toHaveBeenCalled();
});

test("the first page of a test installs a browser or says why it cannot", async () => {
  const project = {
    config: { browser: { name: "chromium" } },
    browser: { registerCommand: () => {} },
    vitest: { config: {} },
  };
  const opening = provider()
    .providerFactory(project as never)
    .openPage("session", "about:blank", { parallel: false });
  await expect(opening).rejects.toThrow("no browser, and none to be had");
  expect(browsers.ensureBrowser).toHaveBeenCalledExactlyOnceWith("chromium");
});
