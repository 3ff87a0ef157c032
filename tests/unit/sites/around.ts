/** Opens pages and reads what an intent holds, for the tests of what is handed over around the words. */
import { expect } from "vitest";
import type { Surface } from "../../../src/domain/assessment.ts";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import { makeSite, type SITES_DATA } from "./all.ts";
import { documentOf, pageFile } from "./page.ts";

export const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };
/** A name that a campaign calls itself by, and one that only sounds like it. */
export const CAMPAIGN = "Relawan PULIH Rimbaraya";
export const NEUTRAL = "Toko Roti Pulih";
export const BARE = "mantap, kami ikut";

/** A page with other names and words in it. */
export function open(
  id: keyof typeof SITES_DATA,
  file: string,
  url: string,
  swaps: Record<string, string> = {},
): { doc: Document; site: Site } {
  let html = pageFile(`${id}/${file}.html`);
  for (const [from, to] of Object.entries(swaps)) {
    expect(html).toContain(from);
    html = html.replaceAll(from, to);
  }
  const doc = documentOf(html, url);
  return { doc, site: makeSite(id, doc) };
}

/** What is found once a turn is found anew after this. */
export const turn = (): Promise<void> => Promise.resolve();
export const draftOf = (intent: Intent | null): Surface =>
  intent!.surfaces.find(({ kind }) => kind === "composer")!;
