import type { Language } from "../domain/vocabulary.ts";
import type { PageUi } from "../guard/overlay-port.ts";
import type { structureOf } from "../sites/shared/structure-report.ts";
import type { makeRules } from "./rules-engine.ts";

/** What the second script of a page brings, the same file on every site: the engine, what draws, and its texts. */
export interface PageEngine {
  makeRules: typeof makeRules;
  /** For a report that a page is not read: asked for rarely, and never on the path of a click. */
  structureOf: typeof structureOf;
  ui: PageUi;
  /** Sets the language of what is drawn. @param texts of that language, out of storage; what is none is left out */
  setLanguage(language: Language, texts: unknown): void;
}

/** The second script comes right behind the first; where it does not within this time, in ms, nothing can be assessed. */
export const ENGINE_WITHIN_MS = 10_000;

/** Where the two scripts of a page meet. */
interface Handshake {
  engine?: PageEngine;
  waiting: ((engine: PageEngine) => void)[];
}

/*
 * On the global object of the extension's own world, which no script of the page can reach. A symbol, as that object
 * shows elements of the page under their ids: `<html id="…">` would stand in the place of a name. Each frame and each
 * version of the extension has a world of its own, so what meets here was built together.
 *
 * Nothing is done when this file is read: it is part of both scripts.
 */
const PLACE = Symbol.for("jaga-netral");

const handshake = (): Handshake => {
  const world = globalThis as { [PLACE]?: Handshake };
  world[PLACE] ??= { waiting: [] };
  return world[PLACE];
};

/** Called by the second script. Where two entries of the manifest bring it into one frame, the first one stays. */
export function provideEngine(engine: PageEngine): void {
  const place = handshake();
  if (place.engine) return;
  place.engine = engine;
  for (const done of place.waiting.splice(0)) done(engine);
}

/** The second script's part: as it is there, or null. */
export const currentEngine = (): PageEngine | null => handshake().engine ?? null;

/** The same, as soon as it is there. @throws Error where it does not come within the time, in ms */
export function waitForEngine(ms: number): Promise<PageEngine> {
  return new Promise((resolve, reject) => {
    const { engine, waiting } = handshake();
    if (engine) {
      resolve(engine);
      return;
    }
    const timer = setTimeout(() => reject(new Error("engine.js did not come")), ms);
    waiting.push((it) => {
      clearTimeout(timer);
      resolve(it);
    });
  });
}
