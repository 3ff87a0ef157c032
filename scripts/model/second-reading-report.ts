import { type Agreement, agreement, type Reading, type WrittenItem } from "./second-reading.ts";

const LEVELS = ["warn", "notice", "clear"];

const say = (value: number): string => value.toFixed(2).replace(/^0/, "");
const line = (name: string, { n, agreed, kappa }: Agreement): string =>
  `| ${name} | ${n} | ${say(agreed)} | ${say(kappa)} |`;
const HEAD = ["| | items | agreed | kappa |", "|---|---|---|---|"];

const levels = ({ was, level }: Reading): readonly [string, string] => [was, level];
const isWarn = (level: string): string => (level === "warn" ? "warn" : "rest");
const warns = ({ was, level }: Reading): readonly [string, string] => [isWarn(was), isWarn(level)];

function confusion(rows: readonly Reading[]): string[] {
  const cell = (own: string, other: string): number =>
    rows.filter(({ was, level }) => was === own && level === other).length;
  return [
    `| corpus \\ second reader | ${LEVELS.join(" | ")} |`,
    "|---|---|---|---|",
    ...LEVELS.map((own) => `| ${own} | ${LEVELS.map((other) => cell(own, other)).join(" | ")} |`),
  ];
}

function roundOf(rows: readonly Reading[], round: number): string[] {
  const fresh = rows.filter(({ seen }) => !seen);
  return [
    `## Round ${round}`,
    "",
    ...HEAD,
    line("three levels", agreement(rows.map(levels))),
    line("warn or not", agreement(rows.map(warns))),
    ...(fresh.length < rows.length
      ? [line("three levels, never met with a label", agreement(fresh.map(levels)))]
      : []),
    "",
    ...confusion(rows),
    "",
  ];
}

/** Without kappa, which says nothing about groups with nearly one level only. */
function groups(name: string, rows: readonly Reading[], of: (answer: Reading) => string): string[] {
  return [...new Set(rows.map(of))].sort().map((value) => {
    const { n, agreed } = agreement(rows.filter((row) => of(row) === value).map(levels));
    return `| ${name} ${value} | ${n} | ${say(agreed)} |`;
  });
}

/**
 * Agreement of a second reader with the levels that the corpus had at that time: each round, then by form, kind,
 * language, phase and the writer's certainty about the language. Last, how many of these items have another level
 * today.
 */
export function agreementReport(items: readonly WrittenItem[], answers: readonly Reading[]): string {
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemOf = ({ id }: Reading): WrittenItem => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`${id}: no such item`);
    return item;
  };
  const changed = answers.filter((answer) => itemOf(answer).level !== answer.was).length;
  const sure = (answer: Reading): boolean => itemOf(answer).sure !== false;
  const rounds = [...new Set(answers.map(({ round }) => round))].sort((a, b) => a - b);
  const out = [
    ...rounds.flatMap((round) =>
      roundOf(
        answers.filter((answer) => answer.round === round),
        round,
      ),
    ),
    "## All rounds, three levels",
    "",
    ...HEAD,
    line("writer sure of the language", agreement(answers.filter(sure).map(levels))),
    line("writer not sure", agreement(answers.filter((answer) => !sure(answer)).map(levels))),
    "",
    "| | items | agreed |",
    "|---|---|---|",
    ...groups("form", answers, ({ form }) => form ?? "none"),
    ...groups("kind", answers, (answer) => itemOf(answer).kind),
    ...groups("language", answers, (answer) => itemOf(answer).lang),
    ...groups("phase", answers, (answer) => itemOf(answer).phase),
    "",
    `${changed} of ${answers.length} have another level today: corrections after a round.`,
  ];
  return `${out.join("\n")}\n`;
}
