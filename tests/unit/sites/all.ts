/** Every site that is guarded from the start with its reader and data, for tests of all sites. */
import { readSites } from "../../../scripts/sites/source.ts";
import type { OptionalSite, SiteId } from "../../../src/domain/sites.ts";
import type { MakeSite, Site, SiteData } from "../../../src/sites/adapter.ts";
import { isOptional } from "../../../src/sites/hosts.ts";

export type Guarded = Exclude<SiteId, OptionalSite>;

const guarded = readSites().flatMap(([id, source]) =>
  isOptional(id) ? [] : [{ id: id as Guarded, source }],
);

const dataOf = ({ hosts, selectors, labels }: SiteData): SiteData => ({ hosts, selectors, labels });

export const SITES_DATA = Object.fromEntries(
  guarded.map(({ id, source }) => [id, dataOf(source)]),
) as unknown as Record<Guarded, SiteData>;

/* Every adapter exports its `MakeSite` under the site's id. */
const adapters = import.meta.glob<Record<string, MakeSite>>("../../../src/sites/*/adapter.ts", {
  eager: true,
});

export const makeSite = (site: Guarded, doc: Document): Site =>
  adapters[`../../../src/sites/${site}/adapter.ts`]![site]!(doc, SITES_DATA[site]);
