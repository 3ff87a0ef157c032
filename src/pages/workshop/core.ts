import { localDay } from "../../domain/day.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { besideKey, besideLastIssue, readIssue } from "../../engine/ruleset/agency/issue.ts";
import {
  type AnyValidationError,
  countOf,
  judge,
  type PlacedRisk,
} from "../../engine/ruleset/agency/judge.ts";
import { knownOf } from "../../engine/ruleset/agency/known.ts";
import {
  formatSheetError,
  type SheetError,
  sheetPlaceInWords,
} from "../../engine/ruleset/agency/sheet-errors.ts";
import { writeTemplate } from "../../engine/ruleset/agency/template.ts";
import type { Layer, Ruleset } from "../../engine/ruleset/schema/index.ts";
import { formatError } from "../../engine/ruleset/validate/errors.ts";
import { placeInWords } from "../../engine/ruleset/validate/place.ts";
import { say } from "../../engine/ruleset/validate/sentences.ts";
import type { ModelData } from "../../engine/text/model.ts";
import { makeTrier, sampleTrials, type Trial, type TrialResult } from "../../engine/trial.ts";
import { t } from "../../i18n/workshop.ts";
import { SENTENCES } from "../settings/sentences.ts";
import { sheetSentences } from "../shared/sheet-sentences.ts";
import type { CheckedFile } from "./model.ts";

/* Loaded with the first file: readers of workbooks, the engine and the bundled rules are larger than the page. */

const packaged = (path: string) => fetch(browser.runtime.getURL(path as never));
let bundle: Promise<Ruleset> | undefined;
let model: Promise<ModelData> | undefined;
const bundled = (): Promise<Ruleset> =>
  (bundle ??= packaged("/rulesets/bundled.json").then((response) => response.json()));
const textModel = (): Promise<ModelData> =>
  (model ??= packaged("/model/text-model.json").then((response) => response.json()));

const EXAMPLE = import.meta.glob<string>("../../../assets/rulesets/example-pilkada/*.csv", {
  query: "?raw",
  import: "default",
});

/** A workbook to fill in, with the example of a whole Pilkada. */
export async function template(language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = await Promise.all(
    Object.entries(EXAMPLE).map(async ([path, load]) => [path.split("/").at(-1)!, await load()] as const),
  );
  const bytes = await writeTemplate(
    Object.fromEntries(sheets),
    knownOf(await bundled()),
    sheetSentences(language),
  );
  return new Uint8Array(bytes);
}

/** What a file came to, before it is put into words. */
export interface ReadFile {
  name: string;
  layer?: Layer;
  faults: readonly AnyValidationError[];
  warnings: readonly SheetError[];
  risks: readonly PlacedRisk[];
}

/** Reads and checks a file as the command `check` does. A layer comes with it only where nothing is wrong. */
export async function readFile(file: File): Promise<ReadFile> {
  const base = await bundled();
  const issue = await readIssue(file.name, new Uint8Array(await file.arrayBuffer()), base);
  const { name } = file;
  if (!issue.ok) return { name, faults: issue.errors, warnings: issue.warnings, risks: [] };
  if ("ruleset" in issue) {
    const whole: SheetError = { sheet: name, code: "other", values: [], mend: { how: "delete-file" } };
    return { name, faults: [whole], warnings: [], risks: [] };
  }
  const { layer, places, warnings } = issue;
  const { faults, risks } = judge(layer, places, base, localDay(new Date()));
  return { name, faults, warnings, risks, ...(faults.length === 0 ? { layer } : {}) };
}

/** A read file in the words of the page. @param last the last issue; @param keyPublisher whom the key was made for */
export function inWords(
  { name, layer, faults, warnings, risks }: ReadFile,
  language: Language,
  { last, keyPublisher }: { last?: Layer | undefined; keyPublisher?: string | undefined },
): CheckedFile {
  const beside = layer
    ? [...(last ? besideLastIssue(layer, last) : []), ...besideKey(layer, keyPublisher ?? "")]
    : [];
  return {
    name,
    faults: faults.map((fault) => errorInWords(fault, language)),
    warnings: [
      ...[...warnings, ...beside].map((fault) => errorInWords(fault, language)),
      ...risks.map((risk) => riskInWords(risk, language)),
    ],
    ...(layer ? { summary: summaryOf(layer) } : {}),
  };
}

function summaryOf(layer: Layer): NonNullable<CheckedFile["summary"]> {
  const { title, publisher, version, validFrom, validUntil } = layer.meta;
  return { title, publisher, version, validFrom, validUntil, ...countOf(layer) };
}

/** A fault as the tool says it. */
export function errorInWords(fault: AnyValidationError, language: Language): string {
  if ("sheet" in fault) return formatSheetError(fault, sheetSentences(language));
  const place = placeInWords(fault.path, SENTENCES[language]);
  const words = formatError(fault, SENTENCES[language]);
  return place === "" ? words : `${place}: ${words}`;
}

function riskInWords({ risk, place, ticket }: PlacedRisk, language: Language): string {
  const words = say(`risk.${risk.kind}`, [risk.alias, risk.other ?? ""], SENTENCES[language]);
  const where = place
    ? sheetPlaceInWords(place, sheetSentences(language))
    : ticket
      ? t("workshop.ticket", ticket)
      : placeInWords(risk.path, SENTENCES[language]);
  return `${where}: ${words}`;
}

/** Compiles the rules without and with this layer. @returns what tries a sentence */
export const trierOf = async (layer: Layer): Promise<(trial: Trial) => TrialResult> =>
  makeTrier(layer, await bundled(), { model: await textModel() });

export { busiestDay } from "../../engine/trial.ts";
export { sampleTrials };
