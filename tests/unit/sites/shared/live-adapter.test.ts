/** A live adapter has every method of its adapter. */
import { expect, it } from "vitest";
import type { MakeSite, Site, SiteData } from "../../../../src/sites/adapter.ts";
import { makeLiveAdapter } from "../../../../src/sites/shared/live-adapter.ts";
import { makeSite, SITES_DATA } from "../all.ts";
import { documentOf } from "../page.ts";

const doc = documentOf("<p>x</p>", "https://www.example.org/");

it.each(Object.keys(SITES_DATA) as (keyof typeof SITES_DATA)[])(
  "the live adapter of %s passes on every method",
  (id) => {
    const plain = makeSite(id, doc);
    const { site } = makeLiveAdapter(doc, (d) => makeSite(id, d), SITES_DATA[id] as SiteData);
    const parts = (of: Site) => Object.keys(of).filter((key) => of[key as keyof Site] !== undefined);
    expect(parts(site).sort()).toEqual(parts(plain).sort());
  },
);

it("the live adapter asks the current adapter whether an action is done", () => {
  const make: MakeSite = (d) => ({ ...makeSite("facebook", d), isDone: ({ action }) => action === "like" });
  const { site } = makeLiveAdapter(doc, make, SITES_DATA.facebook as SiteData);
  const intent = (action: "like" | "follow") => ({ action, control: doc.body }) as never;
  expect([site.isDone?.(intent("like")), site.isDone?.(intent("follow"))]).toEqual([true, false]);
});
