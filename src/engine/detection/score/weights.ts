import { SIGNAL_KINDS, SIGNALS, type Signal } from "./signals.ts";
import { FITTED, FITTED_BIAS } from "./weights.generated.ts";

/**
 * Log-odds that each signal adds when it is there. Set by hand so that two strong signals pass and one
 * alone gives at most a notice; to be fitted by `npm run train`.
 */
export const MANUAL_WEIGHTS = Object.fromEntries(
  SIGNALS.map((signal) => [signal, SIGNAL_KINDS[signal].weight]),
) as Readonly<Record<Signal, number>>;

/** By the user's choice of sensitivity. */
type BySensitivity = Readonly<Record<"hemat" | "seimbang" | "ketat", number>>;

/** Weights, starting point and thresholds that go together; all in log-odds. */
export interface WeightTable {
  weights: Readonly<Record<Signal, number>>;
  /** Of a text in which nothing was found. */
  bias: number;
  /** From here a surface gets a notice. */
  noticeAt: BySensitivity;
  /** What two strong signals must reach together before anything is held. */
  warnAt: BySensitivity;
}

/**
 * In force beside the text model: fitted where there was enough to fit, else set by hand. The thresholds are where
 * out-of-fold F1 is best (notice) and where precision passes .97 on texts that were read (warn): docs/accuracy.md.
 */
export const WITH_MODEL: WeightTable = {
  weights: { ...MANUAL_WEIGHTS, ...FITTED },
  bias: FITTED_BIAS,
  noticeAt: { hemat: 0.3, seimbang: -0.5, ketat: -1.5 },
  warnAt: { hemat: 3, seimbang: 2.3, ketat: 1 },
};

/** In force where no text model is loaded. */
export const WITHOUT_MODEL: WeightTable = {
  weights: MANUAL_WEIGHTS,
  bias: -2.6,
  noticeAt: { hemat: 0.8, seimbang: 0, ketat: -0.7 },
  warnAt: { hemat: 1.6, seimbang: 0.6, ketat: 0 },
};

/**
 * The text model's word is cut here (log-odds): it knows posts of X, comments and headlines, and what it has never
 * seen (an invitation, a chat, a regional language) must not outweigh a named candidate.
 */
export const MIN_MODEL_LOGIT = -4;
/** The text model alone is a strong signal from here (log-odds). */
export const MODEL_STRONG_AT = 1;
/** The text model is named as a reason from here (log-odds). */
export const MODEL_SHOWN_AT = 0.4;
/** A notice names at least this much of a reason (log-odds), so that no mark stands there unexplained. */
export const MIN_REASON = 0.2;
/** A name or bio alone must say more than one everyday word to be noticed (log-odds). */
export const MIN_WORDLESS_REASON = 1;
/** Press words weigh so much together that the text counts as news. */
export const NEWS_STYLE_AT = 1.5;
/** Retold with a link, a text must reach this (log-odds) before it is held; see `findReport`. */
export const REPORTED_SPEECH_AT = 3.2;
/**
 * A call to vote with a ballot number beside a named ticket is held from here (log-odds): on texts that were read it
 * held 10 more, all of them right.
 */
export const NUMBERED_CALL_AT = 0;
/** A listed campaign account counts at least so much (log-odds; .98 as a share). */
export const MIN_LISTED_LOGIT = 4;
/** Log-odds that a campaign's own page or post adds to what stands on it, and a thread about a contest. */
export const CAMPAIGN_BONUS = 1.2;
export const THREAD_BONUS = 0.7;
/** What is held counts at least so much (log-odds; .9 as a share), whatever the learnt score says. */
export const MIN_WARNED_LOGIT = 2.2;
