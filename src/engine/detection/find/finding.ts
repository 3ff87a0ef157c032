import type { EvidenceField } from "../../../domain/assessment.ts";
import type { Topic } from "../../../domain/vocabulary.ts";
import type { Signal } from "../score/signals.ts";

/** One signal found in one field, before weighting. */
export interface Finding {
  signal: Signal;
  field: EvidenceField;
  start: number;
  end: number;
  /** The words as the page shows them. */
  text: string;
  /** Share of the signal's weight, 0 … 1; usually 1. The model's finding holds its log-odds. */
  share: number;
  strong: boolean;
  /** Key under `evidence.` in the locale files, and the values of its slots. */
  key: string;
  values: Record<string, string | number>;
  ref?: string | undefined;
  /** Index of the ticket it refers to. */
  ticket?: number | undefined;
  topic?: Topic | "" | undefined;
  /** True if it ties the text to an election; without an anchor nothing is noticed. */
  anchor?: boolean | undefined;
  /** Form of the text (`textForm`); only on the model's finding. */
  form?: readonly number[] | undefined;
}
