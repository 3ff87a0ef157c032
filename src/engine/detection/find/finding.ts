import type { EvidenceField } from "../../../domain/assessment.ts";
import type { Topic } from "../../../domain/vocabulary.ts";
import type { Signal } from "../score/signals.ts";

/** One signal found in one field, before it is weighed. */
export interface Finding {
  signal: Signal;
  field: EvidenceField;
  start: number;
  end: number;
  /** The words as the page shows them. */
  text: string;
  /** 0 … 1; most are 1. */
  share: number;
  strong: boolean;
  /** Key below `evidence.` in the locale files and the values of its slots. */
  key: string;
  values: Record<string, string | number>;
  ref?: string | undefined;
  /** Index of the ticket it is about. */
  ticket?: number | undefined;
  topic?: Topic | "" | undefined;
  /** It ties the text to an election: without one nothing is noticed. */
  anchor?: boolean | undefined;
  /** Of the text model's word: the form of its text (`formOf`). */
  form?: readonly number[] | undefined;
}
