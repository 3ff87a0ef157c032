import type { AssessContext } from "../../../domain/assessment.ts";
import type { Level } from "../../../domain/vocabulary.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import type { Finding } from "../find/finding.ts";
import { SIGNAL_KINDS, SIGNALS, type Signal, type SignalGroup } from "./signals.ts";
import { isStacked } from "./stacking.ts";
import {
  CAMPAIGN_BONUS,
  IDLE_INTERCEPT,
  IDLE_SLOPE,
  MANUAL_WEIGHTS,
  MIN_LISTED_LOGIT,
  MIN_REASON,
  MIN_WARNED_LOGIT,
  MIN_WORDLESS_REASON,
  NEWS_STYLE_AT,
  NUMBERED_CALL_AT,
  REPORTED_SPEECH_AT,
  THREAD_BONUS,
  type WeightTable,
} from "./weights.ts";

/** What is known about the account and its surroundings, independent of the text; see `decideLevel`. */
export interface AccountContext {
  listed: boolean;
  /** It calls itself a campaign team or volunteers of a named ticket; warned in any phase. */
  selfNamed: boolean;
  neutral: boolean;
  /** A party's or office-holder's account. */
  official: boolean;
  /** A stage of its contest runs. */
  running: boolean;
  /** Nothing but a header was read: a profile, group or page. */
  wordless: boolean;
  news: boolean;
  /** On a campaign's own page, or under its post. */
  hosted: boolean;
  /** It asks a question. */
  question: boolean;
  /** Inside talk about a contest. */
  thread: boolean;
  /** Some contest runs on the day. */
  electionTime: boolean;
  /** The page shows a day before the end of a contest that is over now. */
  expired: boolean;
}

export interface LevelScore {
  level: Level;
  score: number;
  logit: number;
}

/** True for strong press words or a headline. */
function isPressStyle(one: Finding): boolean {
  return (
    one.signal === "headline" || (one.signal === "news" && -MANUAL_WEIGHTS.news * one.share >= NEWS_STYLE_AT)
  );
}

const SIGNAL_INDEX = Object.fromEntries(SIGNALS.map((signal, i) => [signal, i])) as Record<Signal, number>;
const STACKED = Uint8Array.from(SIGNALS, (signal) => (isStacked(signal) ? 1 : 0));
/** Weight of the strongest finding of each signal; refilled for every surface. */
const strongest = new Float64Array(SIGNALS.length);

/**
 * Sums the signals in log-odds. Only the strongest finding of each signal counts; of the model's findings on text,
 * image and quoted post the most campaign-like one counts, because a poster under "cek ini" is still a poster. With
 * `ofText`, the trees' log-odds of the text, only signals outside the trees are added.
 */
function sumSignals(findings: readonly Finding[], table: WeightTable, ofText?: number): number {
  let sum = ofText ?? table.bias;
  strongest.fill(Number.NaN);
  for (const { signal, share } of findings) {
    const place = SIGNAL_INDEX[signal];
    if (ofText !== undefined && STACKED[place] === 1) continue;
    const weight = table.weights[signal] * share;
    const before = strongest[place]!;
    const known = Number.isNaN(before) ? 0 : before;
    const stronger = signal === "model" ? weight > known : Math.abs(weight) > Math.abs(known);
    if (!stronger && !Number.isNaN(before)) continue;
    sum += weight - known;
    strongest[place] = weight;
  }
  return sum;
}

/** True for a call to vote with a ballot number and a named ticket, which together need no third signal. */
function isNumberedCall(findings: readonly Finding[]): boolean {
  return (
    findings.some((one) => one.strong && one.signal === "call-with-number") &&
    findings.some((one) => one.strong && SIGNAL_KINDS[one.signal].group === "name")
  );
}

/** Maximum length of a text that says little besides a name; the name counts as one word. */
const MAX_FEW_WORDS = 4;
const ONE_WORD_NAMES: ReadonlySet<Signal> = new Set<Signal>(["single-name", "part-name", "common-name"]);

/** Groups with a strong signal for a campaign. */
function strongGroups(findings: readonly Finding[]): Set<SignalGroup> {
  const groups = new Set<SignalGroup>();
  let whole = false;
  let few = false;
  for (const one of findings) {
    if (!one.strong) continue;
    if (one.signal === "model" && (one.form?.[0] ?? 0) <= MAX_FEW_WORDS) few = true;
    const { group } = SIGNAL_KINDS[one.signal];
    groups.add(group);
    if (group === "name" && !ONE_WORD_NAMES.has(one.signal)) whole = true;
  }
  // In a text that is hardly more than one word of a name, the model reacts to that word: one witness, not two.
  if (few && !whole && groups.size === 2 && groups.has("name")) groups.delete("model");
  return groups;
}

/**
 * Decides the level (CONTRIBUTING.md): a known campaign account or two independent strong signals warn in any phase; an
 * account of a party or office-holder warns during a stage and gets a notice outside; neutral accounts and news never
 * warn.
 */
export function decideLevel(
  findings: readonly Finding[],
  standing: AccountContext,
  context: AssessContext,
  table: WeightTable,
  ofText?: number,
): LevelScore {
  const around = standing.hosted ? CAMPAIGN_BONUS : standing.thread ? THREAD_BONUS : 0;
  const summed = sumSignals(findings, table, ofText) + around;
  // The list is certain, whatever the account writes.
  const logit = standing.listed ? Math.max(summed, MIN_LISTED_LOGIT) : summed;
  const sensitivity = context.sensitivity ?? "seimbang";
  const level = levelOf(findings, standing, logit, bestReason(findings, table), {
    notice: table.noticeAt[sensitivity],
    warn: table.warnAt[sensitivity],
  });
  const idle = !standing.electionTime && !findings.some((one) => one.anchor);
  const calibrated = idle ? IDLE_SLOPE * logit + IDLE_INTERCEPT : logit;
  const shownLogit = level === "warn" ? Math.max(logit, MIN_WARNED_LOGIT) : calibrated;
  return { level, score: 1 / (1 + Math.exp(-shownLogit)), logit };
}

/** Log-odds of the best reason that can be shown, or 0. */
function bestReason(findings: readonly Finding[], table: WeightTable): number {
  let best = 0;
  for (const one of findings)
    if (one.text !== "") best = Math.max(best, table.weights[one.signal] * one.share);
  return best;
}

/** Signals that tie a text to a running contest, though nobody is named. */
const ELECTORAL_SIGNALS: ReadonlySet<Signal> = new Set<Signal>([
  "call",
  "number",
  "slogan",
  "victory",
  "programme",
  "event",
  "attribute",
  "party",
  "election-talk",
]);

const hasSignal = (findings: readonly Finding[], signal: Signal): boolean =>
  findings.some((one) => one.signal === signal);

function levelOf(
  findings: readonly Finding[],
  standing: AccountContext,
  logit: number,
  reason: number,
  at: { notice: number; warn: number },
): Level {
  if (standing.listed || (standing.selfNamed && !standing.news)) return "warn";
  // A reply under a campaign's post supports it, unless it asks a question or mentions the rule.
  if (standing.hosted && !standing.question && !standing.neutral && !hasSignal(findings, "spoken-of"))
    return "warn";
  const explicit = hasSignal(findings, "explicit");
  const side = hasSignal(findings, "side");
  const anchored =
    standing.hosted ||
    standing.thread ||
    findings.some(
      (one) =>
        one.anchor === true ||
        SIGNAL_KINDS[one.signal].group === "who" ||
        (standing.electionTime && ELECTORAL_SIGNALS.has(one.signal)),
    );
  /* No mark without a reason: a surface of few words would otherwise score by the bias alone. */
  const isScoreHigh = logit >= at.notice && reason >= (standing.wordless ? MIN_WORDLESS_REASON : MIN_REASON);
  const press = findings.some(isPressStyle) || (logit < REPORTED_SPEECH_AT && hasSignal(findings, "report"));
  const isNews = standing.news || press;
  const noticed =
    (standing.hosted && standing.question) ||
    (anchored && isScoreHigh) ||
    (!isNews && (explicit || side)) ||
    hasSignal(findings, "explicit-past");
  if (standing.neutral) return noticed && !explicit && !side ? "notice" : "clear";
  if (explicit && !isNews) return standing.expired ? "notice" : "warn";
  if (side && !isNews) return "warn";
  if (standing.official) return standing.running ? "warn" : "notice";
  // What is only told, quoted or forbidden takes no side, whatever its words are like.
  if (!hasSignal(findings, "spoken-of") && !hasSignal(findings, "explicit-past")) {
    const sure = isNumberedCall(findings) ? Math.min(at.warn, NUMBERED_CALL_AT) : at.warn;
    if (logit >= sure && strongGroups(findings).size >= 2 && !isNews && anchored) return "warn";
  }
  return noticed ? "notice" : "clear";
}

/** Contest of the account, or of the ticket with the strongest finding. */
export function contestOfFindings(
  engine: Engine,
  findings: readonly Finding[],
  own: string | undefined,
): string | undefined {
  if (own !== undefined) return own;
  let named: Finding | undefined;
  for (const one of findings)
    if (
      one.ticket !== undefined &&
      (named === undefined || MANUAL_WEIGHTS[one.signal] > MANUAL_WEIGHTS[named.signal])
    )
      named = one;
  const row = named?.ticket === undefined ? undefined : engine.tickets[named.ticket];
  return row === undefined ? undefined : engine.contests[row[2]]?.[0];
}
