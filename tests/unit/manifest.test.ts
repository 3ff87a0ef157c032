/**
 * Class 12: the built manifests are compared with a golden copy. A new permission, host or page must be put there by
 * hand, with a paragraph in the documentation; nothing updates these files by itself. A site that the copy does not name
 * yet may have the plain script for the hosts of its site.json, which is also written by hand, and nothing else.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shareScripts } from "../../scripts/build/manifest.ts";
import { readSites } from "../../scripts/sites/source.ts";
import { isShared, withShared } from "../../src/background/shared-scripts.ts";
import { isJudged } from "./lib/built.ts";

const TARGETS = ["chrome", "firefox"] as const;
const built = (target: string) => `.output/${target}-mv3/manifest.json`;
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
const { version } = read("package.json");

interface Script {
  matches: string[];
  all_frames: boolean;
  match_origin_as_fallback: boolean;
  run_at: string;
  js: string[];
}

const patternsOf = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}/*`);

/** The golden copy with the expected entries of every site that it does not name. */
function withNewSites(golden: Record<string, unknown>) {
  const named = golden.host_permissions as string[];
  const added = readSites().flatMap(([id, { hosts, optional }]) => {
    const isNamed = patternsOf(hosts).some((pattern) => named.includes(pattern));
    return optional || isNamed ? [] : [{ id, matches: patternsOf(hosts).toSorted() }];
  });
  const scripts = added.map(
    ({ id, matches }): Script => ({
      matches,
      all_frames: true,
      match_origin_as_fallback: true,
      run_at: "document_start",
      js: withShared([`content-scripts/${id}.js`]),
    }),
  );
  return {
    ...golden,
    host_permissions: [...named, ...added.flatMap(({ matches }) => matches)],
    content_scripts: [...(golden.content_scripts as Script[]), ...scripts],
  };
}

/** The manifest with hosts and scripts sorted: their order does not matter to a browser. */
function sorted(manifest: Record<string, unknown>) {
  const byFile = (a: Script, b: Script) => a.js.join().localeCompare(b.js.join());
  return {
    ...manifest,
    host_permissions: (manifest.host_permissions as string[]).toSorted(),
    content_scripts: (manifest.content_scripts as Script[]).toSorted(byFile),
  };
}

describe.each(TARGETS)("manifest for %s", (target) => {
  const golden = read(`tests/golden/manifest.${target}.json`);

  test.skipIf(!isJudged(target))("equals the golden copy apart from the version", () => {
    expect(sorted(read(built(target)))).toEqual(sorted({ ...withNewSites(golden), version }));
  });
  test("asks for no more than storage and alarms; all else is optional", () => {
    expect(golden.permissions).toEqual(["storage", "alarms"]);
    expect(golden.optional_permissions).toEqual(["notifications", "scripting"]);
    expect(golden.optional_host_permissions).toEqual(["https://*/*"]);
  });
  test("puts guard, second line and engine around each site's own script in the same entry", () => {
    const scripts = golden.content_scripts as { js: string[]; run_at: string }[];
    for (const { js, run_at } of scripts) {
      const own = expect.stringMatching(/^content-scripts\/[a-z-]+\.js$/);
      const second = js[1]!.includes("-embed.") ? [] : ["content-scripts/second-line.js"];
      expect(js).toEqual(["content-scripts/guard.js", own, ...second, "content-scripts/engine.js"]);
      expect(isShared(js[1]!), js[1]).toBe(false);
      expect(run_at, js[1]).toBe("document_start");
    }
  });
  test("guards the frames of a site's own pages, those without an address too; an embed's script asks for no more", () => {
    const scripts = golden.content_scripts as Script[];
    const inFallback = (script: Script) => [script.js[1], script.all_frames, script.match_origin_as_fallback];
    expect(scripts.map(inFallback)).toEqual(
      scripts.map(({ js }) => [js[1], true, js[1]!.endsWith("-embed.js") ? undefined : true]),
    );
  });
  test("shows no file to pages and takes no messages from outside", () => {
    for (const key of ["web_accessible_resources", "externally_connectable", "key", "update_url"])
      expect(golden).not.toHaveProperty(key);
  });
  test("names the same https hosts in host permissions and content scripts", () => {
    const hosts = (golden.host_permissions as string[]).toSorted();
    const scripts = golden.content_scripts as { matches: string[]; world?: string }[];
    const isWhole = (match: string) => /^https:\/\/[^/]+\/\*$/.test(match);
    const matches = scripts.flatMap((script) => script.matches);
    expect(matches.filter(isWhole).toSorted()).toEqual(hosts);
    /* What is for frames in other sites' pages asks for a path of these hosts, never for more. */
    const within = matches.filter((match) => !isWhole(match)).map((match) => `${new URL(match).origin}/*`);
    expect(within.filter((host) => !hosts.includes(host))).toEqual([]);
    expect(hosts.filter((host) => !host.startsWith("https://"))).toEqual([]);
    expect(scripts.filter((script) => script.world === "MAIN")).toEqual([]);
  });
});

describe("the shared scripts in a manifest", () => {
  test("are put around each site's own, and their own entry is removed", () => {
    const [guard, second, engine] = withShared([]) as [string, string, string];
    const x = { matches: ["https://x.com/*"], run_at: "document_start", js: ["content-scripts/x.js"] };
    const embed = { js: ["content-scripts/x-embed.js"] };
    for (const alone of [
      [{ js: [engine] }, { js: [second] }, { js: [guard] }],
      [{ js: [engine, second, guard] }],
    ]) {
      const made = { content_scripts: [x, ...alone, embed].map((entry) => ({ ...entry })) };
      shareScripts(made);
      expect(made.content_scripts).toEqual([
        {
          ...x,
          all_frames: true,
          match_origin_as_fallback: true,
          js: [guard, "content-scripts/x.js", second, engine],
        },
        { js: [guard, "content-scripts/x-embed.js", engine] },
      ]);
    }
  });
  test("are left out where there are no content scripts, as during development", () => {
    const made = {};
    shareScripts(made);
    expect(made).toEqual({});
  });
});
