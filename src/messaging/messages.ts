import type { Added } from "../background/layers.ts";
import type { FoundName, RulesInfo } from "../background/rules-info.ts";
import type { Entry } from "../book/types.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Answer, PageState } from "../guard/types.ts";
import type { Change } from "./changes.ts";
import type { HeldElsewhere } from "./question.ts";
import { messaging } from "./wire.ts";

/** Whether something was kept. Not kept without a problem: the user keeps none of it, or the tab is a private one. */
export interface Kept {
  kept: boolean;
  problem?: string;
}

/** Every message there is. Content → background: `outcome`, `silence`, `pastDay`, `state`. Popup → content: `ask`, `structure`. Popup → background: the rest. */
export interface Messages {
  /** All facts of one answer; may be sent again until it was heard, as it counts once. */
  outcome(outcome: AnswerOutcome): Kept;
  /** "Bukan kampanye" on a mark. */
  silence(data: { subject: string }): Kept;
  /** What was answered on another day is still stored. */
  pastDay(): void;
  /** A change of what is shared; the background alone writes it. */
  change(change: Change): void;
  state(state: PageState): void;
  ask(): PageState;
  /** The structure of the page, masked, for a report that it is not read. */
  structure(): string;
  /** While the book is locked no line is shown. */
  book(data: { last: number }): {
    entries: Entry[];
    unreadable?: number;
    problem?: string;
    locked?: boolean;
  };
  /** `hold: null` erases all. */
  erase(data: { hold: string | null }): { problem?: string };
  /** Makes the rules if they are missing. */
  rules(): { problem: string | null };
  rulesInfo(): RulesInfo;
  /** Lets a layer in from a file or pasted text; `confirmed` is the fingerprint the user confirmed. */
  rulesAdd(data: { name: "agency" | "own"; text: string; confirmed?: string; replace?: boolean }): Added;
  /** Loads the agency's layer from an address and keeps it fresh. */
  rulesFollow(data: { url: string; confirmed?: string; replace?: boolean }): Added;
  rulesDrop(name: "agency" | "own"): void;
  /** The action that is held in another site's page, as far as this page may know of it. `id` null: from the popup. */
  held(data: { id: string | null }): HeldElsewhere | null;
  /** false: it is no longer asked about, or not by this page. */
  heldAnswer(data: { id: string | null; answer: Answer }): boolean;
  rulesFind(data: { words: string }): FoundName[];
}

export const { sendMessage, onMessage } = messaging<Messages>();
