import { startContent, startGuarded } from "../src/content/bootstrap.ts";
import { provideGuard } from "../src/content/guard-handshake.ts";
import { readers } from "../src/content/readers.ts";
import { ALL_PATTERNS } from "../src/sites/hosts.ts";

/*
 * One guard for all sites. The manifest lists it before each site's own script (scripts/build/manifest.ts), which starts
 * it with its adapter. Its own patterns matter in development only; the built script has a pattern that matches no page.
 */
export default defineContentScript({
  matches: import.meta.env.DEV ? [...ALL_PATTERNS] : ["https://guard.invalid/*"],
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => provideGuard({ startContent, startGuarded, readers }),
});
