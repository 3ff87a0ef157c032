import type { PracticeProgress } from "../../domain/practice-schema.ts";
import type { ShownCase, TrainingLaw } from "../../domain/training-bank.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { Answer } from "./memory.ts";
import type { Learner } from "./session.ts";

/**
 * Whether progress is kept, and why not: the book is locked, the user keeps none, or the window is private. Practising
 * works in each case.
 */
export type Keeping = "kept" | "locked" | "off" | "private";

/** Everything that the page for practising shows, as plain values. */
export interface PracticeModel {
  language: Language;
  /** Today, ISO day. */
  today: string;
  learner: Learner;
  law: TrainingLaw;
  cases: readonly ShownCase[];
  keeping: Keeping;
  /** Empty while nothing is kept. */
  progress: PracticeProgress;
  /** What could not be read or kept, in words. */
  problem?: string | undefined;
}

export interface PracticeActions {
  /** Keeps what an answer says of its rule, if anything is kept. */
  answered(one: ShownCase, given: Answer): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  print(): void;
}

export interface PracticeSource extends PageSource<PracticeModel, PracticeActions> {
  actions: PracticeActions;
  /** Called on use, so that an opened book does not lock itself meanwhile. */
  touch(): void;
}
