import type { Assessment, Surface } from "../detect/types.ts";
import type { Action, SiteId } from "../words.ts";
import type { Rules } from "./rules.ts";
import { contentKey } from "./rules.ts";
import type { Warning } from "./types.ts";

/** What the guard knows of the user's choices, all readable without waiting. */
export interface Choices {
  paused(): boolean;
  /** "Bukan kampanye" was answered for this account or post before; undefined: `learn` must look it up first. */
  silenced(key: string): boolean | undefined;
  learn(keys: readonly string[]): Promise<void>;
  canRecord(): boolean;
}

/** A decision about one intent. */
export type Decision =
  | { kind: "pass"; why: "clear" | "paused" | "silenced" | "no-rule" }
  | { kind: "notice"; assessment: Assessment }
  /** Whether it was silenced has to be looked up; `keys` are for `Choices.learn`. */
  | { kind: "unsure"; keys: string[] }
  | { kind: "hold"; warning: Warning; assessment: Assessment; silence: string };

/** The keys that "Bukan kampanye" would silence: the account where one is known, else the very post. */
export function silenceKeys(surface: Surface, assessment: Assessment): string[] {
  const post = `post:${contentKey(surface)}`;
  return assessment.account ? [`account:${assessment.account}`, post] : [post];
}

/**
 * Decides synchronously what happens with an action.
 * @param surfaces what it acts on, then the user's own draft; the strongest assessment decides.
 */
export function decide(
  question: { site: SiteId; action: Action; surfaces: readonly Surface[] },
  rules: Rules,
  choices: Choices,
  newId: () => string,
): Decision {
  if (choices.paused()) return { kind: "pass", why: "paused" };
  const found = question.surfaces
    .map((surface) => ({ surface, assessment: rules.assess(surface) }))
    .filter((f) => f.assessment.level !== "clear");
  if (found.length === 0) return { kind: "pass", why: "clear" };
  const keys = found.flatMap((f) => silenceKeys(f.surface, f.assessment));
  if (keys.some((key) => choices.silenced(key) === undefined)) return { kind: "unsure", keys };
  const open = found.filter((f) => !silenceKeys(f.surface, f.assessment).some(choices.silenced));
  if (open.length === 0) return { kind: "pass", why: "silenced" };
  const rank = (a: Assessment) => (a.level === "warn" ? 2 : 0) + a.score;
  const strongest = open.reduce((a, b) => (rank(b.assessment) > rank(a.assessment) ? b : a));
  const { surface, assessment } = strongest;
  const law = rules.explain(question.action, surface.kind, assessment);
  if (!law) return { kind: "pass", why: "no-rule" };
  if (assessment.level !== "warn" || !law.holds) return { kind: "notice", assessment };
  const [silence] = silenceKeys(surface, assessment);
  const warning: Warning = {
    hold: newId(),
    site: question.site,
    action: question.action,
    rule: law.rule,
    strength: law.strength,
    note: law.note,
    evidence: assessment.evidence,
    excerpt: surface.text,
    bases: law.bases,
    sanction: law.sanction,
    phase: law.phase,
    subject: surface.author?.name || surface.author?.handle || undefined,
    canRecord: choices.canRecord(),
  };
  return { kind: "hold", warning, assessment, silence: silence! };
}
