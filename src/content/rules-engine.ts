import type { AssessContext, Assessment } from "../domain/assessment.ts";
import type { Action, SurfaceKind } from "../domain/vocabulary.ts";
import { createAssessor } from "../engine/detection/assess.ts";
import { loadCompiled } from "../engine/ruleset/compile/load.ts";
import { explain } from "../engine/ruleset/law/explain.ts";
import type { AccountKind } from "../engine/ruleset/schema/index.ts";
import type { LegalExplanation, Rules } from "../guard/decision/assessment-cache.ts";
import { atOfficeNow } from "../storage/office-hours-cache.ts";
import { type Settings, USUAL_STATUS } from "../storage/settings.ts";

/**
 * The loaded rules as the guard asks them.
 * @throws where the stored compiled rules are not what this version makes.
 */
export function makeRules(
  compiled: unknown,
  settings: () => Settings,
  today: () => string,
  seenCampaign?: (account: string) => boolean,
): Rules {
  const engine = loadCompiled(compiled);
  const assess = createAssessor(engine);
  const context = (): AssessContext => ({
    date: today(),
    sensitivity: settings().sensitivity,
    region: settings().region ?? undefined,
    atOffice: atOfficeNow(),
    seenCampaign,
  });
  /** What was explained of an assessment, as long as neither day nor settings change: marks ask at every turn. */
  let told = new WeakMap<Assessment, Map<string, LegalExplanation | null>>();
  let toldBy: readonly [string, Settings] | null = null;
  const accountOf = (a: Assessment): AccountKind | undefined => {
    const ref = a.evidence.find((e) => e.kind === "account")?.ref;
    return ref === undefined ? ref : engine.accounts.all.find((account) => account.id === ref)?.kind;
  };
  function explainAnew(
    action: Action,
    surface: SurfaceKind,
    assessment: Assessment,
  ): LegalExplanation | null {
    const found = explain(engine.law, {
      action,
      surface,
      status: settings().status ?? USUAL_STATUS,
      date: today(),
      contest: assessment.contest,
      spouse: settings().spouse,
      topics: assessment.topics,
      account: accountOf(assessment),
    });
    if (!found) return null;
    const { rule, strength, holds, note, bases, sanction, phase } = found;
    return {
      rule: { id: rule.id, number: rule.number, title: rule.title },
      strength,
      holds,
      note,
      bases: bases.map((b) => ({
        instrument: b.instrument.title,
        article: b.article,
        text: b.text,
        since: b.since,
        source: b.source,
      })),
      sanction,
      phase: phase.name,
    };
  }
  return {
    assess: (surface) => assess(surface, context()),
    explain(action, surface, assessment): LegalExplanation | null {
      const by = [today(), settings()] as const;
      if (toldBy?.[0] !== by[0] || toldBy[1] !== by[1]) told = new WeakMap();
      toldBy = by;
      const of = told.get(assessment) ?? new Map<string, LegalExplanation | null>();
      told.set(assessment, of);
      const key = `${action} ${surface}`;
      const known = of.get(key);
      if (known !== undefined) return known;
      const fresh = explainAnew(action, surface, assessment);
      of.set(key, fresh);
      return fresh;
    },
  };
}
