/** Pictures in git are those that a page of the docs shows; all others are made by `npm run screenshots` and not kept. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles } from "./lib/source.ts";

const FOLDER = "docs/screenshots";
const PAGES = projectFiles().filter((file) => file.endsWith(".md"));

const shown = PAGES.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/!\[([^\]]*)\]\(([^)]+)\)|<img[^>]* src="([^"]+)"/g)].map(
    ([, text, path, source]) => ({ page, text, path: join(dirname(page), (path ?? source)!) }),
  ),
);

test("every picture that a page shows is there, with words for those who cannot see it", () => {
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter(({ path, text }) => !existsSync(path) || text === "")).toEqual([]);
});

test("every picture kept is shown on a page, and there are thirty at most", () => {
  const kept = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  expect(kept.filter((file) => !shown.some(({ path }) => path === file))).toEqual([]);
  expect(kept.length).toBeLessThanOrEqual(30);
});

test("the README is read in one sitting and shows one picture: the question", () => {
  expect(readFileSync("README.md", "utf8").split("\n").length).toBeLessThanOrEqual(120);
  expect(shown.filter(({ page }) => page === "README.md").map(({ path }) => path)).toEqual([
    `${FOLDER}/dialog-light-768.webp`,
  ]);
});
