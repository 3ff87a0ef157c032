import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Notice } from "../../domain/warning.ts";
import type { LegalExplanation } from "../decision/assessment-cache.ts";
import { isSoftened, silenceKeys } from "../decision/decide.ts";
import type { RulesState } from "../decision/rules-state.ts";
import type { GuardPorts } from "../ports.ts";
import type { Scan } from "./scan.ts";
import type { AssessedPost, AssessedSurface } from "./surface-index.ts";

/**
 * What the scan found, filtered by the user's answers (silenced, softened) and pauses. Keeps no state: everything is
 * computed from scan, rules and ports at each call.
 */
export interface Findings {
  /** The page's own header, if it has evidence and is not silenced. */
  header(): AssessedSurface | null;
  /** Posts with evidence that are not silenced. */
  posts(): AssessedPost[];
  /** Header and posts under some rule that are not silenced, none while paused; `post` is null for the header. */
  unsilenced(): (AssessedSurface & { post: Element | null })[];
  /** True if an action on this would be asked about, were it not for the friction of earlier answers. */
  isFlagged(surface: Surface): boolean;
  /** Subjects on the page whose earlier answers must still be looked up. */
  unknownSubjects(): string[];
  /** True if it gets a mark and no question: it is a notice, or the user's answers softened its warning. */
  isNoted(found: AssessedSurface): boolean;
  /** The text of its mark. */
  notice(found: AssessedSurface): Notice | null;
}

/** The most common action on a surface. */
export const usualAction = ({ kind }: AssessedSurface["surface"]): Action =>
  kind === "post" || kind === "comment" ? "like" : "follow";

/** The subject that "Bukan kampanye" on a mark silences. */
export const subjectOf = ({ surface, assessment }: AssessedSurface): string =>
  silenceKeys(surface, assessment)[0]!;

export function makeFindings(
  ports: GuardPorts,
  rules: Pick<RulesState, "usable">,
  scan: Pick<Scan, "marked" | "page">,
): Findings {
  const isSilenced = ({ surface, assessment }: AssessedSurface): boolean =>
    silenceKeys(surface, assessment).some(ports.isSilenced);
  const isUnknown = (subject: string): boolean =>
    ports.isSilenced(subject) === undefined || (!!ports.answers && ports.answers(subject) === undefined);
  /** What the law says about the most common action there. */
  const lawOf = ({ surface, assessment }: AssessedSurface): LegalExplanation | null =>
    rules.usable()?.explain(usualAction(surface), surface.kind, assessment) ?? null;

  return {
    header() {
      const header = scan.page();
      return header && !isSilenced(header) ? header : null;
    },
    posts: () => scan.marked().filter((seen) => !isSilenced(seen)),
    unsilenced() {
      if (ports.paused() !== null) return [];
      const header = scan.page();
      const all = [...scan.marked(), ...(header ? [{ ...header, post: null }] : [])];
      return all.filter((found) => lawOf(found) && !isSilenced(found));
    },
    isFlagged(surface) {
      const assessment = rules.usable()?.assess(surface);
      return (
        assessment?.level === "warn" &&
        ports.paused() === null &&
        !!lawOf({ surface, assessment }) &&
        !isSilenced({ surface, assessment })
      );
    },
    unknownSubjects() {
      const header = scan.page();
      return [...scan.marked(), ...(header ? [header] : [])]
        .flatMap(({ surface, assessment }) => silenceKeys(surface, assessment))
        .filter(isUnknown);
    },
    isNoted(found) {
      if (isSilenced(found)) return false;
      if (found.assessment.level === "notice") return true;
      const law = lawOf(found);
      return !!law && isSoftened(found.assessment, subjectOf(found), law.rule.id, ports);
    },
    notice(found) {
      const law = lawOf(found);
      const { evidence, situation } = found.assessment;
      return law && { evidence, situation, rule: law.rule, strength: law.strength, note: law.note };
    },
  };
}
