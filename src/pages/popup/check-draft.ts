import type { AssessContext } from "../../domain/assessment.ts";
import { localDay } from "../../domain/day.ts";
import { createAssessor, draftCheck } from "../../engine/detection/assess.ts";
import { loadCompiled } from "../../engine/ruleset/compile/load.ts";
import { stored } from "../../storage/items.ts";
import { isWithinOfficeHours } from "../../storage/office-hours.ts";
import { readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { reasonsOf } from "../../ui/reasons.ts";
import type { DraftResult } from "./model.ts";
import { type AssessDraft, neutralWording } from "./neutral-wording.ts";

/** Most pieces of evidence that are listed. */
const MAX_REASONS = 5;

/**
 * Checks a draft by the rules in force; nothing of it is kept. This module is loaded with the first draft: the popup
 * itself needs neither lexicon nor model.
 */
export async function checkDraft(text: string): Promise<DraftResult> {
  const [compiled, settings, profile] = await Promise.all([
    stored.rules.getValue(),
    stored.settings.getValue(),
    readProfile(),
  ]);
  const { region, sensitivity } = readStored(settingsFields, settings).value;
  const engine = loadCompiled(compiled);
  const now = new Date();
  const context: AssessContext = {
    date: localDay(now),
    minutes: now.getHours() * 60 + now.getMinutes(),
    atOffice: isWithinOfficeHours(profile.value.office, now),
    sensitivity,
    ...(region ? { region } : {}),
  };
  const assess = createAssessor(engine);
  const assessment = draftCheck(engine, text, context);
  if (assessment.level === "clear") return { level: "clear", marks: [], reasons: [], rules: [] };
  const evidenceInText = assessment.evidence.filter((e) => e.weight > 0 && e.end > e.start);
  const check: AssessDraft = (draft) => assess({ site: "unknown", kind: "composer", text: draft }, context);
  const neutral = neutralWording(text, assessment, check);
  return {
    level: assessment.level,
    marks: evidenceInText.map(({ start, end }) => [start, end] as const),
    reasons: reasonsOf(assessment, MAX_REASONS),
    // A rule that binds only the spouse of a candidate is not shown to everybody.
    rules: engine.law.rules
      .filter((rule) => assessment.rules.includes(rule.id) && rule.only === undefined)
      .map(({ id, number, title }) => ({ id, number, title })),
    ...(neutral === undefined ? {} : { neutral }),
  };
}
