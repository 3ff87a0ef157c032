import { provideSecondLine } from "../src/content/second-line-handshake.ts";
import { withSecondLine } from "../src/guard/second-line/with-second-line.ts";
import { startCoverage } from "../src/guard/watch/coverage.ts";
import { ALL_PATTERNS } from "../src/sites/hosts.ts";

/*
 * What looks where an adapter sees nothing, one file for all sites. The manifest lists it after each site's own script
 * (scripts/build/manifest.ts): the guard listens already, and asks it about presses that the adapter does not claim. Its
 * own patterns matter in development only; the built script has a pattern that matches no page.
 */
export default defineContentScript({
  matches: import.meta.env.DEV ? [...ALL_PATTERNS] : ["https://second-line.invalid/*"],
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => provideSecondLine({ withSecondLine, startCoverage }),
});
