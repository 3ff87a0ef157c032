import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Intent } from "../sites/adapter.ts";
import type { RulesState } from "./decision/rules-state.ts";
import type { GuardRoot } from "./hold/overlay-root.ts";
import type { ShowToast } from "./hold/toast.ts";
import type { GuardPorts } from "./ports.ts";

/** One guarded document, as the parts of its guard share it: the ports, and states that belong to other parts. */
export interface GuardContext {
  doc: Document;
  ports: GuardPorts;
  /** Whether the rules are there. */
  rules: Pick<RulesState, "current" | "ready">;
  /** The one element of the guard's own in the page. */
  root: GuardRoot;
  /** Shows a line of its own above the page. */
  showToast: ShowToast;
  /** Hands all facts of an answer on, and has the page follow. */
  record(outcome: AnswerOutcome): void;
  /** An action is about to happen, let by or confirmed: what the site shows of it is no surprise. */
  onActionPassed?(intent: Intent): void;
  /** The pointer went down here; told in a turn of its own. */
  onPointerDown?: ((target: Element) => void) | undefined;
  /** Told when something of the guard's is no longer shown, so that its element can go. */
  releaseRoot(): void;
  /** Ends all of it. */
  signal: AbortSignal;
}
