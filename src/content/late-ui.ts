import type { GuardUi } from "../guard/ui.ts";
import { type Late, lateNow } from "./late.ts";

/** @throws Error before the second script came; nothing asks so soon: there are no rules before it, either */
function ui(): Late["ui"] {
  const late = lateNow();
  if (!late) throw new Error("nothing can be drawn before engine.js came");
  return late.ui;
}

/** The interface of the second script, for a guard that stands before it. */
export const lateUi: GuardUi = {
  question: (...all) => ui().question(...all),
  warm: (...all) => ui().warm?.(...all),
  mark: (...all) => ui().mark(...all),
  strip: (...all) => ui().strip(...all),
  /* An action that waited in vain happened unasked; what became of it can then be told, or not, without the second script. */
  tell: (...all) => lateNow()?.ui.tell?.(...all) ?? (() => {}),
};
