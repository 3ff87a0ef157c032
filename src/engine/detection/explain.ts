import type { Evidence, Sentence } from "../../domain/assessment.ts";
import type { Engine } from "../ruleset/compile/engine.ts";
import type { Finding } from "./find/finding.ts";
import { SIGNAL_KINDS } from "./score/signals.ts";
import type { WeightTable } from "./score/weights.ts";
import { contestState, type Situation } from "./situation.ts";

/**
 * Order of the evidence: first what a person can check (a listed account, the call, a ticket or number, the name of the
 * account), then wording, and the text model last.
 */
const CHECK_ORDER: Readonly<Partial<Record<Evidence["kind"], number>>> = {
  account: 0,
  "call-to-vote": 1,
  ticket: 2,
  candidate: 2,
  "ballot-number": 2,
  hashtag: 2,
  party: 2,
  "page-name": 3,
  "page-category": 3,
  "office-holder": 3,
  model: 5,
};
const WORDING_RANK = 4;

/**
 * A listed account is easy to check, so it comes first; an account that only resembles a party's ranks with page names.
 */
function rankOf(one: Evidence): number {
  if (one.weight <= 0) return one.kind === "model" ? 7 : 6;
  if (one.kind === "account" && one.ref === undefined) return CHECK_ORDER["page-name"]!;
  return CHECK_ORDER[one.kind] ?? WORDING_RANK;
}

/**
 * Turns findings into evidence, ordered by how easily a person can check it. Of overlapping findings of one kind only
 * the strongest stays.
 */
export function toEvidence(findings: readonly Finding[], table: WeightTable): Evidence[] {
  const all: Evidence[] = [];
  for (const one of findings) {
    if (one.text === "") continue;
    const weight = table.weights[one.signal] * one.share;
    const evidence: Evidence = {
      kind: one.field === "imageAlt" && weight > 0 ? imageKind(one) : SIGNAL_KINDS[one.signal].kind,
      text: one.text,
      field: one.field,
      start: one.start,
      end: one.end,
      weight: Math.round(weight * 100) / 100,
      strong: one.strong,
      // Shortened here and not when found, because the evidence of most posts is never read.
      say: { key: one.key, values: { words: shorten(one.text), ...one.values } },
      ...(one.ref === undefined ? {} : { ref: one.ref }),
    };
    all.push(evidence);
  }
  all.sort((a, b) => b.weight - a.weight);
  const kept: Evidence[] = [];
  // Compared with every stronger one, including dropped ones, because duplication is transitive.
  for (let i = 0; i < all.length; i++) {
    let duplicate = false;
    for (let k = 0; k < i && !duplicate; k++) duplicate = isSameReason(all[k]!, all[i]!);
    if (!duplicate) kept.push(all[i]!);
  }
  return kept.sort((a, b) => rankOf(a) - rankOf(b) || b.weight - a.weight);
}

/** Longest quotation in a reason, in UTF-16 units. */
const MAX_QUOTE = 60;

function shorten(text: string): string {
  if (text.length <= MAX_QUOTE && isPlainAscii(text)) return text;
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= MAX_QUOTE ? plain : `${plain.slice(0, MAX_QUOTE - 1)}…`;
}

/** True if the text needs no cleaning: ASCII, single spaces between words, none at the ends. */
function isPlainAscii(text: string): boolean {
  let previous = 32;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 32 || unit > 126 || (unit === 32 && previous === 32)) return false;
    previous = unit;
  }
  return previous !== 32;
}

function isSameReason(kept: Evidence, one: Evidence): boolean {
  if (kept.kind !== one.kind || kept.field !== one.field) return false;
  if (kept.kind === "model") return true;
  return kept.start < one.end && one.start < kept.end && kept.ref === one.ref;
}

function imageKind(one: Finding): Evidence["kind"] {
  const { kind } = SIGNAL_KINDS[one.signal];
  return kind === "slogan" || kind === "lexicon" || kind === "call-to-vote" ? "image-text" : kind;
}

/** Describes the situation: the surroundings of the surface, and whether its contest runs. */
export function describeSituation(
  engine: Engine,
  situation: Pick<Situation, "campaign" | "thread" | "date">,
  contest: string | undefined,
): Sentence[] {
  const sentences: Sentence[] = [];
  if (situation.campaign) sentences.push({ key: "situation-under", values: {} });
  else if (situation.thread) sentences.push({ key: "situation-thread", values: {} });
  const at = contest === undefined ? -1 : engine.contests.findIndex((row) => row[0] === contest);
  if (at < 0) return sentences;
  const clock = contestState(engine, at, situation.date);
  if (clock !== "none")
    sentences.push({ key: `situation-${clock}`, values: { contest: engine.contests[at]![4] } });
  return sentences;
}
