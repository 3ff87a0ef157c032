import type { AssessContext, Assessment } from "../domain/assessment.ts";
import type { Action, SurfaceKind } from "../domain/vocabulary.ts";
import { createAssessor } from "../engine/detection/assess.ts";
import { loadCompiled } from "../engine/ruleset/compile/load.ts";
import { explain } from "../engine/ruleset/law/explain.ts";
import type { AccountKind } from "../engine/ruleset/schema/index.ts";
import type { LegalExplanation, Rules } from "../guard/decision/assessment-cache.ts";
import { isOfficeTime } from "../storage/office-hours-cache.ts";
import { type Settings, USUAL_STATUS } from "../storage/settings.ts";

/** Words of several kinds that detection looks at. */
const WARM_TEXT =
  "Ayo coblos nomor urut 2, calon bupati! Bukan kampanye, kata warga: harga cabai di pasar naik lagi. ";

/**
 * Code that never ran is slow, and a page that times its first press would learn of it: so some texts are assessed while
 * the page is idle.
 */
function warm(assess: (text: string) => void): void {
  globalThis.requestIdleCallback?.(() => {
    for (let times = 1; times <= 8; times++) assess(WARM_TEXT.repeat(times));
  });
}

/**
 * Creates the rules of a page from the stored compiled rules.
 * @throws if this version cannot read them.
 */
export function createRules(
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
    atOffice: isOfficeTime(),
    seenCampaign,
  });
  /** Explanations by assessment, valid while day and settings stay the same: every placement of a mark needs them. */
  let explanations = new WeakMap<Assessment, Map<string, LegalExplanation | null>>();
  let explainedFor: readonly [string, Settings] | null = null;
  const accountOf = (a: Assessment): AccountKind | undefined => {
    const ref = a.evidence.find((e) => e.kind === "account")?.ref;
    return ref === undefined ? ref : engine.accounts.all.find((account) => account.id === ref)?.kind;
  };
  function computeExplanation(
    action: Action,
    surface: SurfaceKind,
    assessment: Assessment,
  ): LegalExplanation | null {
    const explanation = explain(engine.law, {
      action,
      surface,
      status: settings().status ?? USUAL_STATUS,
      date: today(),
      contest: assessment.contest,
      spouse: settings().spouse,
      topics: assessment.topics,
      account: accountOf(assessment),
    });
    if (!explanation) return null;
    const { rule, strength, holds, note, bases, sanction, phase } = explanation;
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
  warm((text) => assess({ site: "x", kind: "post", text }, context()));
  return {
    assess: (surface) => assess(surface, context()),
    explain(action, surface, assessment): LegalExplanation | null {
      const now = [today(), settings()] as const;
      if (explainedFor?.[0] !== now[0] || explainedFor[1] !== now[1]) explanations = new WeakMap();
      explainedFor = now;
      const byAction = explanations.get(assessment) ?? new Map<string, LegalExplanation | null>();
      explanations.set(assessment, byAction);
      const key = `${action} ${surface}`;
      const cached = byAction.get(key);
      if (cached !== undefined) return cached;
      const computed = computeExplanation(action, surface, assessment);
      byAction.set(key, computed);
      return computed;
    },
  };
}
