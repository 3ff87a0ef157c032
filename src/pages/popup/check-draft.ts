import type { AssessContext } from "../../domain/assessment.ts";
import { localDay } from "../../domain/day.ts";
import { createAssessor, draftCheck } from "../../engine/detection/assess.ts";
import { loadCompiled } from "../../engine/ruleset/compile/load.ts";
import { stored } from "../../storage/items.ts";
import { atOffice } from "../../storage/office-hours.ts";
import { readOwn } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { reasonsOf } from "../../ui/reasons.ts";
import type { DraftResult } from "./model.ts";
import { type AssessDraft, neutralWording } from "./neutral-wording.ts";

/** Recognised signs that are named. */
const MAX_REASONS = 5;

/* Loaded with the first draft only: the popup itself needs neither words nor model. */

/** What the rules in force say of a draft. Nothing of it is kept. */
export async function checkDraft(text: string): Promise<DraftResult> {
  const [compiled, settings, own] = await Promise.all([
    stored.rules.getValue(),
    stored.settings.getValue(),
    readOwn(),
  ]);
  const { region, sensitivity } = readStored(settingsFields, settings).value;
  const engine = loadCompiled(compiled);
  const now = new Date();
  const context: AssessContext = {
    date: localDay(now),
    minutes: now.getHours() * 60 + now.getMinutes(),
    atOffice: atOffice(own.value.office, now),
    sensitivity,
    ...(region ? { region } : {}),
  };
  const assess = createAssessor(engine);
  const found = draftCheck(engine, text, context);
  if (found.level === "clear") return { level: "clear", marks: [], reasons: [], rules: [] };
  const inText = found.evidence.filter((e) => e.weight > 0 && e.end > e.start);
  const check: AssessDraft = (words) => assess({ site: "unknown", kind: "composer", text: words }, context);
  const neutral = neutralWording(text, found, check);
  return {
    level: found.level,
    marks: inText.map(({ start, end }) => [start, end] as const),
    reasons: reasonsOf(found, MAX_REASONS),
    // What binds a candidate's spouse alone is not shown to everybody.
    rules: engine.law.rules
      .filter((rule) => found.rules.includes(rule.id) && rule.only === undefined)
      .map(({ id, number, title }) => ({ id, number, title })),
    ...(neutral === undefined ? {} : { neutral }),
  };
}
