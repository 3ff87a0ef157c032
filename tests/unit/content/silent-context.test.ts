/** Nothing of the extension's framework announces itself in a page (hostile classes 1 and 9). */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isJudged } from "../lib/built.ts";

const scripts = readdirSync("entrypoints").filter((name) => name.endsWith(".content.ts"));
const BUILT = ".output/chrome-mv3/content-scripts";

test("no content script is to post its start to the page", () => {
  expect(scripts.length).toBeGreaterThan(5);
  const loud = scripts.filter(
    (name) => !readFileSync(`entrypoints/${name}`, "utf8").includes("noScriptStartedPostMessage: true"),
  );
  expect(loud).toEqual([]);
});

test.skipIf(!isJudged("chrome"))("content script neither announces itself nor hears a forged start", () => {
  const built = readdirSync(BUILT).filter((name) => name.endsWith(".js"));
  expect(built.length).toBeGreaterThan(5);
  const loud = built.filter((name) =>
    /script-started|wxt:locationchange|\.postMessage\(\{type:|(?:addEventListener|\])\("message",/.test(
      readFileSync(`${BUILT}/${name}`, "utf8"),
    ),
  );
  expect(loud).toEqual([]);
});
