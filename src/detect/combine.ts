import type { Engine } from "../ruleset/compiled/engine.ts";
import type { Level } from "../words.ts";
import type { Found } from "./found.ts";
import { type Group, SIGNAL_KINDS, type Signal } from "./signals.ts";
import type { AssessContext, Evidence } from "./types.ts";
import { BIAS, NEWS_STYLE_AT, NOTICE_AT, WARN_AT, WEIGHTS } from "./weights.ts";

/** What speaks about the account rather than the text; see `decide`. */
export interface Standing {
  campaign: boolean;
  /** It calls itself a success team or volunteers of a named ticket (EXPERIENCE, levels: warned in any phase). */
  ownWord: boolean;
  neutral: boolean;
  /** A party's or office-holder's account. */
  official: boolean;
  /** A stage of its contest runs. */
  running: boolean;
  news: boolean;
}

export interface Weighed {
  level: Level;
  score: number;
  logit: number;
}

/** Sum of the signals in log-odds: of each signal only its strongest finding counts. */
export function weigh(found: readonly Found[]): number {
  let sum = BIAS;
  const seen = new Map<Signal, number>();
  for (const { signal, share } of found) {
    const weight = WEIGHTS[signal] * share;
    const known = seen.get(signal);
    if (known === undefined || Math.abs(weight) > Math.abs(known)) {
      sum += weight - (known ?? 0);
      seen.set(signal, weight);
    }
  }
  return sum;
}

/** Groups that speak strongly for a campaign. */
export function strongGroups(found: readonly Found[]): Set<Group> {
  return new Set(found.filter((one) => one.strong).map((one) => SIGNAL_KINDS[one.signal].group));
}

/**
 * The level table of docs/levels: a known campaign account or two independent strong signals warn in any phase;
 * a party's or office-holder's account warns inside a running stage and is noted outside; neutral accounts and
 * news never warn.
 */
export function decide(found: readonly Found[], standing: Standing, context: AssessContext): Weighed {
  const logit = weigh(found);
  const score = 1 / (1 + Math.exp(-logit));
  const taste = context.sensitivity ?? "seimbang";
  const level = levelOf(found, standing, logit, taste);
  return { level, score, logit };
}

function levelOf(
  found: readonly Found[],
  standing: Standing,
  logit: number,
  taste: keyof typeof NOTICE_AT,
): Level {
  if (standing.campaign || (standing.ownWord && !standing.news)) return "warn";
  const noticed = logit >= NOTICE_AT[taste];
  if (standing.neutral) return noticed ? "notice" : "clear";
  if (standing.official) return standing.running ? "warn" : "notice";
  const press = found.some((one) => one.signal === "news" && -WEIGHTS.news * one.share >= NEWS_STYLE_AT);
  if (logit >= WARN_AT[taste] && strongGroups(found).size >= 2 && !standing.news && !press) return "warn";
  return noticed ? "notice" : "clear";
}

/** Findings as evidence: strongest first, one a signal and field. */
export function toEvidence(found: readonly Found[]): Evidence[] {
  const all = found.map(
    (one): Evidence => ({
      kind:
        one.field === "imageAlt" && WEIGHTS[one.signal] > 0 ? imageKind(one) : SIGNAL_KINDS[one.signal].kind,
      text: one.text,
      field: one.field,
      start: one.start,
      end: one.end,
      weight: Math.round(WEIGHTS[one.signal] * one.share * 100) / 100,
      strong: one.strong,
      say: { key: one.key, values: one.values },
      ...(one.ref === undefined ? {} : { ref: one.ref }),
    }),
  );
  return all.sort((a, b) => b.weight - a.weight);
}

function imageKind(one: Found): Evidence["kind"] {
  const { kind } = SIGNAL_KINDS[one.signal];
  return kind === "slogan" || kind === "lexicon" || kind === "call-to-vote" ? "image-text" : kind;
}

/** Contest of the account, else of the ticket named most strongly. */
export function contestOf(
  engine: Engine,
  found: readonly Found[],
  own: string | undefined,
): string | undefined {
  if (own !== undefined) return own;
  const named = found
    .filter((one) => one.ticket !== undefined)
    .sort((a, b) => WEIGHTS[b.signal] - WEIGHTS[a.signal]);
  const row = named[0]?.ticket === undefined ? undefined : engine.tickets[named[0].ticket];
  return row === undefined ? undefined : engine.contests[row[2]]?.[0];
}
