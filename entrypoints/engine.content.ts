import { provideEngine } from "../src/content/engine-handshake.ts";
import { createRules } from "../src/content/rules-engine.ts";
import { addTexts, setLanguage } from "../src/i18n/overlay.ts";
import { startEventShield } from "../src/overlay/event-shield.ts";
import { overlayUi } from "../src/overlay/index.tsx";
import { ALL_PATTERNS } from "../src/sites/hosts.ts";
import { changedData } from "../src/sites/shared/site-change.ts";
import { structureReport } from "../src/sites/shared/structure-report.ts";

/*
 * One engine for all sites: detection, overlay and their texts. The manifest lists it after the guard and each site's own
 * script (scripts/build/manifest.ts), so that the listeners are there before the engine is read. Its own patterns matter in
 * development only; the built script has a pattern that matches no page.
 */
export default defineContentScript({
  matches: import.meta.env.DEV ? [...ALL_PATTERNS] : ["https://engine.invalid/*"],
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main() {
    startEventShield(document);
    provideEngine({
      createRules,
      changedData,
      structureReport,
      ui: overlayUi,
      setLanguage(language, texts) {
        addTexts(language, texts);
        setLanguage(language);
      },
    });
  },
});
