import { provideEngine } from "../src/content/engine-handshake.ts";
import { makeRules } from "../src/content/rules-engine.ts";
import { addTexts, setLanguage } from "../src/i18n/overlay.ts";
import { overlayUi } from "../src/overlay/index.tsx";
import { ALL_PATTERNS } from "../src/sites/hosts.ts";
import { structureOf } from "../src/sites/shared/structure-report.ts";

/*
 * One for all sites: detection, what draws, and its texts. The manifest names it behind each site's own script
 * (scripts/build/manifest.ts), whose listeners stand before this is read. Patterns of its own count while it is developed only, and
 * every page would read them: the build has one that is nobody's.
 */
export default defineContentScript({
  matches: import.meta.env.DEV ? [...ALL_PATTERNS] : ["https://engine.invalid/*"],
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () =>
    provideEngine({
      makeRules,
      structureOf,
      ui: overlayUi,
      setLanguage(language, texts) {
        addTexts(language, texts);
        setLanguage(language);
      },
    }),
});
