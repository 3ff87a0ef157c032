import { createAssessor, draftCheck } from "../../detect/assess.ts";
import type { AssessContext } from "../../detect/types.ts";
import { loadCompiled } from "../../ruleset/compiled/load.ts";
import { localDay } from "../../state/day.ts";
import { atOffice } from "../../state/office-hours.ts";
import { readOwn } from "../../state/own-store.ts";
import { readStored, settingsFields } from "../../state/settings.ts";
import { stored } from "../../state/store.ts";
import { reasonsOf } from "../reasons.ts";
import type { DraftAnswer } from "./model.ts";
import { type Check, neutralWording } from "./neutral.ts";

/** Recognised signs that are named. */
const REASONS = 5;

/* Loaded with the first draft only: the popup itself needs neither words nor model. */

/** What the rules in force say of a draft. Nothing of it is kept. */
export async function checkDraft(text: string): Promise<DraftAnswer> {
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
  const check: Check = (words) => assess({ site: "unknown", kind: "composer", text: words }, context);
  const neutral = neutralWording(text, found, check);
  return {
    level: found.level,
    marks: inText.map(({ start, end }) => [start, end] as const),
    reasons: reasonsOf(found, REASONS),
    // What binds a candidate's spouse alone is not shown to everybody.
    rules: engine.law.rules
      .filter((rule) => found.rules.includes(rule.id) && rule.only === undefined)
      .map(({ id, number, title }) => ({ id, number, title })),
    ...(neutral === undefined ? {} : { neutral }),
  };
}
