/** Opens pages and reads intents, for tests of the context of a post. */
import { expect } from "vitest";
import type { Surface } from "../../../src/domain/assessment.ts";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import { makeSite, type SITES_DATA } from "./all.ts";
import { documentOf, pageFile } from "./page.ts";

export const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };
/** A name of a campaign, and one that only sounds like it. */
export const CAMPAIGN = "Relawan PULIH Rimbaraya";
export const NEUTRAL = "Toko Roti Pulih";
export const BARE = "mantap, kami ikut";

/** A page with some of its texts replaced. */
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

/** Waits until results that are cached for one turn are read again. */
export const turn = (): Promise<void> => Promise.resolve();
export const draftOf = (intent: Intent | null): Surface =>
  intent!.surfaces.find(({ kind }) => kind === "composer")!;
