import type { Assessment, EvidenceKind, Surface } from "../../domain/assessment.ts";
import type { WarningSubject } from "../../domain/outcome.ts";
import type { Action, SiteId } from "../../domain/vocabulary.ts";
import type { PriorAnswers, Warning } from "../../domain/warning.ts";
import type { LegalExplanation, Rules } from "./assessment-cache.ts";
import { contentKey } from "./assessment-cache.ts";

/** What the guard knows of the user's choices, all readable without waiting. */
export interface UserAnswers {
  /** Is nothing held at this moment? */
  paused(): boolean | "timed" | "site" | null;
  /** "Bukan kampanye" was answered for this account or post before; undefined: `learn` must look it up first. */
  isSilenced(key: string): boolean | undefined;
  lookUp(keys: readonly string[]): Promise<void>;
  canRecord(): boolean;
  /** What was answered today for this account or post; undefined: `learn` must look it up first. */
  priorAnswers?(who: string): PriorAnswers | undefined;
  /** The user mostly goes on against warnings that rest on this kind of evidence: it only notes. */
  isMuted?(kind: EvidenceKind): boolean;
}

/** A decision about one intent. */
export type Decision =
  | { kind: "pass"; why: "clear" | "paused" | "silenced" | "no-rule" }
  | { kind: "notice"; assessment: Assessment }
  /** Whether it was silenced has to be looked up; `keys` are for `Choices.learn`. */
  | { kind: "unsure"; keys: string[] }
  | HeldAction;

/** An action that is held and asked about. */
export interface HeldAction {
  kind: "hold";
  warning: Warning;
  /** What it is remembered by. */
  about: WarningSubject;
}

/** The keys that "Bukan kampanye" would silence: the account where one is known, else the very post. */
export function silenceKeys(surface: Surface, assessment: Assessment): string[] {
  const post = `post:${contentKey(surface)}`;
  return assessment.account ? [`account:${assessment.account}`, post] : [post];
}

/** The kind of reason that the dialog's headline names, where it may fall silent: never for accounts the ruleset lists. */
function mutableKindOf({ listed, evidence }: Assessment): EvidenceKind | null {
  if (listed || evidence.some((e) => e.kind === "account" && e.weight > 0)) return null;
  return (evidence.find((e) => e.weight > 0) ?? evidence[0])?.kind ?? null;
}

/** Is a warning by this rule no more than a notice by now: gone on against today, or of a kind that fell silent? */
export function isSoftened(assessment: Assessment, who: string, rule: string, choices: UserAnswers): boolean {
  if (choices.priorAnswers?.(who)?.continued.includes(rule)) return true;
  const kind = mutableKindOf(assessment);
  return kind !== null && !!choices.isMuted?.(kind);
}

interface FlaggedSurface {
  surface: Surface;
  assessment: Assessment;
  keys: string[];
}

/**
 * Decides synchronously what happens with an action.
 * @param surfaces what it acts on, then the user's own draft; the strongest assessment that holds decides.
 */
export function decide(
  question: { site: SiteId; action: Action; surfaces: readonly Surface[] },
  rules: Rules,
  choices: UserAnswers,
  newId: () => string,
): Decision {
  if (choices.paused()) return { kind: "pass", why: "paused" };
  const found: FlaggedSurface[] = [];
  for (const surface of question.surfaces) {
    const assessment = rules.assess(surface);
    if (assessment.level !== "clear")
      found.push({ surface, assessment, keys: silenceKeys(surface, assessment) });
  }
  if (found.length === 0) return { kind: "pass", why: "clear" };
  const keys = found.flatMap((f) => f.keys);
  const unknown = (key: string) =>
    choices.isSilenced(key) === undefined ||
    (choices.priorAnswers && choices.priorAnswers(key) === undefined);
  if (keys.some(unknown)) return { kind: "unsure", keys };
  const unsilenced = found.filter((f) => !f.keys.some(choices.isSilenced));
  if (unsilenced.length === 0) return { kind: "pass", why: "silenced" };
  const rank = (a: Assessment) => (a.level === "warn" ? 2 : 0) + a.score;
  unsilenced.sort((a, b) => rank(b.assessment) - rank(a.assessment));
  let noticed: Assessment | null = null;
  for (const { surface, assessment, keys } of unsilenced) {
    const law = rules.explain(question.action, surface.kind, assessment);
    if (!law) continue;
    const who = keys[0]!;
    if (assessment.level === "warn" && law.holds && !isSoftened(assessment, who, law.rule.id, choices))
      return makeHeldAction(question, surface, assessment, law, who, choices, newId());
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
  choices: UserAnswers,
  hold: string,
): HeldAction {
  const warning: Warning = {
    hold,
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
    canRecord: choices.canRecord(),
    brief: choices.priorAnswers?.(subject)?.cancelled || undefined,
  };
  return { kind: "hold", warning, about: { subject, kind: mutableKindOf(assessment) } };
}
