import type { MakeSite, SiteData } from "../sites/adapter.ts";
import type { startContent, startGuarded } from "./bootstrap.ts";
import { provide, provided, whenProvided } from "./handshake.ts";
import type { readers } from "./readers.ts";

/** What the first script of a page (guard.js, one file for all sites) provides. */
export interface PageGuard {
  startContent: typeof startContent;
  startGuarded: typeof startGuarded;
  readers: typeof readers;
}

const PLACE = "guard";

/** Called by the first script. */
export const provideGuard = (guard: PageGuard): void => provide(PLACE, guard);

/**
 * Called by a site's own script, which holds the adapter and little more. The guard came before it and starts in the same
 * turn, so that its listeners exist before the engine is read; during development alone it may follow.
 */
export const whenGuardCame = (start: (guard: PageGuard) => void): void =>
  import.meta.env.DEV ? whenProvided(PLACE, start) : start(provided<PageGuard>(PLACE)!);

/** Guards a page of the site. */
export const guardPage = (doc: Document, make: MakeSite, data: SiteData): void =>
  whenGuardCame(({ startContent }) => startContent(doc, make, data));

/**
 * One reader of the guard's, for scripts built without their own copy.
 * @public called by what scripts/build/shared-readers.ts puts into them
 */
export const taken = (name: keyof PageGuard["readers"]): unknown => provided<PageGuard>(PLACE)!.readers[name];
