import type { PageUi } from "../guard/overlay-port.ts";
import { currentEngine, type PageEngine } from "./engine-handshake.ts";

/** @throws Error before the second script came; nothing asks so soon: there are no rules before it, either */
function ui(): PageEngine["ui"] {
  const engine = currentEngine();
  if (!engine) throw new Error("nothing can be drawn before engine.js came");
  return engine.ui;
}

/** The interface of the second script, for a guard that stands before it. */
export const engineUi: PageUi = {
  question: (...all) => ui().question(...all),
  prewarm: (...all) => ui().prewarm(...all),
  mark: (...all) => ui().mark(...all),
  strip: (...all) => ui().strip(...all),
  /* May be called without the engine: an action that waited for it in vain happened unasked, and may then be refused. */
  toast: (...all) => currentEngine()?.ui.toast(...all) ?? (() => {}),
};
