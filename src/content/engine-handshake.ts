import type { Language } from "../domain/vocabulary.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import type { changedData } from "../sites/shared/site-change.ts";
import type { structureReport } from "../sites/shared/structure-report.ts";
import { provide, provided, whenProvided } from "./handshake.ts";
import type { createRules } from "./rules-engine.ts";

/** What the last script of a page (engine.js, one file for all sites) provides: the engine, the overlay, its texts. */
export interface PageEngine {
  createRules: typeof createRules;
  /** Applies the layers' change of the site's data. */
  changedData: typeof changedData;
  /** For a report about an unrecognised page: rarely needed, and never while a click is handled. */
  structureReport: typeof structureReport;
  ui: PageUi;
  /** Sets the language of the overlay. @param texts all texts of that language, as stored; invalid ones are ignored */
  setLanguage(language: Language, texts: unknown): void;
}

/** Without the last script after so many ms, the page is reported as not assessable. It usually follows at once. */
export const ENGINE_TIMEOUT_MS = 10_000;

const PLACE = "engine";

/** Called by the last script. */
export const provideEngine = (engine: PageEngine): void => provide(PLACE, engine);

/** The engine; undefined before the last script has provided it. */
export const currentEngine = (): PageEngine | undefined => provided(PLACE);

/** Waits for the engine. @throws Error if the last script does not provide it within `ms` */
export function waitForEngine(ms: number): Promise<PageEngine> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("engine.js timed out")), ms);
    whenProvided<PageEngine>(PLACE, (engine) => {
      clearTimeout(timer);
      resolve(engine);
    });
  });
}
