/**
 * The scripts that all sites share, as the build names them (entrypoints/guard.content.ts, second-line.content.ts,
 * engine.content.ts).
 */
const GUARD_SCRIPT = "content-scripts/guard.js";
const SECOND_LINE_SCRIPT = "content-scripts/second-line.js";
const ENGINE_SCRIPT = "content-scripts/engine.js";

const SHARED: readonly string[] = [GUARD_SCRIPT, SECOND_LINE_SCRIPT, ENGINE_SCRIPT];
/** True for a shared script, which is never a site's own. */
export const isShared = (script: string): boolean => SHARED.includes(script);

/** Not in frames of other sites' pages: their buttons open windows, of which the second line knows nothing. */
const secondLineFor = (own: readonly string[]): readonly string[] =>
  own.some((script) => script.endsWith("-embed.js")) ? [] : [SECOND_LINE_SCRIPT];

/**
 * All scripts of a page, in their order. The guard comes first, because the site's own script starts it at once; the
 * engine comes last, so that the page is guarded before this larger file is read.
 */
export function withShared(own: readonly string[]): string[] {
  return [GUARD_SCRIPT, ...own, ...secondLineFor(own), ENGINE_SCRIPT];
}
