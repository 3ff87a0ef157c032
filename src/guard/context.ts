import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Intent } from "../sites/adapter.ts";
import type { RulesState } from "./decision/rules-state.ts";
import type { GuardRoot } from "./hold/overlay-root.ts";
import type { ShowToast } from "./hold/toast.ts";
import type { GuardPorts } from "./ports.ts";

/** What the parts of one document's guard share: the ports, and the state that other parts own. */
export interface GuardContext {
  doc: Document;
  ports: GuardPorts;
  /** The loaded rules, or why there are none. */
  rules: Pick<RulesState, "current" | "ready">;
  /** The only element that the guard adds to the page. */
  root: GuardRoot;
  /** Shows a toast above the page. */
  toast: ShowToast;
  /** Passes on all facts of an answer and refreshes what the page shows. */
  record(outcome: AnswerOutcome): void;
  /** Tells in badge and popup that something of ours threw while it handled an event of the user. */
  onThrow(error: unknown): void;
  /** Called before an action happens, passed or confirmed: when the site then shows it, it did not bypass the guard. */
  onPass?(intent: Intent): void;
  /** Called some time after the pointer went down on `target`, never while the press is handled. */
  onPress?(target: Element): void;
  /** Removes the guard's element from the page when nothing of it is shown any more. */
  onIdle(): void;
  /** Ends the guard of this document. */
  signal: AbortSignal;
}
