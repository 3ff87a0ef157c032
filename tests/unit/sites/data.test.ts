/** The sites' data have evidence for every entry, counted again on the saved pages; docs/sites.md is up to date. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeLists } from "../../../scripts/build/lists.ts";
import { sitesDocs } from "../../../scripts/sites/docs.ts";
import { asBefore, measure } from "../../../scripts/sites/evidence.ts";
import { readSites, savedPages } from "../../../scripts/sites/source.ts";

const sites = readSites();

describe.each(sites)("%s", (id, source) => {
  it("has evidence for every selector and label, on saved pages it names", () => {
    for (const kind of ["selectors", "labels"] as const) {
      const shape = (roles: object) => Object.entries(roles).map(([role, list]) => [role, list.length]);
      expect(shape(source.evidence[kind])).toEqual(shape(source[kind]));
      for (const one of Object.values(source.evidence[kind]).flat())
        for (const page of one === "unverified" ? [] : Object.keys(one)) {
          expect(page).not.toMatch(/^hand_/);
          expect(source.pages[page], page).toMatch(/^\d{4}-\d{2}/);
        }
    }
  });

  const there = new Set(savedPages(id).map(({ name }) => name));
  const absent = Object.keys(source.pages).some((name) => !there.has(name));
  it.skipIf(there.size === 0 || absent)("finds what it says on each saved page", () => {
    expect(measure(id, source)).toEqual(source.evidence);
  });

  it("has at least one held action", () => {
    expect(Object.values(source.actions)).toContain("held");
  });
});

it.each(Object.entries(makeLists()))("the list %s matches the folders (npm run lists)", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});

it("counts stay without saved pages, and new entries are unverified until they are counted", () => {
  const source = sites.find(([id]) => id === "tiktok")![1];
  expect(asBefore(source)).toEqual(source.evidence);
  const { selectors, evidence } = source;
  const likeIcon = [...selectors.likeIcon!, "[data-e2e=new]"];
  const edited = { ...source, selectors: { ...selectors, likeIcon, brandNew: ["a"], liked: ["b"] } };
  expect(asBefore(edited).selectors).toEqual({
    ...evidence.selectors,
    likeIcon: [...evidence.selectors.likeIcon!, "unverified"],
    brandNew: ["unverified"],
    liked: ["unverified"],
  });
});

it("docs/sites.md is up to date", () => {
  expect(readFileSync("docs/sites.md", "utf8")).toBe(sitesDocs());
});
