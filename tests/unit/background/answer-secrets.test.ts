import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ground } from "../journal/ground.ts";

vi.stubGlobal("browser", fakeBrowser);
const { makeAnswerSecrets } = await import("../../../src/background/answer-secrets.ts");

beforeEach(() => fakeBrowser.reset());

it("makes each secret once, that of today in the session's memory, that of silences in its file", async () => {
  const at = ground("secrets");
  const secrets = makeAnswerSecrets(at.on.keys);
  const [first, again] = await Promise.all([secrets.read(), secrets.read()]);
  expect(first).toEqual(again);
  expect(await makeAnswerSecrets(at.on.keys).read()).toEqual(first);
  expect(first.today).not.toBe(first.silenced);
  expect(await fakeBrowser.storage.session.get()).toEqual({ answersSecret: first.today });
  expect(at.file).toBe(first.silenced);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

it("makes a new one after one is forgotten, and leaves the other", async () => {
  const at = ground("secrets");
  const secrets = makeAnswerSecrets(at.on.keys);
  const first = await secrets.read();
  await secrets.forget("silenced");
  expect(at.file).toBeNull();
  const second = await secrets.read();
  expect([second.today === first.today, second.silenced === first.silenced]).toEqual([true, false]);
  await secrets.forget("today");
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  expect((await secrets.read()).today).not.toBe(first.today);
});
