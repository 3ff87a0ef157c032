/** The strip of a noticed page lies under the site's own bar, which on Reddit does not call itself one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { HOSTS } from "./lib/shadow.ts";
import type { PageSource } from "./lib/types.ts";
import type { Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

const HIGH = 48;
/** As high as the site's bar, at the top of the window. */
const STYLE = `position:fixed;inset:0 0 auto;height:${HIGH}px;background:#fff`;
const PARTY = { name: "Partai Gerindra", handle: "PartaiGerindra", bio: "" };

/** Top edge of the strip in px from the top of the window; the page can see no more than that something is there. */
const TOP = `(() => { const hosts = ${HOSTS};
  for (let y = 0; y < 400; y++) if (hosts.includes(document.elementFromPoint(innerWidth / 2, y))) return y;
  return -1; })()`;

async function stripOf(source: PageSource, path: string): Promise<number> {
  await visit.open(source);
  await visit.evaluate(
    `__navigate(${JSON.stringify(path)}, ${JSON.stringify({ title: PARTY.name, delay: 5, profile: PARTY })})`,
  );
  await visit.waitFor(`${TOP} >= 0`);
  return visit.evaluate<number>(TOP);
}

/** Puts a bar of the site before everything else. */
const under = (bar: string, source: PageSource): PageSource => ({
  ...source,
  html: source.html
    .replace(/<div id="header" role="banner">.*?<\/div>/, "")
    .replace("<body>", `<body>${bar}`),
});

test("control: the strip lies at the top of a page without a bar", async () => {
  const { source } = pageNamed("reddit", "hand_reddit_feed_id");
  expect(await stripOf(source, "/r/PartaiGerindra/")).toBe(0);
});

test.each([
  [
    "reddit",
    "hand_reddit_feed_id",
    "/r/PartaiGerindra/",
    `<reddit-header-large style="${STYLE}"></reddit-header-large>`,
  ],
  ["x", "hand_x_profile_id", "/Gerindra", `<div role="banner" style="${STYLE}"></div>`],
] as const)("the strip lies under the site's bar on %s", async (site, name, path, bar) => {
  const { source } = pageNamed(site, name);
  const top = await stripOf(under(bar, source), path);
  expect(top).toBeGreaterThanOrEqual(HIGH);
  expect(top).toBeLessThan(HIGH + 4);
});
