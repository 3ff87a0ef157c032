import type { Language } from "../domain/vocabulary.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import type { structureReport } from "../sites/shared/structure-report.ts";
import type { createRules } from "./rules-engine.ts";

/** What the second script of a page (engine.js, one file for all sites) provides: the engine, the overlay, its texts. */
export interface PageEngine {
  createRules: typeof createRules;
  /** For a report about an unrecognised page: rarely needed, and never while a click is handled. */
  structureReport: typeof structureReport;
  ui: PageUi;
  /** Sets the language of the overlay. @param texts stored texts of that language; invalid ones are ignored */
  setLanguage(language: Language, texts: unknown): void;
}

/** Without the second script after so many ms, the page is reported as not assessable. It usually follows at once. */
export const ENGINE_TIMEOUT_MS = 10_000;

/** Where the two scripts of a page meet. */
interface Handshake {
  engine?: PageEngine;
  waiting: ((engine: PageEngine) => void)[];
}

/*
 * Stored on the global object of the extension's isolated world, which no script of the page can reach. The key is a
 * symbol, because that object exposes elements of the page by their ids: `<html id="…">` would shadow a string key. Each
 * frame and each version of the extension has a world of its own, so both scripts always belong to the same build.
 *
 * Importing this file has no effect, because it is part of both scripts.
 */
const HANDSHAKE_KEY = Symbol.for("jaga-netral");

const handshake = (): Handshake => {
  const world = globalThis as { [HANDSHAKE_KEY]?: Handshake };
  world[HANDSHAKE_KEY] ??= { waiting: [] };
  return world[HANDSHAKE_KEY];
};

/** Called by the second script. If two manifest entries inject it into one frame, the first instance is used. */
export function provideEngine(engine: PageEngine): void {
  const meeting = handshake();
  if (meeting.engine) return;
  meeting.engine = engine;
  for (const resolve of meeting.waiting.splice(0)) resolve(engine);
}

/** The engine, or null before the second script has provided it. */
export const currentEngine = (): PageEngine | null => handshake().engine ?? null;

/** Waits for the engine. @throws Error if the second script does not provide it within `ms` */
export function waitForEngine(ms: number): Promise<PageEngine> {
  return new Promise((resolve, reject) => {
    const { engine, waiting } = handshake();
    if (engine) {
      resolve(engine);
      return;
    }
    const timer = setTimeout(() => reject(new Error("engine.js timed out")), ms);
    waiting.push((it) => {
      clearTimeout(timer);
      resolve(it);
    });
  });
}
