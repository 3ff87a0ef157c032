/** The two scripts that all sites share, as the build names them (entrypoints/guard.content.ts, engine.content.ts). */
const GUARD_SCRIPT = "content-scripts/guard.js";
const ENGINE_SCRIPT = "content-scripts/engine.js";

/** True for a shared script, which is never a site's own. */
export const isShared = (script: string): boolean => script === GUARD_SCRIPT || script === ENGINE_SCRIPT;

/**
 * All scripts of a page, in their order. The guard comes first, because the site's own script starts it at once; the
 * engine comes last, so that the page is guarded before this larger file is read.
 */
export const withShared = (own: readonly string[]): string[] => [GUARD_SCRIPT, ...own, ENGINE_SCRIPT];
