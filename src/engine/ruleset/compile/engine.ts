import type { Topic } from "../../../domain/vocabulary.ts";
import type { Trees } from "../../text/decision-trees.ts";
import type { Matcher } from "../../text/matcher.ts";
import type { TextModel } from "../../text/model.ts";
import { foldText } from "../../text/normalise.ts";
import { WordList } from "../../text/word-list.ts";
import type { TermRole } from "../schema/index.ts";
import type { AccountTable } from "./accounts.ts";
import type { ContextWordRole } from "./context-words.ts";
import type { CompiledRuleset, ContestRow, Law, TicketRow } from "./format.ts";

/** A lexicon term as detection reads it. */
export interface LoadedTerm {
  text: string;
  role: TermRole;
  weight: number;
  topic: Topic | "";
  /** See `src/engine/ruleset/compile/term-flags.ts`. */
  flags: number;
  /** Value of a number word, otherwise 0. */
  number: number;
  /** True for a phrase before a number that is itself a call ("coblos nomor", "pilih paslon"). */
  calls: boolean;
}

/** A compiled ruleset ready for look-ups. `loadCompiled` creates it in a few milliseconds. */
export interface Engine {
  readonly law: Law;
  readonly matcher: Matcher;
  readonly model: TextModel | undefined;
  /** Decision trees that combine the model's score with the evidence of a text. */
  readonly trees: Trees | undefined;
  readonly tickets: readonly TicketRow[];
  readonly contests: readonly ContestRow[];
  readonly parties: CompiledRuleset["parties"];
  readonly terms: readonly LoadedTerm[];
  readonly accounts: AccountTable;
  readonly lists: Readonly<Record<ContextWordRole, WordList>>;
}

/**
 * Memoises a function of an engine and a key, with at most `limit` keys per engine: the functions are slow, and the
 * same few tickets, contests and days recur.
 */
export function memoise<K, T>(
  limit: number,
  make: (engine: Engine, key: K) => T,
): (engine: Engine, key: K) => T {
  const caches = new WeakMap<Engine, Map<K, T>>();
  return (engine, key) => {
    let cached = caches.get(engine);
    if (cached === undefined) {
      cached = new Map();
      caches.set(engine, cached);
    }
    let value = cached.get(key);
    if (value === undefined) {
      value = make(engine, key);
      if (cached.size >= limit) cached.clear();
      cached.set(key, value);
    }
    return value;
  };
}

/** Maximum number of tickets with cached names. */
const MAX_CACHED_NAMES = 2_000;

/** Display names of a ticket and of its candidates, without titles. */
const displayNames = memoise(MAX_CACHED_NAMES, (engine, ticket: number): readonly string[] => {
  const people = engine.tickets[ticket]?.slice(3).map((name) => plainName(String(name))) ?? [];
  return [people.join(" – "), ...people];
});

/** All words of the candidates' names, folded like texts. */
export const wordsOfTicket = memoise(MAX_CACHED_NAMES, (engine, ticket: number): WordList => {
  const people = engine.tickets[ticket]?.slice(3).map((name) => foldText(plainName(String(name)))) ?? [];
  return new WordList(people.join(" "));
});

/** Words that names of regions share. */
const REGION_KINDS =
  /\b(?:kabupaten|kota|provinsi|kab|prov|administrasi|daerah|khusus|istimewa|utara|selatan|timur|barat|tengah)\b/gi;

/** The distinctive words of a contest's region, folded like texts. */
export const wordsOfRegion = memoise(
  MAX_CACHED_NAMES,
  (engine, contest: number): WordList =>
    new WordList(foldText((engine.contests[contest]?.[4] ?? "").replace(REGION_KINDS, " "))),
);

/** Display name of a ticket: "Airin Rachmi Diany – Ade Sumardi", without titles after a comma. */
export function ticketName(engine: Engine, ticket: number): string {
  return displayNames(engine, ticket)[0]!;
}

/** Display name of a candidate; undefined if the ticket has no such place. */
export function personName(engine: Engine, ticket: number, place: number): string | undefined {
  return displayNames(engine, ticket)[1 + place];
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

/** True on days of an election's stages, when accounts of parties and office-holders count as campaign. */
export function isStageRunning(
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
