/**
 * Only addresses at which the law was read are linked. tests/golden/law-addresses.json lists them; a new one is put there
 * by hand. Where the folder with what was read lies beside the project, the list is compared with it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFiles } from "../../lib/source.ts";
import { SHARED } from "../../sites/page.ts";
import { bundled } from "./bundled.ts";

const READ = JSON.parse(readFileSync("tests/golden/law-addresses.json", "utf8")) as string[];
const LAW = join(SHARED, "law");

/** Addresses in a text; the port of https is left out, as browsers do. */
const addressesIn = (text: string): string[] =>
  (text.match(/https?:\/\/[^\s"'`<>\\|)\]]+/g) ?? []).map((found) => found.replace(/:443(?=\/|$)/, ""));

describe("the addresses that are linked", () => {
  test("are in the list of those at which something was read", () => {
    const linked = addressesIn(JSON.stringify(bundled()));
    expect(linked.length).toBeGreaterThan(100);
    expect([...new Set(linked)].filter((address) => !READ.includes(address))).toEqual([]);
  });

  test("are all that the list names: one that nothing links any more leaves it", () => {
    const sources = addressesIn(readFileSync("assets/rulesets/source/sources.json", "utf8"));
    const channels = addressesIn(readFileSync("assets/rulesets/source/channels.json", "utf8"));
    expect(READ.filter((address) => !sources.includes(address) && !channels.includes(address))).toEqual([]);
  });

  test("come from the ruleset alone: pages, question and texts name none", () => {
    const files = projectFiles().filter(
      (file) =>
        /^(?:src\/(?:pages|ui|overlay)|assets\/locales|assets\/training)\//.test(file) &&
        !/\.css$/.test(file),
    );
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) =>
      addressesIn(readFileSync(file, "utf8"))
        .filter((address) => !/^https?:\/\/(?:www\.w3\.org|[\w.-]*example\b)|^https:\/\/\*/.test(address))
        .map((address) => `${file}: ${address}`),
    );
    expect(found).toEqual([]);
  });

  test.skipIf(!existsSync(LAW))("stand in the folder of what was read", () => {
    const read = new Set(
      readdirSync(LAW).flatMap((file) =>
        addressesIn(readFileSync(join(LAW, file), "utf8")).map((address) => address.replace(/[.,;]+$/, "")),
      ),
    );
    expect(read.size).toBeGreaterThan(100);
    expect(READ.filter((address) => !read.has(address))).toEqual([]);
  });
});
