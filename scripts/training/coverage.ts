import { SITE_IDS } from "../../src/domain/sites.ts";
import { TRAINING_ANSWERS, type TrainingCase } from "../../src/domain/training-schema.ts";
import { STATUSES } from "../../src/domain/vocabulary.ts";
import type { RuleBook } from "../../src/engine/ruleset/schema/index.ts";

/** What the bank as a whole must have. */
const AT_LEAST = { cases: 160, fine: 50, disputed: 25, scenes: 12, ofEach: 3 } as const;

/** Where a case stands on no network. */
const OFFLINE = "offline";

type Dimension = (one: TrainingCase) => string;
const DIMENSIONS = {
  rule: ({ rule }) => rule,
  phase: ({ phase }) => phase,
  network: ({ site }) => site ?? OFFLINE,
  status: ({ status, spouse }) => (spouse ? `${status}, spouse` : status),
} as const satisfies Record<string, Dimension>;

const tally = (values: readonly string[]): Map<string, number> => {
  const out = new Map<string, number>();
  for (const value of values) out.set(value, (out.get(value) ?? 0) + 1);
  return out;
};

/** What the bank lacks, of every rule, phase, network, status and answer. */
export function shortfalls(cases: readonly TrainingCase[], ruleset: RuleBook): string[] {
  const lacks: string[] = [];
  const need = (what: string, had: number, wanted: number): void => {
    if (had < wanted) lacks.push(`${what}: ${had} of at least ${wanted}`);
  };
  const having = (test: (one: TrainingCase) => boolean): number => cases.filter(test).length;
  need("cases", cases.length, AT_LEAST.cases);
  need(
    "answer fine",
    having(({ answer }) => answer === "fine"),
    AT_LEAST.fine,
  );
  need(
    "disputed",
    having(({ strength }) => strength === "disputed"),
    AT_LEAST.disputed,
  );
  need("kinds of scene", new Set(cases.map(({ scene }) => scene.kind)).size, AT_LEAST.scenes);
  for (const { id } of ruleset.rules) {
    need(
      `rule ${id}`,
      having(({ rule }) => rule === id),
      AT_LEAST.ofEach,
    );
    /* A rule whose answer is always the same would teach nothing but the rule's name. */
    need(
      `rule ${id}, fine`,
      having(({ rule, answer }) => rule === id && answer === "fine"),
      1,
    );
    need(
      `rule ${id}, not fine`,
      having(({ rule, answer }) => rule === id && answer !== "fine"),
      1,
    );
  }
  for (const { id } of ruleset.phases.kinds)
    need(
      `phase ${id}`,
      having(({ phase }) => phase === id),
      AT_LEAST.ofEach,
    );
  for (const id of SITE_IDS)
    need(
      `network ${id}`,
      having(({ site }) => site === id),
      AT_LEAST.ofEach,
    );
  for (const name of STATUSES)
    need(
      `status ${name}`,
      having(({ status }) => status === name),
      AT_LEAST.ofEach,
    );
  need(
    "spouses",
    having(({ spouse }) => spouse === true),
    AT_LEAST.ofEach,
  );
  return lacks;
}

/** A case's answer as the table shows it. */
const answerOf = ({ answer, strength }: TrainingCase): string =>
  strength === "disputed" ? `${answer}, disputed` : answer;
const ANSWERS = [...TRAINING_ANSWERS.flatMap((answer) => [answer, `${answer}, disputed`])];

function crossing(name: string, of: Dimension, cases: readonly TrainingCase[]): string[] {
  const answers = ANSWERS.filter((answer) => cases.some((one) => answerOf(one) === answer));
  const rows = [...tally(cases.map(of)).keys()].sort();
  const cell = (row: string, answer: string): number =>
    cases.filter((one) => of(one) === row && answerOf(one) === answer).length;
  return [
    `| ${name} | ${answers.join(" | ")} | all |`,
    `|${"---|".repeat(answers.length + 2)}`,
    ...rows.map((row) => {
      const cells = answers.map((answer) => cell(row, answer));
      return `| ${row} | ${cells.join(" | ")} | ${cells.reduce((sum, n) => sum + n, 0)} |`;
    }),
    "",
  ];
}

/** Answers by rule, phase, network and status, each alone; then all five together, empty cells left out. */
export function coverageTable(cases: readonly TrainingCase[]): string {
  const full = tally(
    cases.map((one) =>
      [...Object.values<Dimension>(DIMENSIONS).map((of) => of(one)), answerOf(one)].join(" | "),
    ),
  );
  return [
    ...Object.entries<Dimension>(DIMENSIONS).flatMap(([name, of]) => crossing(name, of, cases)),
    `| ${Object.keys(DIMENSIONS).join(" | ")} | answer | cases |`,
    `|${"---|".repeat(6)}`,
    ...[...full].sort(([one], [other]) => (one < other ? -1 : 1)).map(([row, n]) => `| ${row} | ${n} |`),
    "",
  ].join("\n");
}
