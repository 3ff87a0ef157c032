import { beforeAll, describe, expect, test } from "vitest";
import {
  type AdmissionContext,
  type AdmittedLayer,
  admitLayer,
} from "../../../../../src/engine/ruleset/layers/admit.ts";
import { hostPattern, isFeedAddress } from "../../../../../src/engine/ruleset/layers/feed-address.ts";
import {
  type Fetch,
  isRefreshDue,
  newFeed,
  REFRESH_INTERVAL,
  refresh,
  retryDelay,
} from "../../../../../src/engine/ruleset/layers/refresh.ts";
import { makeKey, type PublisherKey } from "../../../../../src/engine/ruleset/layers/signature.ts";
import {
  deleteLayer,
  type KeyValueStore,
  readLayer,
  writeLayer,
} from "../../../../../src/engine/ruleset/layers/two-slot-store.ts";
import type { Layer } from "../../../../../src/engine/ruleset/schema/index.ts";
import { sign } from "../../../lib/sign.ts";
import { small } from "../small.ts";

const TODAY = "2026-11-21";
const NOW = Date.parse("2026-11-21T08:00:00Z");
const URL_ = "https://aturan.example.go.id/dinas.json";
let key: PublisherKey;
let first: string;
let second: string;
let current: AdmittedLayer;

const layer = (version: number): Layer => ({
  format: 1,
  kind: "layer",
  meta: {
    id: "dinas-contoh",
    title: { id: "Contoh", en: "Example" },
    version,
    publisher: "Dinas Contoh",
    languages: ["id"],
    issued: "2026-11-01",
  },
  set: {},
  off: { rules: version === 1 ? [] : ["X1"] },
});
const gate = (over: Partial<AdmissionContext> = {}): AdmissionContext => ({
  name: "agency",
  date: TODAY,
  bundled: small(),
  layers: {},
  pinned: key.publicKey,
  ...over,
});

beforeAll(async () => {
  key = await makeKey("Dinas Contoh", TODAY);
  const file = async (version: number) =>
    JSON.stringify({
      format: 1,
      kind: "signed-layer",
      layer: layer(version),
      signature: await sign(layer(version), key),
    });
  [first, second] = [await file(1), await file(2)];
  const said = await admitLayer(JSON.parse(first), gate());
  if (!said.ok) throw new Error("the example must be good");
  current = said.admitted;
});

function server(answer: (init: RequestInit) => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, init });
    return answer(init);
  };
  return { calls, fetch };
}

describe("refresh from an address", () => {
  test("sends one GET to that address without cookies, referrer or redirects", async () => {
    const { calls, fetch } = server(() => new Response(first, { headers: { etag: '"1"' } }));
    const said = await refresh(newFeed(URL_), gate(), fetch, NOW);
    expect(said.outcome).toBe("admitted");
    expect(said.feed).toMatchObject({
      etag: '"1"',
      failures: 0,
      nextAttempt: NOW + REFRESH_INTERVAL,
      lastSuccess: NOW,
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]!.url).toBe(URL_);
    expect(calls[0]!.init).toMatchObject({
      method: "GET",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
    });
    expect(calls[0]!.init.body).toBeUndefined();
    expect(Object.keys(calls[0]!.init.headers ?? {})).toEqual(["accept"]);
  });

  test("sends the ETag of the layer in place, and 304 changes nothing", async () => {
    const { calls, fetch } = server((init) =>
      (init.headers as Record<string, string>)["if-none-match"] === '"1"'
        ? new Response(null, { status: 304 })
        : new Response(second),
    );
    const said = await refresh({ ...newFeed(URL_), etag: '"1"' }, gate({ current }), fetch, NOW);
    expect(said.outcome).toBe("unchanged");
    const fresh = await refresh({ ...newFeed(URL_), etag: '"1"' }, gate(), fetch, NOW);
    expect(fresh.outcome).toBe("admitted");
    expect(calls).toHaveLength(2);
  });

  test("admits a new version and reports no change for the same one", async () => {
    const up = await refresh(newFeed(URL_), gate({ current }), server(() => new Response(second)).fetch, NOW);
    expect(up.outcome === "admitted" && up.admission.admitted.layer.meta.version).toBe(2);
    const same = await refresh(
      newFeed(URL_),
      gate({ current }),
      server(() => new Response(first)).fetch,
      NOW,
    );
    expect(same.outcome).toBe("unchanged");
  });

  test("fetches a layer that awaits confirmation again by dropping its ETag", async () => {
    const { fetch } = server(() => new Response(first, { headers: { etag: '"1"' } }));
    const said = await refresh(newFeed(URL_), gate({ pinned: undefined }), fetch, NOW);
    expect(said.outcome === "admitted" && said.admission.confirm).toBe(key.fingerprint);
    expect(said.feed.etag).toBeUndefined();
  });

  test.each<[string, string, () => Response | Promise<Response>]>([
    ["offline", "no-answer", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["404", "http-status", () => new Response("no", { status: 404 })],
    ["500", "http-status", () => new Response("no", { status: 500 })],
    ["cut short", "not-json", () => new Response(first.slice(0, -40))],
    ["told too big", "too-big", () => new Response("x", { headers: { "content-length": "99999999" } })],
    ["not UTF-8", "no-answer", () => new Response(new Uint8Array([0x7b, 0xff, 0xfe]))],
    ["a page instead", "not-json", () => new Response("<!doctype html><p>Masuk dulu")],
    ["tampered", "bad-signature", () => new Response(first.replace("Contoh", "Contoj"))],
  ])("%s: %s, and it waits", async (_, code, answer) => {
    const said = await refresh(
      { ...newFeed(URL_), etag: '"1"' },
      gate({ current }),
      server(answer).fetch,
      NOW,
    );
    expect(said.outcome).toBe("failed");
    if (said.outcome === "failed") expect(said.errors[0]!.code).toBe(code);
    expect(said.feed.failures).toBe(1);
    expect(isRefreshDue(said.feed, NOW + retryDelay(1) - 1)).toBe(false);
    expect(isRefreshDue(said.feed, NOW + 2 * retryDelay(1))).toBe(true);
  });

  test("is due again where its times were stored by a clock that ran ahead", () => {
    const ahead = Date.parse("2030-01-02T00:00:00Z");
    const feed = { ...newFeed(URL_), lastAttempt: ahead, nextAttempt: ahead + REFRESH_INTERVAL };
    expect(isRefreshDue(feed, NOW)).toBe(true);
    /* The clock was set back by an hour only, or the time of the last attempt is unknown. */
    const last = { ...feed, lastAttempt: NOW + 3_600_000, nextAttempt: NOW + 4_500_000 };
    expect(isRefreshDue(last, NOW)).toBe(true);
    expect(isRefreshDue({ ...newFeed(URL_), nextAttempt: ahead }, NOW)).toBe(true);
    expect(
      isRefreshDue({ ...newFeed(URL_), lastAttempt: NOW, nextAttempt: NOW + REFRESH_INTERVAL }, NOW),
    ).toBe(false);
  });

  test("reads a body of undeclared length up to the limit", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
    });
    const said = await refresh(newFeed(URL_), gate(), server(() => new Response(body)).fetch, NOW);
    expect(said.outcome === "failed" && said.errors[0]!.code).toBe("too-big");
    expect(sent).toBeLessThan(40);
  });

  test("rejects an old version with a valid signature", async () => {
    const newer = await admitLayer(JSON.parse(second), gate());
    if (!newer.ok) throw new Error("good");
    const said = await refresh(
      newFeed(URL_),
      gate({ current: newer.admitted }),
      server(() => new Response(first)).fetch,
      NOW,
    );
    expect(said.outcome === "failed" && said.errors[0]!.code).toBe("old-version");
  });

  test("doubles the delay up to a day", () => {
    const minutes = [1, 2, 3, 4, 8, 60].map((n) => retryDelay(n) / 60_000);
    expect(minutes).toEqual([15, 30, 60, 120, 1440, 1440]);
  });

  test("accepts only https and requests permission for that host alone", () => {
    expect(isFeedAddress(URL_)).toBe(true);
    for (const bad of [
      "http://a.example/",
      "ftp://a.example/",
      "javascript:1",
      "https://u:p@a.example/",
      "file:///x",
      "x",
    ]) {
      expect(isFeedAddress(bad), bad).toBe(false);
    }
    expect([
      isFeedAddress("http://127.0.0.1:8321/x"),
      isFeedAddress("http://127.0.0.1:8321/x", true),
    ]).toEqual([false, true]);
    expect(hostPattern(URL_)).toBe("https://aturan.example.go.id/*");
  });
});

describe("stored layers", () => {
  /** A store in which the write with that number is cut off: nothing, or half of it, arrives. */
  function store(cut?: { at: number; half: boolean }): KeyValueStore & { map: Map<string, unknown> } {
    const map = new Map<string, unknown>();
    let writes = 0;
    return {
      map,
      get: async (name) => structuredClone(map.get(name)),
      set: async (name, value) => {
        writes += 1;
        if (cut?.at === writes) {
          if (cut.half)
            map.set(name, {
              ...(value as object),
              admitted: { ...(value as { admitted: object }).admitted, layer: { format: 1 } },
            });
          throw new Error("power cut");
        }
        map.set(name, structuredClone(value));
      },
      remove: async (name) => {
        map.delete(name);
      },
    };
  }
  const versionOf = async (s: KeyValueStore) => (await readLayer(s, "agency"))?.admitted.layer.meta.version;
  async function keptOf(text: string): Promise<AdmittedLayer> {
    const said = await admitLayer(JSON.parse(text), gate());
    if (!said.ok) throw new Error("good");
    return said.admitted;
  }

  test("reads the newest, deletes completely and keeps places apart", async () => {
    const s = store();
    expect(await readLayer(s, "agency")).toBeUndefined();
    for (const text of [first, second, first, second]) await writeLayer(s, "agency", await keptOf(text));
    expect(await versionOf(s)).toBe(2);
    expect(s.map.size).toBe(2);
    expect(await readLayer(s, "own")).toBeUndefined();
    await deleteLayer(s, "agency");
    expect(s.map.size).toBe(0);
  });

  test.each([[1], [2], [3]])(
    "power cut in write %i, before or in the middle of it: the last good one holds",
    async (at) => {
      for (const half of [false, true]) {
        const s = store({ at, half });
        const files = [first, second, first];
        let last: number | undefined;
        for (const text of files) {
          const kept = await keptOf(text);
          const done = await writeLayer(s, "agency", kept).then(
            () => true,
            () => false,
          );
          if (!done) break;
          last = kept.layer.meta.version;
        }
        expect(await versionOf(s)).toBe(last);
        if (half && last !== undefined) expect((await readLayer(s, "agency"))?.damaged).toBe(true);
        // And afterwards it can be written again.
        await writeLayer(s, "agency", await keptOf(second));
        expect(await versionOf(s)).toBe(2);
      }
    },
  );

  test("detects a changed byte on disk", async () => {
    const s = store();
    await writeLayer(s, "agency", await keptOf(first));
    await writeLayer(s, "agency", await keptOf(second));
    const damaged = s.map.get("layer.agency.b") as { admitted: { layer: { meta: { publisher: string } } } };
    damaged.admitted.layer.meta.publisher = "Orang Lain";
    expect(await versionOf(s)).toBe(1);
    for (const junk of [null, 7, "x", {}, { sequence: 9, hash: "x", admitted: {} }]) {
      s.map.set("layer.agency.b", junk);
      expect(await versionOf(s)).toBe(1);
    }
  });
});
