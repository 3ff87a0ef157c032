import type { Matcher } from "../../text/matcher.ts";
import type { TextModel } from "../../text/model.ts";
import { foldText } from "../../text/normalise.ts";
import type { Trees } from "../../text/trees.ts";
import { WordList } from "../../text/word-list.ts";
import { shortName } from "../names.ts";
import type { TermRole, Topic } from "../types.ts";
import type { AccountTable } from "./accounts.ts";
import type { BesideRole } from "./beside.ts";
import type { CompiledRuleset, ContestRow, Law, TicketRow } from "./types.ts";

/** A lexicon term as detection reads it. */
export interface LoadedTerm {
  text: string;
  role: TermRole;
  weight: number;
  topic: Topic | "";
  /** What a number word means; 0 for every other. */
  number: number;
  /** A word before a number that is a call by itself ("coblos nomor", "pilih paslon"). */
  calls: boolean;
}

/** A compiled ruleset, ready to look things up in. Made by `loadCompiled`, a few milliseconds. */
export interface Engine {
  readonly law: Law;
  readonly matcher: Matcher;
  readonly model: TextModel | undefined;
  /** Weigh the model's word beside the evidence of a text. */
  readonly trees: Trees | undefined;
  readonly tickets: readonly TicketRow[];
  readonly contests: readonly ContestRow[];
  readonly parties: CompiledRuleset["parties"];
  readonly terms: readonly LoadedTerm[];
  readonly accounts: AccountTable;
  readonly beside: Readonly<Record<BesideRole, WordList>>;
}

/** Names made ready for showing are kept for this many tickets. */
const KEPT_NAMES = 2_000;
const shownNames = new WeakMap<Engine, Map<number, readonly string[]>>();

/** The candidates of a ticket without their titles: making them is slow, and the same few are named again and again. */
function peopleOf(engine: Engine, ticket: number): readonly string[] {
  let kept = shownNames.get(engine);
  if (kept === undefined) {
    kept = new Map();
    shownNames.set(engine, kept);
  }
  let names = kept.get(ticket);
  if (names === undefined) {
    const row = engine.tickets[ticket];
    const people = row === undefined ? [] : row.slice(3).map((name) => plainName(String(name)));
    names = [people.join(" – "), ...people];
    if (kept.size >= KEPT_NAMES) kept.clear();
    kept.set(ticket, names);
  }
  return names;
}

const nameWords = new WeakMap<Engine, Map<number, WordList>>();

/** Every word of the names of a ticket's people, folded as texts are. */
export function wordsOfTicket(engine: Engine, ticket: number): WordList {
  let kept = nameWords.get(engine);
  if (kept === undefined) {
    kept = new Map();
    nameWords.set(engine, kept);
  }
  let words = kept.get(ticket);
  if (words === undefined) {
    const people = engine.tickets[ticket]?.slice(3).map((name) => shortName(String(name)).short) ?? [];
    words = new WordList(people.map(foldText).join(" "));
    if (kept.size >= KEPT_NAMES) kept.clear();
    kept.set(ticket, words);
  }
  return words;
}

const regionWords = new WeakMap<Engine, Map<number, WordList>>();
/** What names of regions have in common. */
const REGION_KINDS =
  /\b(?:kabupaten|kota|provinsi|kab|prov|administrasi|daerah|khusus|istimewa|utara|selatan|timur|barat|tengah)\b/gi;

/** The words that tell a contest's region, folded as texts are. */
export function wordsOfRegion(engine: Engine, contest: number): WordList {
  let kept = regionWords.get(engine);
  if (kept === undefined) {
    kept = new Map();
    regionWords.set(engine, kept);
  }
  let words = kept.get(contest);
  if (words === undefined) {
    const name = (engine.contests[contest]?.[4] ?? "").replace(REGION_KINDS, " ");
    words = new WordList(foldText(name));
    if (kept.size >= KEPT_NAMES) kept.clear();
    kept.set(contest, words);
  }
  return words;
}

/** How a ticket is shown: "Airin Rachmi Diany – Ade Sumardi", without titles after a comma. */
export function ticketName(engine: Engine, ticket: number): string {
  return peopleOf(engine, ticket)[0]!;
}

/** How a candidate is shown; undefined where the ticket has no such place. */
export function personName(engine: Engine, ticket: number, place: number): string | undefined {
  return peopleOf(engine, ticket)[1 + place];
}

/** A candidate's name without the titles before and after it. */
export function plainName(name: string): string {
  const bare = name.replace(/\([^)]*\)/g, " ");
  const words = (bare.split(",")[0] ?? bare).split(/\s+/).filter((word) => word !== "");
  const from = words.findIndex((word) => !TITLE.test(word));
  const kept = words.slice(Math.max(0, from)).join(" ");
  return /\p{Ll}/u.test(kept)
    ? kept
    : kept.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (c) => c.toUpperCase());
}

const TITLE = /^(?:[A-Za-z]{2,4}\.(?:[A-Za-z]{1,4}\.?)*|H\.?|Hj|Hi|KH|Ir|Dr|Drs|Dra|Prof|Tgk|dr|drg)$/;

/** The days of an election's stages in which accounts of parties and office-holders count as campaign. */
export function isRunning(
  law: Law,
  contest: string | undefined,
  election: string | undefined,
  date: string,
): boolean {
  const running = new Set(law.phases.kinds.filter((kind) => kind.running).map((kind) => kind.id));
  return law.phases.elections.some(
    (one) =>
      (election === undefined ? contest === undefined && one.scope === "national" : one.id === election) &&
      one.stages.some(
        (stage) =>
          running.has(stage.phase) &&
          stage.from <= date &&
          date <= stage.until &&
          (stage.contests === undefined || (contest !== undefined && stage.contests.includes(contest))),
      ),
  );
}
