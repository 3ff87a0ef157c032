/** What a site can do, it can do while its data may be replaced: nothing of it is left behind. */
import { expect, it } from "vitest";
import type { MakeSite, Site, SiteData } from "../../../../src/sites/adapter.ts";
import { replaceable } from "../../../../src/sites/shared/live-adapter.ts";
import { makeSite, SITES_DATA } from "../all.ts";
import { documentOf } from "../page.ts";

const doc = documentOf("<p>x</p>", "https://www.example.org/");

it.each(Object.keys(SITES_DATA) as (keyof typeof SITES_DATA)[])("%s: every part is passed on", (id) => {
  const plain = makeSite(id, doc);
  const { site } = replaceable(doc, (d) => makeSite(id, d), SITES_DATA[id] as SiteData);
  const parts = (of: Site) => Object.keys(of).filter((key) => of[key as keyof Site] !== undefined);
  expect(parts(site).sort()).toEqual(parts(plain).sort());
});

it("what a site says of an action that is done comes through, and is asked of the site in force", () => {
  const make: MakeSite = (d) => ({ ...makeSite("facebook", d), done: ({ action }) => action === "like" });
  const { site } = replaceable(doc, make, SITES_DATA.facebook as SiteData);
  const intent = (action: "like" | "follow") => ({ action, control: doc.body }) as never;
  expect([site.done?.(intent("like")), site.done?.(intent("follow"))]).toEqual([true, false]);
});
