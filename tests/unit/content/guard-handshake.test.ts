/** A site's own script starts the guard of another script, in the extension's own world. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageGuard } from "../../../src/content/guard-handshake.ts";
import { readers } from "../../../src/content/readers.ts";
import * as text from "../../../src/dom/text.ts";
import * as context from "../../../src/sites/shared/post-context.ts";
import * as roles from "../../../src/sites/shared/roles.ts";

const PLACE = Symbol.for("jaga-netral:guard");
const world = globalThis as { [PLACE]?: unknown };
const SITE = ["document", "adapter", "data"] as unknown as Parameters<PageGuard["startContent"]>;

/** Each script is a bundle of its own, with a copy of the module. */
async function twoCopies() {
  vi.resetModules();
  const { provideGuard } = await import("../../../src/content/guard-handshake.ts");
  vi.resetModules();
  const site = await import("../../../src/content/guard-handshake.ts");
  expect(site.provideGuard).not.toBe(provideGuard);
  return { ...site, provideGuard };
}

const started: unknown[][] = [];
const guard = (name: string) =>
  ({ readers, startContent: (...site: unknown[]) => started.push([name, ...site]) }) as unknown as PageGuard;

beforeEach(() => {
  delete world[PLACE];
  started.length = 0;
});
afterEach(() => {
  delete world[PLACE];
  vi.unstubAllEnvs();
});

test.each([false, true])("starts in the very turn in which the site's script asks for it", async (DEV) => {
  const { provideGuard, guardPage } = await twoCopies();
  vi.stubEnv("DEV", DEV);
  provideGuard(guard("one"));
  guardPage(...SITE);
  expect(started).toEqual([["one", ...SITE]]);
});

test("starts as soon as it comes during development, where the site's script may be first", async () => {
  const { provideGuard, guardPage } = await twoCopies();
  vi.stubEnv("DEV", true);
  guardPage(...SITE);
  expect(started).toEqual([]);
  provideGuard(guard("one"));
  expect(started).toEqual([["one", ...SITE]]);
});

test("fails in a released build if it does not come first, instead of leaving the page without a word", async () => {
  const { guardPage } = await twoCopies();
  vi.stubEnv("DEV", false);
  expect(() => guardPage(...SITE)).toThrow(TypeError);
});

test("stays the same if a second manifest entry provides it again", async () => {
  const { provideGuard, guardPage } = await twoCopies();
  provideGuard(guard("one"));
  provideGuard(guard("two"));
  guardPage(...SITE);
  expect(started).toEqual([["one", ...SITE]]);
});

test("hands over every reader of the files that sites' scripts do not carry", async () => {
  const { provideGuard, taken } = await twoCopies();
  provideGuard(guard("one"));
  const all: Record<string, unknown> = { ...text, ...context, ...roles };
  expect(Object.keys(readers).toSorted()).toEqual(Object.keys(all).toSorted());
  for (const name of Object.keys(readers) as (keyof typeof readers)[]) expect(taken(name)).toBe(all[name]);
});
