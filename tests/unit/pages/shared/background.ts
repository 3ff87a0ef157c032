/** Runs the background's writer of shared state beside the pages under test, which send their changes to it. */
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
vi.mock("../../../../src/messaging/messages.ts", async () => {
  const { changeSchema } = await import("../../../../src/messaging/changes.ts");
  const { makeSharedState } = await import("../../../../src/background/shared-state.ts");
  const secrets = {
    read: async () => ({ today: "5".repeat(64), silenced: "7".repeat(64) }),
    forget: async () => {},
  };
  const { local, session } = fakeBrowser.storage;
  const shared = makeSharedState(secrets, undefined, {
    get: (keys) => local.get([...keys]),
    set: async (values) => {
      await Promise.all([local.set(values), session.set(values)]);
    },
    remove: async (keys) => {
      await Promise.all([local.remove([...keys]), session.remove([...keys])]);
    },
    restore: async () => {},
  });
  return {
    onMessage: () => {},
    sendMessage: async (type: string, data: unknown) => {
      if (type !== "change") throw new Error(`nobody hears ${type}`);
      await shared.change(changeSchema.parse(data));
    },
  };
});
