import { readFileSync } from "node:fs";
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { localDay } from "../../../src/domain/day.ts";
import { makeKey, type PublisherKey } from "../../../src/engine/ruleset/layers/signature.ts";
import type { KeyValueStore } from "../../../src/engine/ruleset/layers/two-slot-store.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { sign } from "../lib/sign.ts";

export const URL_ = "https://aturan.dinas-karangan.example/dinas.json";
export const TODAY = localDay(new Date());
/** A day so many days from today. */
export const dayFrom = (days: number): string => localDay(new Date(Date.now() + days * 86_400_000));

/** What is around the background: browser, network, clock; each can be made to fail. */
export interface World {
  managed: Record<string, unknown>;
  granted: boolean;
  answer: (request: RequestInit) => Response;
  asked: { url: string; init: RequestInit }[];
  /** Makes writing of the compiled rules fail. */
  full: boolean;
}

export function makeWorld(): World {
  const world: World = {
    managed: {},
    granted: true,
    answer: () => new Response("", { status: 404 }),
    asked: [],
    full: false,
  };
  const bundled = readFileSync("public/rulesets/bundled.json", "utf8");
  const model = readFileSync("assets/model/text-model.json", "utf8");
  const local = fakeBrowser.storage.local;
  const guardedSet = async (items: Record<string, unknown>) => {
    if (world.full && "rules" in items) throw new Error("QUOTA_BYTES quota exceeded");
    return local.set(items);
  };
  const api = {
    ...fakeBrowser,
    runtime: {
      ...fakeBrowser.runtime,
      id: "uji",
      getURL: (path: string) => `chrome-extension://uji${path}`,
      getManifest: () => ({ version: "0.0.1" }),
    },
    storage: {
      ...fakeBrowser.storage,
      local: new Proxy(local, {
        get: (target, key) => (key === "set" ? guardedSet : Reflect.get(target, key)),
      }),
      managed: { get: async () => world.managed },
    },
    permissions: { contains: async () => world.granted },
  };
  vi.stubGlobal("browser", api);
  vi.stubGlobal("chrome", api);
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (url.startsWith("chrome-extension://uji/rulesets/")) return new Response(bundled);
    if (url.startsWith("chrome-extension://uji/model/")) return new Response(model);
    world.asked.push({ url, init });
    return world.answer(init);
  });
  return world;
}

/** A store in memory that can be made to fail. */
export function memoryStore(): KeyValueStore & { broken: boolean; held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  const check = () => {
    if (store.broken) throw new Error("the disk is full");
  };
  const store = {
    broken: false,
    held,
    get: async (key: string) => structuredClone(held.get(key)),
    set: async (key: string, value: unknown) => {
      check();
      held.set(key, structuredClone(value));
    },
    remove: async (key: string) => {
      check();
      held.delete(key);
    },
  };
  return store;
}

export const publisher = (name = "Dinas Karangan"): Promise<PublisherKey> => makeKey(name, TODAY);

/** An account nobody has, which tells that the layer is in force. */
export const layer = (meta: Partial<Layer["meta"]> = {}, handle = "tim.karangan"): Layer => ({
  format: 1,
  kind: "layer",
  meta: {
    id: "dinas-karangan",
    title: { id: "Karangan", en: "Invented" },
    version: 1,
    publisher: "Dinas Karangan",
    languages: ["id"],
    issued: TODAY,
    ...meta,
  },
  set: { accounts: [{ id: "tim-karangan", site: "facebook", kind: "team", handle, name: "Tim Karangan" }] },
  off: {},
});

export async function signedText(key: PublisherKey, what: Layer = layer()): Promise<string> {
  return JSON.stringify({ format: 1, kind: "signed-layer", layer: what, signature: await sign(what, key) });
}

/** Handles of the accounts in the rules that pages load. */
export async function inForce(): Promise<string> {
  return JSON.stringify((await fakeBrowser.storage.local.get("rules")).rules ?? null);
}
