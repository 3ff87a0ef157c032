import { readFileSync } from "node:fs";
import { createAssessor } from "../../src/engine/detection/assess.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import { shortName } from "../../src/engine/ruleset/compile/short-names.ts";
import type { CorpusItem } from "./corpus.ts";
import { fill, type Slotted, slotted } from "./name-slots.ts";

/** Number of compared tickets, spread evenly over the roster. */
const TICKETS = 100;

/** Pairs of own sentences, campaign and news about the same; `{x}` is the name. */
const PAIRED = new URL("../../tests/corpus/paired/neutrality.txt", import.meta.url);

interface NeutralityRow {
  name: string;
  /** A ticket by both short names, one of its two people by the short name alone, or a party. */
  kind: "ticket" | "person" | "party";
  recall: number;
  falseAlarms: number;
  warnRecall: number;
}

interface Neutrality {
  sentences: number;
  campaign: number;
  rows: NeutralityRow[];
}

interface Sentence {
  text: Slotted;
  campaign: boolean;
}

function pairedSentences(): Sentence[] {
  return readFileSync(PAIRED, "utf8")
    .split("\n")
    .filter((line) => /^[+=] /.test(line))
    .map((line) => {
      const pieces = line.slice(2).split("{x}");
      return {
        text: { pieces, slots: pieces.slice(1).map(() => "pair" as const) },
        campaign: line[0] === "+",
      };
    });
}

/**
 * The same sentences with every party's and 100 tickets' official short names in turn: detection must not depend on the
 * name.
 */
function neutrality(
  engine: Engine,
  items: readonly CorpusItem[],
  own: Readonly<Record<string, Engine>>,
): Neutrality {
  const sentences = pairedSentences();
  for (const item of items) {
    if (item.label === "ordinary" || item.trick !== "plain") continue;
    const text = slotted(
      own[item.contest] ?? engine,
      item.surface.text || (item.surface.imageAlt?.[0] ?? ""),
    );
    if (text !== undefined) sentences.push({ text, campaign: item.label === "campaign" });
  }
  const assess = createAssessor(engine);
  const measure = (
    name: string,
    kind: NeutralityRow["kind"],
    named: (slot: Slotted["slots"][number]) => string,
  ): NeutralityRow => {
    let hits = 0;
    let warns = 0;
    let alarms = 0;
    let campaign = 0;
    for (const { text, campaign: is } of sentences) {
      const { level } = assess(
        { site: "facebook", kind: "post", text: fill(text, named) },
        { date: "2026-11-21" },
      );
      if (is) {
        campaign++;
        if (level !== "clear") hits++;
        if (level === "warn") warns++;
      } else if (level !== "clear") alarms++;
    }
    const others = sentences.length - campaign;
    return {
      name,
      kind,
      recall: hits / campaign,
      falseAlarms: alarms / others,
      warnRecall: warns / campaign,
    };
  };
  const rows = engine.parties.map((party) => {
    const name = /^partai/i.test(party.short) ? party.short : `Partai ${party.short}`;
    return measure(party.short, "party", () => name);
  });
  const step = Math.max(1, Math.floor(engine.tickets.length / TICKETS));
  for (let at = 0, made = 0; at < engine.tickets.length && made < TICKETS; at += step, made++) {
    const people = engine.tickets[at]!.slice(3).map((name) => shortName(String(name)).short);
    const name = people.join("-");
    rows.push(measure(name, "ticket", () => name));
    for (const person of people) rows.push(measure(person, "person", () => person));
  }
  return { sentences: sentences.length, campaign: sentences.filter((one) => one.campaign).length, rows };
}

/** Largest difference between two rows of one kind, in points; without so many at either end. */
function spread(
  rows: readonly NeutralityRow[],
  of: "recall" | "falseAlarms" | "warnRecall",
  without = 0,
): number {
  const values = rows.map((row) => row[of]).sort((a, b) => a - b);
  return (values[values.length - 1 - without]! - values[without]!) * 100;
}

/** Number of tickets at either end without which the spread is shown, too: names like "Anda" or "Arman" are words. */
const ENDS = 2;

/** The chapter of docs/accuracy.md. */
export function neutralityChapter(
  engine: Engine,
  items: readonly CorpusItem[],
  own: Readonly<Record<string, Engine>>,
): string[] {
  const table = neutrality(engine, items, own);
  const of = (kind: NeutralityRow["kind"]): NeutralityRow[] => table.rows.filter((one) => one.kind === kind);
  const parties = of("party");
  const tickets = of("ticket");
  const percent = (share: number): string => (share * 100).toFixed(1);
  return [
    "## Neutrality",
    "",
    `${table.sentences} sentences (${table.campaign} campaign, ${table.sentences - table.campaign} neutral) with the names of ${parties.length} parties and ${tickets.length} tickets in turn.`,
    "Largest difference between any two, in points:",
    "",
    "| | notice recall | notice false alarms | dialog recall |",
    "|---|---|---|---|",
    ...[
      ["parties", parties, 0] as const,
      ["tickets", tickets, 0] as const,
      [`tickets, without ${ENDS} at either end`, tickets, ENDS] as const,
      ["one person of a ticket, alone", of("person"), 0] as const,
    ].map(
      ([name, rows, without]) =>
        `| ${name} | ${spread(rows, "recall", without).toFixed(1)} | ${spread(rows, "falseAlarms", without).toFixed(1)} | ${spread(rows, "warnRecall", without).toFixed(1)} |`,
    ),
    "",
    "A person whose only name others bear as well (“Taufik”, “Joni”) is known beside the other of the pair or a political",
    "word only: else everybody of that name would be noticed. That is the whole difference in the last row.",
    "",
    "| name | notice recall % | false alarms % | dialog recall % |",
    "|---|---|---|---|",
    ...table.rows
      .filter((one) => one.kind !== "person")
      .map(
        (one) =>
          `| ${one.name} | ${percent(one.recall)} | ${percent(one.falseAlarms)} | ${percent(one.warnRecall)} |`,
      ),
    "",
  ];
}
