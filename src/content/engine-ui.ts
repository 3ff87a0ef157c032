import type { PageUi } from "../guard/overlay-port.ts";
import { currentEngine, type PageEngine } from "./engine-handshake.ts";

/** @throws Error before the last script is loaded. Never happens in use: without it there are no rules, either. */
function ui(): PageEngine["ui"] {
  const engine = currentEngine();
  if (!engine) throw new Error("engine.js is not loaded");
  return engine.ui;
}

/** Forwards to the overlay of the last script, for a guard that starts before it. */
export const engineUi: PageUi = {
  question: (...args) => ui().question(...args),
  tools: (...args) => ui().tools(...args),
  prewarm: (...args) => ui().prewarm(...args),
  mark: (...args) => ui().mark(...args),
  strip: (...args) => ui().strip(...args),
  /* May be called without the engine: an action that waited for it in vain passed unchecked and may be refused. */
  toast: (...args) => currentEngine()?.ui.toast(...args) ?? (() => {}),
};
