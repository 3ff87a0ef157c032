import type { withSecondLine } from "../guard/second-line/with-second-line.ts";
import type { startCoverage } from "../guard/watch/coverage.ts";
import { provide, whenProvided } from "./handshake.ts";

/** What second-line.js provides, one file for all sites: what looks where an adapter sees nothing. */
export interface PageSecondLine {
  withSecondLine: typeof withSecondLine;
  startCoverage: typeof startCoverage;
}

const PLACE = "second-line";

/** Called by that script. */
export const provideSecondLine = (line: PageSecondLine): void => provide(PLACE, line);

/** Called by the guard. In embeds, whose buttons open windows of the site, that script never comes. */
export const whenSecondLineCame = (take: (line: PageSecondLine) => void): void => whenProvided(PLACE, take);
