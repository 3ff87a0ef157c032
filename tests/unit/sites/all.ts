/** Every site that is guarded from the start, its reader and data, for tests that go over all of them. */
import { readSites } from "../../../scripts/sites/source.ts";
import type { AskedSite, SiteId } from "../../../src/domain/sites.ts";
import type { MakeSite, Site, SiteData } from "../../../src/sites/adapter.ts";
import { isAsked } from "../../../src/sites/hosts.ts";

export type Guarded = Exclude<SiteId, AskedSite>;

const guarded = readSites().flatMap(([id, source]) => (isAsked(id) ? [] : [{ id: id as Guarded, source }]));

const dataOf = ({ hosts, selectors, labels }: SiteData): SiteData => ({ hosts, selectors, labels });

export const SITES_DATA = Object.fromEntries(
  guarded.map(({ id, source }) => [id, dataOf(source)]),
) as unknown as Record<Guarded, SiteData>;

/* A site's adapter exports its reader under the site's own name. */
const adapters = import.meta.glob<Record<string, MakeSite>>("../../../src/sites/*/adapter.ts", {
  eager: true,
});

export const makeSite = (site: Guarded, doc: Document): Site =>
  adapters[`../../../src/sites/${site}/adapter.ts`]![site]!(doc, SITES_DATA[site]);
