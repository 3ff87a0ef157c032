/**
 * Class 12: the built manifests are compared with a golden copy. A new permission, host or page must be put there by
 * hand, with a paragraph in the documentation; nothing updates these files by itself.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { engineLast } from "../../scripts/build/manifest.ts";
import { ENGINE_SCRIPT } from "../../src/background/engine-script.ts";
import { isJudged } from "./lib/built.ts";

const TARGETS = ["chrome", "firefox"] as const;
const built = (target: string) => `.output/${target}-mv3/manifest.json`;
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
const { version } = read("package.json");

describe.each(TARGETS)("manifest for %s", (target) => {
  const golden = read(`tests/golden/manifest.${target}.json`);

  test.skipIf(!isJudged(target))("equals the golden copy apart from the version", () => {
    expect(read(built(target))).toEqual({ ...golden, version });
  });
  test("asks for no more than storage and alarms; all else is optional", () => {
    expect(golden.permissions).toEqual(["storage", "alarms"]);
    expect(golden.optional_permissions).toEqual(["notifications", "scripting"]);
    expect(golden.optional_host_permissions).toEqual(["https://*/*"]);
  });
  test("puts the shared engine after each site's own script in the same entry", () => {
    const scripts = golden.content_scripts as { js: string[]; run_at: string }[];
    for (const { js, run_at } of scripts) {
      expect(js).toEqual([expect.stringMatching(/^content-scripts\/[a-z-]+\.js$/), ENGINE_SCRIPT]);
      expect(js[0]).not.toBe(ENGINE_SCRIPT);
      expect(run_at, js[0]).toBe("document_start");
    }
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

describe("the shared engine in a manifest", () => {
  test("is put after each site's script, and its own entry is removed", () => {
    const x = { matches: ["https://x.com/*"], run_at: "document_start", js: ["content-scripts/x.js"] };
    const made = { content_scripts: [x, { js: [ENGINE_SCRIPT] }, { js: ["content-scripts/x-embed.js"] }] };
    engineLast(made);
    expect(made.content_scripts).toEqual([
      { ...x, js: ["content-scripts/x.js", ENGINE_SCRIPT] },
      { js: ["content-scripts/x-embed.js", ENGINE_SCRIPT] },
    ]);
  });
  test("is left out where there are no content scripts, as during development", () => {
    const made = {};
    engineLast(made);
    expect(made).toEqual({});
  });
});
