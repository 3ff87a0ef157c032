import type { Assessment, EvidenceKind, Surface } from "../../domain/assessment.ts";
import type { WarningSubject } from "../../domain/outcome.ts";
import type { Action, SiteId } from "../../domain/vocabulary.ts";
import type { PriorAnswers, Warning } from "../../domain/warning.ts";
import type { LegalExplanation, Rules } from "./assessment-cache.ts";
import { contentKey } from "./assessment-cache.ts";

/** The user's pauses and earlier answers, all readable without waiting. */
export interface UserAnswers {
  /** True or the kind of pause while nothing is held. */
  paused(): boolean | "timed" | "site" | null;
  /** True after the answer "Bukan kampanye" for this account or post; undefined: `lookUp` must run first. */
  isSilenced(key: string): boolean | undefined;
  lookUp(keys: readonly string[]): Promise<void>;
  canRecord(): boolean;
  /** Today's earlier answers for this account or post; undefined: `lookUp` must run first. */
  answers?(subject: string): PriorAnswers | undefined;
  /** True when the user mostly continues against warnings that rest on this kind of evidence: it then only notes. */
  isMuted?(kind: EvidenceKind): boolean;
}

/** A decision about one intent. */
export type Decision =
  | { kind: "pass"; why: "clear" | "paused" | "silenced" | "no-rule" }
  | { kind: "notice"; assessment: Assessment }
  /** Earlier answers must be looked up first; `keys` go to `UserAnswers.lookUp`. */
  | { kind: "unsure"; keys: string[] }
  | HeldAction;

/** An action that is held and asked about. */
export interface HeldAction {
  kind: "hold";
  warning: Warning;
  /** The subject under which the answer is stored. */
  about: WarningSubject;
}

/** The keys that "Bukan kampanye" silences: first the account, if there is one, then the post itself. */
export function silenceKeys(surface: Surface, assessment: Assessment): string[] {
  const post = `post:${contentKey(surface)}`;
  return assessment.account ? [`account:${assessment.account}`, post] : [post];
}

/** The kind of evidence in the dialog's headline, if answers may mute it: never for accounts that the ruleset lists. */
function mutableKindOf({ listed, evidence }: Assessment): EvidenceKind | null {
  if (listed || evidence.some((e) => e.kind === "account" && e.weight > 0)) return null;
  return (evidence.find((e) => e.weight > 0) ?? evidence[0])?.kind ?? null;
}

/** True when a warning by this rule has become a notice: the user continued against it today, or its kind is muted. */
export function isSoftened(
  assessment: Assessment,
  subject: string,
  rule: string,
  answers: UserAnswers,
): boolean {
  if (answers.answers?.(subject)?.continued.includes(rule)) return true;
  const kind = mutableKindOf(assessment);
  return kind !== null && !!answers.isMuted?.(kind);
}

/** The same answers where what is not looked up counts as not given. */
export const withoutLookUp = (answers: UserAnswers): UserAnswers => ({
  ...answers,
  isSilenced: (key) => answers.isSilenced(key) ?? false,
  answers: (subject) => answers.answers?.(subject) ?? { cancelled: false, continued: [] },
});

interface FlaggedSurface {
  surface: Surface;
  assessment: Assessment;
  keys: string[];
}

/**
 * Decides synchronously what happens with an action.
 * @param request its `surfaces` are what the action acts on, then the user's own draft; the strongest assessment that
 *   holds decides.
 */
export function decide(
  request: { site: SiteId; action: Action; surfaces: readonly Surface[] },
  rules: Rules,
  answers: UserAnswers,
  newId: () => string,
): Decision {
  if (answers.paused()) return { kind: "pass", why: "paused" };
  const flagged: FlaggedSurface[] = [];
  for (const surface of request.surfaces) {
    const assessment = rules.assess(surface, true);
    if (assessment.level !== "clear")
      flagged.push({ surface, assessment, keys: silenceKeys(surface, assessment) });
  }
  if (flagged.length === 0) return { kind: "pass", why: "clear" };
  const keys = flagged.flatMap((f) => f.keys);
  const needsLookup = (key: string) =>
    answers.isSilenced(key) === undefined || (answers.answers && answers.answers(key) === undefined);
  if (keys.some(needsLookup)) return { kind: "unsure", keys };
  const unsilenced = flagged.filter((f) => !f.keys.some(answers.isSilenced));
  if (unsilenced.length === 0) return { kind: "pass", why: "silenced" };
  const rank = (a: Assessment) => (a.level === "warn" ? 2 : 0) + a.score;
  unsilenced.sort((a, b) => rank(b.assessment) - rank(a.assessment));
  let noticed: Assessment | null = null;
  for (const { surface, assessment, keys } of unsilenced) {
    const law = rules.explain(request.action, surface.kind, assessment);
    if (!law) continue;
    const subject = keys[0]!;
    if (assessment.level === "warn" && law.holds && !isSoftened(assessment, subject, law.rule.id, answers))
      return makeHeldAction(request, surface, assessment, law, subject, answers, newId());
    noticed ??= assessment;
  }
  return noticed ? { kind: "notice", assessment: noticed } : { kind: "pass", why: "no-rule" };
}

function makeHeldAction(
  { site, action }: { site: SiteId; action: Action },
  surface: Surface,
  assessment: Assessment,
  law: LegalExplanation,
  subject: string,
  answers: UserAnswers,
  holdId: string,
): HeldAction {
  const warning: Warning = {
    holdId,
    site,
    action,
    rule: law.rule,
    strength: law.strength,
    note: law.note,
    evidence: assessment.evidence,
    situation: assessment.situation,
    excerpt: surface.text,
    bases: law.bases,
    sanction: law.sanction,
    phase: law.phase,
    subject: surface.author?.name || surface.author?.handle || undefined,
    canRecord: answers.canRecord(),
    brief: answers.answers?.(subject)?.cancelled || undefined,
  };
  return { kind: "hold", warning, about: { subject, kind: mutableKindOf(assessment) } };
}
