import { SIGNAL_KINDS, SIGNALS, type Signal } from "./signals.ts";
import { FITTED, FITTED_BIAS } from "./weights.generated.ts";

/** Manual log-odds of each signal. Two strong signals pass and one alone gives at most a notice. */
export const MANUAL_WEIGHTS = Object.fromEntries(
  SIGNALS.map((signal) => [signal, SIGNAL_KINDS[signal].weight]),
) as Readonly<Record<Signal, number>>;

/** One value per sensitivity that the user can choose. */
type BySensitivity = Readonly<Record<"hemat" | "seimbang" | "ketat", number>>;

/**
 * Turn log-odds into those of a probability where no contest runs and nobody stands: the same words mean less there.
 * Fitted on the folds (docs/model-card.md); while a contest runs or is coming the log-odds need no change.
 */
export const IDLE_SLOPE = 0.55;
export const IDLE_INTERCEPT = -1.5;

/** Weights, bias and thresholds that belong together, in log-odds. */
export interface WeightTable {
  weights: Readonly<Record<Signal, number>>;
  /** Log-odds of a text without findings. */
  bias: number;
  /** Threshold of a notice. */
  noticeAt: BySensitivity;
  /** Threshold that two strong signals together must reach before anything is held. */
  warnAt: BySensitivity;
}

/**
 * Used with the text model: fitted where there was enough data, otherwise manual. Both thresholds were
 * chosen on texts of the folds, by models that never saw them (docs/model-card.md).
 */
export const WITH_MODEL: WeightTable = {
  weights: { ...MANUAL_WEIGHTS, ...FITTED },
  bias: FITTED_BIAS,
  noticeAt: { hemat: 1, seimbang: 0.5, ketat: -1 },
  warnAt: { hemat: 3.2, seimbang: 2.7, ketat: 1 },
};

/** Used without a text model. */
export const WITHOUT_MODEL: WeightTable = {
  weights: MANUAL_WEIGHTS,
  bias: -2.6,
  noticeAt: { hemat: 0.8, seimbang: 0, ketat: -0.7 },
  warnAt: { hemat: 1.6, seimbang: 0.6, ketat: 0 },
};

/**
 * Lower bound of the text model's log-odds. The model knows posts of X, comments and headlines; unfamiliar texts (an
 * invitation, a chat, a regional language) must not outweigh a named candidate.
 */
export const MIN_MODEL_LOGIT = -4;
/** Log-odds from which the text model is a strong signal by itself. */
export const MODEL_STRONG_AT = 1;
/** Log-odds from which the text model is shown as a reason. */
export const MODEL_SHOWN_AT = 0.4;
/** Minimum log-odds of a reason for a notice, so that no mark stays unexplained. */
export const MIN_REASON = 0.2;
/** The same for a name or bio alone, which must say more than one everyday word. */
export const MIN_WORDLESS_REASON = 1;
/** Weight of press words from which a text counts as news. */
export const NEWS_STYLE_AT = 1.5;
/** Log-odds from which reported speech with a link is held; see `findReportedSpeech`. */
export const REPORTED_SPEECH_AT = 3.2;
/**
 * Log-odds from which a call to vote with a ballot number beside a named ticket is held: on texts that were read it
 * held 10 more, all correctly.
 */
export const NUMBERED_CALL_AT = 0;
/** Minimum log-odds of a listed campaign account (.98 as a probability). */
export const MIN_LISTED_LOGIT = 4;
/** Log-odds added by a campaign's own page or post, and by a thread about a contest. */
export const CAMPAIGN_BONUS = 1.2;
export const THREAD_BONUS = 0.7;
/** Minimum log-odds of a warning (.9 as a probability), whatever the learnt score is. */
export const MIN_WARNED_LOGIT = 2.2;
