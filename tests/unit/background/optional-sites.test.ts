/** The scripts of sites that are off at first: registered while the user wants them, as this version has them. */
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

interface Registered {
  id: string;
  js: string[];
}

let registered: Registered[] = [];
let removed: object[] = [];
const listener = { addListener: () => {} };
const scripting = {
  getRegisteredContentScripts: async () => registered,
  unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
    registered = registered.filter(({ id }) => !ids.includes(id));
  },
  registerContentScripts: async (more: Registered[]) => {
    const twice = more.find(({ id }) => registered.some((one) => one.id === id));
    if (twice) throw new Error(`Duplicate script ID '${twice.id}'`);
    registered.push(...more.map(({ id, js }) => ({ id, js })));
  },
};
const api = {
  ...fakeBrowser,
  scripting,
  permissions: {
    contains: async () => true,
    remove: async (access: object) => void removed.push(access),
    onAdded: listener,
    onRemoved: listener,
  },
};
vi.stubGlobal("browser", api);
vi.stubGlobal("chrome", api);
const { startAsked } = await import("../../../src/background/optional-sites.ts");
const { withShared } = await import("../../../src/background/shared-scripts.ts");

const TELEGRAM = { id: "site-telegram", js: withShared(["content-scripts/telegram.js"]) };
const settled = () => new Promise((done) => setTimeout(done, 20));

beforeEach(async () => {
  fakeBrowser.reset();
  registered = [];
  removed = [];
  await fakeBrowser.storage.local.set({ settings: { on: ["telegram"] } });
});

it("registers a site that is on with guard and engine around its own script, once", async () => {
  startAsked(() => {});
  startAsked(() => {});
  await settled();
  expect(registered).toEqual([TELEGRAM]);
});

it.each([
  ["without the guard", ["content-scripts/telegram.js", "content-scripts/engine.js"]],
  ["in another order", TELEGRAM.js.toReversed()],
])("registers a site anew whose files an earlier version registered %s", async (_, js) => {
  registered = [{ id: TELEGRAM.id, js }];
  startAsked(() => {});
  await settled();
  expect(registered).toEqual([TELEGRAM]);
});

it("leaves alone what is registered as it should be, by paths with or without a base", async () => {
  const same = { id: TELEGRAM.id, js: TELEGRAM.js.map((path) => `moz-extension://uji/${path}`) };
  registered = [same];
  startAsked(() => {});
  await settled();
  expect(registered).toEqual([same]);
});

it("takes back what is registered for a site that is off", async () => {
  registered = [TELEGRAM];
  await fakeBrowser.storage.local.set({ settings: { on: [] } });
  startAsked(() => {});
  await settled();
  expect(registered).toEqual([]);
});

it("gives back a site's access after its script, and the permission for scripts with the last site", async () => {
  await fakeBrowser.storage.local.set({ settings: { on: ["telegram", "whatsapp"] } });
  startAsked(() => {});
  await settled();
  await fakeBrowser.storage.local.set({ settings: { on: ["whatsapp"] } });
  await settled();
  expect(registered.map(({ id }) => id)).toEqual(["site-whatsapp"]);
  expect(removed).toEqual([{ origins: ["https://web.telegram.org/*"] }]);
  await fakeBrowser.storage.local.set({ settings: { on: [] } });
  await settled();
  expect(registered).toEqual([]);
  expect(removed.slice(1)).toEqual([
    { origins: ["https://web.whatsapp.com/*"] },
    { permissions: ["scripting"] },
  ]);
});
