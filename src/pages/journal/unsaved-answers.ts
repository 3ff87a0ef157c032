import { useRef, useState } from "preact/hooks";
import type { CheckPart, WeeklyCheck } from "../../domain/journal-entry.ts";
import type { JournalActions } from "./model.ts";

/** Two parts as one; the later one counts. */
export const mergedParts = (first: CheckPart, later: CheckPart): CheckPart => ({
  ...first,
  ...later,
  ...((first.answers || later.answers) && { answers: { ...first.answers, ...later.answers } }),
});

/** What of `part` is not in `stored`, or undefined if all of it is. */
function unstoredPart(part: CheckPart, stored: CheckPart): CheckPart | undefined {
  const answers = Object.entries(part.answers ?? {}).filter(
    ([rule, answer]) => stored.answers?.[rule] !== answer,
  );
  const hasNote = part.note !== undefined && part.note !== stored.note;
  if (answers.length === 0 && !hasNote) return undefined;
  return {
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
    ...(hasNote && { note: part.note }),
  };
}

/** The answers and notes of each week that the user has given and that are not stored yet. */
export interface UnsavedAnswers {
  of(week: string): CheckPart | undefined;
  /** Shows what is being written; it is stored with the next `save`. */
  keep(week: string, part: CheckPart): void;
  save(week: string, part: CheckPart): void;
}

/**
 * Holds what the user answers until it is stored, so that a fast user loses nothing: the page draws it at once over the
 * stored check, and sends only what is new. One request a week is under way at a time; what is answered meanwhile goes
 * with the next. What could not be stored stays, and is sent again with the next answer.
 */
export function useUnsavedAnswers(changeCheck: JournalActions["changeCheck"]): UnsavedAnswers {
  const unsaved = useRef(new Map<string, CheckPart>()).current;
  const saving = useRef(new Set<string>()).current;
  const [, redraw] = useState({});

  const keep = (week: string, part: CheckPart) => {
    unsaved.set(week, mergedParts(unsaved.get(week) ?? {}, part));
    redraw({});
  };
  const sendAll = async (week: string): Promise<void> => {
    if (saving.has(week)) return;
    saving.add(week);
    try {
      for (let part = unsaved.get(week); part; part = unsaved.get(week)) {
        const stored: WeeklyCheck = await changeCheck(week, part);
        const rest = unstoredPart(unsaved.get(week) ?? {}, stored);
        if (rest) unsaved.set(week, rest);
        else unsaved.delete(week);
      }
    } catch {
      // The page shows the problem, and that nothing was stored.
    } finally {
      saving.delete(week);
      redraw({});
    }
  };
  return {
    of: (week) => unsaved.get(week),
    keep,
    save(week, part) {
      keep(week, part);
      void sendAll(week);
    },
  };
}
