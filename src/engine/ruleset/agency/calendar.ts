import { addDays, asTyped, daysBetween } from "./cells/days.ts";
import type { Row, Sheets } from "./sheets.ts";

type Stage = Row<"tahapan">;

/**
 * The stages of each election beside each other: in which order, with days between them that belong to none, with days
 * that belong to two. Gaps, missing stages and very long ones are warnings, because a calendar may have them.
 */
export function checkCalendar(sheets: Sheets): void {
  const elections = new Map<string, Stage[]>();
  for (const stage of sheets.rows.tahapan) {
    const { pemilu, mulai, selesai } = stage.cells;
    if (pemilu === "" || mulai === "" || selesai === "") continue;
    elections.set(pemilu, [...(elections.get(pemilu) ?? []), stage]);
  }
  for (const [election, stages] of elections) {
    const order = (stage: Stage) => sheets.known.phases.indexOf(stage.cells.tahapan);
    const sorted = [...stages].sort(
      (one, other) => order(one) - order(other) || one.cells.mulai.localeCompare(other.cells.mulai),
    );
    const sound = sorted.filter((stage) => daysInOrder(sheets, stage, sorted));
    const filled = complete(sheets, election, sound);
    sound.forEach((stage, at) => {
      if (at > 0) besideEachOther(sheets, sound[at - 1]!, stage, filled);
    });
    for (const stage of sound) notTooLong(sheets, stage);
  }
}

const WHEN_ENDS = 30;

function daysInOrder({ faults }: Sheets, stage: Stage, all: readonly Stage[]): boolean {
  const { mulai, selesai } = stage.cells;
  if (mulai <= selesai) return true;
  const next = all.find(({ cells }) => cells.mulai > mulai);
  const end = next ? addDays(next.cells.mulai, -1) : addDays(mulai, WHEN_ENDS);
  faults.add(
    { sheet: "tahapan", row: stage.row, column: "selesai" },
    {
      code: "day-order",
      values: [asTyped(selesai), asTyped(mulai)],
      mend: { how: "write", text: asTyped(end < mulai ? mulai : end) },
    },
  );
  return false;
}

/** Repeated votes run beside other stages; only stages that follow each other must not overlap. */
function besideEachOther(sheets: Sheets, before: Stage, stage: Stage, filled: ReadonlySet<Stage>): void {
  const { faults, known } = sheets;
  const { mulai, selesai, tahapan } = stage.cells;
  const end = before.cells.selesai;
  const name = before.cells.tahapan;
  if (name === tahapan || ![name, tahapan].every((phase) => known.expectedPhases.includes(phase))) return;
  const next = addDays(end, 1);
  if (mulai <= end) {
    const overlap = { code: "stage-overlap", values: [tahapan, name, asTyped(end)] } as const;
    if (next <= selesai)
      faults.add(
        { sheet: "tahapan", row: stage.row, column: "mulai" },
        { ...overlap, mend: { how: "write", text: asTyped(next) } },
      );
    else
      faults.add(
        { sheet: "tahapan", row: before.row, column: "selesai" },
        {
          ...overlap,
          mend: { how: "write", text: asTyped(later(addDays(mulai, -1), before.cells.mulai)) },
        },
      );
  } else if (mulai > next && !filled.has(stage))
    faults.warn(
      { sheet: "tahapan", row: stage.row, column: "mulai" },
      {
        code: "stage-gap",
        values: [asTyped(next), asTyped(addDays(mulai, -1))],
        mend: { how: "write", text: asTyped(next) },
      },
    );
}
const later = (one: string, other: string) => (one > other ? one : other);

/** Stages differ from election to election; three times the longest known one is a mistyped day. */
function notTooLong({ faults, known }: Sheets, { row, cells }: Stage): void {
  const longest = known.longest.get(cells.tahapan);
  const days = daysBetween(cells.mulai, cells.selesai) + 1;
  if (longest === undefined || days <= Math.max(longest * 3, 60)) return;
  faults.warn(
    { sheet: "tahapan", row, column: "selesai" },
    {
      code: "stage-long",
      values: [cells.tahapan, days, longest],
      mend: { how: "write", text: asTyped(addDays(cells.mulai, longest - 1)) },
    },
  );
}

/**
 * Names the stages that an election of its region has and this one lacks, with the days that nothing takes.
 * @returns the stages before which such days are, so that these are not called a gap as well
 */
function complete({ faults, known }: Sheets, election: string, stages: readonly Stage[]): ReadonlySet<Stage> {
  const filled = new Set<Stage>();
  if (stages[0]?.cells.cakupan === "national") return filled;
  const place = (phase: string) => known.phases.indexOf(phase);
  for (const phase of known.expectedPhases) {
    if (stages.some(({ cells }) => cells.tahapan === phase)) continue;
    const before = stages.findLast(({ cells }) => place(cells.tahapan) < place(phase));
    const after = stages.find(({ cells }) => place(cells.tahapan) > place(phase));
    const length = (known.longest.get(phase) ?? WHEN_ENDS) - 1;
    const until = after
      ? addDays(after.cells.mulai, -1)
      : before && addDays(before.cells.selesai, 1 + length);
    const from = before ? addDays(before.cells.selesai, 1) : until && addDays(until, -length);
    const free = from !== undefined && until !== undefined && from <= until && !(after && filled.has(after));
    if (free && after) filled.add(after);
    faults.warn(
      { sheet: "tahapan", name: `${election} ${phase}` },
      {
        code: "stage-missing",
        values: [election, phase],
        ...(free
          ? {
              mend: {
                how: "add-row",
                text: [election, "", "", phase, asTyped(from), asTyped(until)].join(" | "),
              },
            }
          : {}),
      },
    );
  }
  return filled;
}
