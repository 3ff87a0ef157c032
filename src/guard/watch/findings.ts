import type { Action } from "../../domain/vocabulary.ts";
import type { Notice } from "../../domain/warning.ts";
import type { LegalExplanation } from "../decision/assessment-cache.ts";
import { isSoftened, silenceKeys } from "../decision/decide.ts";
import type { RulesState } from "../decision/rules-state.ts";
import type { GuardPorts } from "../ports.ts";
import type { Scan } from "./scan.ts";
import type { AssessedPost, AssessedSurface } from "./surface-index.ts";

/**
 * What the scan found, seen through what the user chose: silenced, softened, paused. Keeps no state of its own; every
 * answer is made anew from scan, rules and ports.
 */
export interface Findings {
  /** The page's own header, where it has a sign and is not silenced. */
  header(): AssessedSurface | null;
  /** Posts with any sign that are not silenced. */
  posts(): AssessedPost[];
  /** What is watched for actions that did not come through the guard; `post` is null for the header. */
  unsilenced(): (AssessedSurface & { post: Element | null })[];
  /** Subjects on the page of which it is not known yet what the user answered. */
  unknownSubjects(): string[];
  /** Is it noted, not asked about: by itself, or as its warnings were softened by how the user answered? */
  isNoted(found: AssessedSurface): boolean;
  /** What a mark says. */
  notice(found: AssessedSurface): Notice | null;
}

/** The commonest action on a surface. */
export const usualAction = ({ kind }: AssessedSurface["surface"]): Action =>
  kind === "post" || kind === "comment" ? "like" : "follow";

/** What "Bukan kampanye" on a mark silences. */
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
    ports.isSilenced(subject) === undefined ||
    (!!ports.priorAnswers && ports.priorAnswers(subject) === undefined);
  /** What the law says of the commonest action there. */
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
