import type { AssessContext } from "../../../domain/assessment.ts";
import type { Level } from "../../../domain/vocabulary.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import type { Found } from "../find/finding.ts";
import { type Group, SIGNAL_KINDS, SIGNALS, type Signal } from "./signals.ts";
import { isStacked } from "./stacking.ts";
import {
  EXPLICIT_AT,
  HAND_SET,
  IN_THREAD,
  LEAST_REASON,
  LISTED_LEAST,
  NEWS_STYLE_AT,
  REPORT_SURE,
  UNDER_CAMPAIGN,
  WARNED_LEAST,
  type WeightTable,
  WORDLESS_REASON,
} from "./weights.ts";

/** What speaks about the account rather than the text; see `decide`. */
export interface Standing {
  campaign: boolean;
  /** It calls itself a success team or volunteers of a named ticket (warned in any phase). */
  ownWord: boolean;
  neutral: boolean;
  /** A party's or office-holder's account. */
  official: boolean;
  /** A stage of its contest runs. */
  running: boolean;
  /** No text of its own was read: a profile, group or page header. */
  wordless: boolean;
  news: boolean;
  /** It stands on a campaign's own page, or under its post. */
  under: boolean;
  /** It asks something. */
  asks: boolean;
  /** It stands in talk about a contest. */
  thread: boolean;
  /** Some contest runs on the day. */
  electionTime: boolean;
  /** The page shows a day on which a contest that is over now had not ended. */
  late: boolean;
}

export interface Weighed {
  level: Level;
  score: number;
  logit: number;
}

/** Press words of weight, or a headline. */
function isPress(one: Found): boolean {
  return one.signal === "headline" || (one.signal === "news" && -HAND_SET.news * one.share >= NEWS_STYLE_AT);
}

const PLACE = Object.fromEntries(SIGNALS.map((signal, i) => [signal, i])) as Record<Signal, number>;
const STACKED = Uint8Array.from(SIGNALS, (signal) => (isStacked(signal) ? 1 : 0));
/** Weight of the strongest finding of each signal; filled anew for every surface. */
const strongest = new Float64Array(SIGNALS.length);

/**
 * Sum of the signals in log-odds: of each signal only its strongest finding counts. Of the text model's words on
 * text, image and quoted post the one most like a campaign counts: a poster under "cek ini" is a poster. `ofText`: what
 * the trees say of everything found in the text; then only the others are added.
 */
function weigh(found: readonly Found[], table: WeightTable, ofText?: number): number {
  let sum = ofText ?? table.bias;
  strongest.fill(Number.NaN);
  for (const { signal, share } of found) {
    const place = PLACE[signal];
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

/** A call to vote with a ballot number, and a named ticket: two signals that need no third. */
function isExplicit(found: readonly Found[]): boolean {
  return (
    found.some((one) => one.strong && one.signal === "call-with-number") &&
    found.some((one) => one.strong && SIGNAL_KINDS[one.signal].group === "name")
  );
}

/** A text of so few words, its name counted once, says little beside the name. */
const FEW_WORDS = 4;
const ONE_WORD: ReadonlySet<Signal> = new Set<Signal>(["single-name", "part-name", "common-name"]);

/** Groups that speak strongly for a campaign. */
function strongGroups(found: readonly Found[]): Set<Group> {
  const groups = new Set<Group>();
  let whole = false;
  let few = false;
  for (const one of found) {
    if (!one.strong) continue;
    if (one.signal === "model" && (one.form?.[0] ?? 0) <= FEW_WORDS) few = true;
    const { group } = SIGNAL_KINDS[one.signal];
    groups.add(group);
    if (group === "name" && !ONE_WORD.has(one.signal)) whole = true;
  }
  // Of a text that is hardly more than one word of a name the model speaks because of that word: one witness.
  if (few && !whole && groups.size === 2 && groups.has("name")) groups.delete("model");
  return groups;
}

/**
 * The three levels (CONTRIBUTING.md): a known campaign account or two independent strong signals warn in any phase;
 * a party's or office-holder's account warns inside a running stage and is noted outside; neutral accounts and
 * news never warn.
 */
export function decide(
  found: readonly Found[],
  standing: Standing,
  context: AssessContext,
  table: WeightTable,
  ofText?: number,
): Weighed {
  const around = standing.under ? UNDER_CAMPAIGN : standing.thread ? IN_THREAD : 0;
  const summed = weigh(found, table, ofText) + around;
  // What the list says is sure, whatever the account happens to write.
  const logit = standing.campaign ? Math.max(summed, LISTED_LEAST) : summed;
  const taste = context.sensitivity ?? "seimbang";
  const level = levelOf(found, standing, logit, reasonOf(found, table), {
    notice: table.noticeAt[taste],
    warn: table.warnAt[taste],
  });
  const shown = level === "warn" ? Math.max(logit, WARNED_LEAST) : logit;
  return { level, score: 1 / (1 + Math.exp(-shown)), logit };
}

/** Weight of the best reason that can be shown, in log-odds; 0 where there is none. */
function reasonOf(found: readonly Found[], table: WeightTable): number {
  let best = 0;
  for (const one of found) if (one.text !== "") best = Math.max(best, table.weights[one.signal] * one.share);
  return best;
}

/** While a contest runs these tie a text to it, though nobody is named. */
const ELECTORAL: ReadonlySet<Signal> = new Set<Signal>([
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

const has = (found: readonly Found[], signal: Signal): boolean => found.some((one) => one.signal === signal);

function levelOf(
  found: readonly Found[],
  standing: Standing,
  logit: number,
  reason: number,
  at: { notice: number; warn: number },
): Level {
  if (standing.campaign || (standing.ownWord && !standing.news)) return "warn";
  // Whatever stands under a campaign's post gives it a hand, unless it asks, or speaks of the rule.
  if (standing.under && !standing.asks && !standing.neutral && !has(found, "spoken-of")) return "warn";
  const explicit = has(found, "explicit");
  const side = has(found, "side");
  const anchored =
    standing.under ||
    standing.thread ||
    found.some(
      (one) =>
        one.anchor === true ||
        SIGNAL_KINDS[one.signal].group === "who" ||
        (standing.electionTime && ELECTORAL.has(one.signal)),
    );
  /* Never a mark without a reason: a surface of few words has the bias alone for it. */
  const scored = logit >= at.notice && reason >= (standing.wordless ? WORDLESS_REASON : LEAST_REASON);
  const press = found.some(isPress) || (logit < REPORT_SURE && has(found, "report"));
  const quiet = standing.news || press;
  const noticed = (anchored && scored) || (!quiet && (explicit || side)) || has(found, "explicit-past");
  if (standing.neutral) return noticed && !explicit && !side ? "notice" : "clear";
  if (explicit && !quiet) return standing.late ? "notice" : "warn";
  if (side && !quiet) return "warn";
  if (standing.official) return standing.running ? "warn" : "notice";
  const forbids = found.some((one) => one.signal === "spoken-of" && one.share > 0);
  if (!forbids && !has(found, "explicit-past")) {
    const sure = isExplicit(found) ? Math.min(at.warn, EXPLICIT_AT) : at.warn;
    if (logit >= sure && strongGroups(found).size >= 2 && !quiet && anchored) return "warn";
  }
  return noticed ? "notice" : "clear";
}

/** Contest of the account, else of the ticket named most strongly. */
export function contestOf(
  engine: Engine,
  found: readonly Found[],
  own: string | undefined,
): string | undefined {
  if (own !== undefined) return own;
  let named: Found | undefined;
  for (const one of found)
    if (one.ticket !== undefined && (named === undefined || HAND_SET[one.signal] > HAND_SET[named.signal]))
      named = one;
  const row = named?.ticket === undefined ? undefined : engine.tickets[named.ticket];
  return row === undefined ? undefined : engine.contests[row[2]]?.[0];
}
