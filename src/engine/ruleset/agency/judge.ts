import { compose } from "../layers/compose.ts";
import type { Layer, Ruleset } from "../schema/index.ts";
import { aliasRisks, type Risk } from "../validate/alias-risks.ts";
import type { ValidationError } from "../validate/errors.ts";
import { checkAgainst } from "./fit.ts";
import { placeInSheet, type SourceRows } from "./places.ts";
import type { SheetError, SheetPlace } from "./sheet-errors.ts";

/** What is wrong with a file: in a sheet by cell, in JSON by path. */
export type AnyValidationError = ValidationError | SheetError;

/** An alias that may warn about the wrong thing. */
export interface PlacedRisk {
  risk: Risk;
  /** Its row, where the layer came from sheets. */
  place?: SheetPlace;
  /** Its ticket, where it came from a file. */
  ticket?: { number: number; contest: string } | undefined;
}

export interface Judged {
  faults: readonly AnyValidationError[];
  risks: readonly PlacedRisk[];
}

/** Checks a layer beside the bundle for dangling references and risky aliases. */
export function judge(layer: Layer, places: SourceRows | undefined, bundled: Ruleset, date: string): Judged {
  const faults = checkAgainst(layer, bundled, date);
  if (faults.length > 0) {
    const inSheets = (path: string): SheetError => ({
      ...placeInSheet(path, places!),
      code: "other",
      values: [],
    });
    return { faults: places ? faults.map(({ path }) => inSheets(path)) : faults, risks: [] };
  }
  const { validFrom: _from, validUntil: _until, ...meta } = layer.meta;
  const made = compose(bundled, { agency: { ...layer, meta } }, date);
  const risks = aliasRisks(layer, made.ruleset).map((risk) =>
    places ? { risk, place: placeInSheet(risk.path, places) } : { risk, ticket: ticketAt(risk.path, layer) },
  );
  return { faults, risks };
}

/** The ticket that a path of the layer names. */
function ticketAt(path: string, layer: Layer): PlacedRisk["ticket"] {
  const [, contestAt, at] = /^set\.contests\.(\d+)\.tickets\.(\d+)/.exec(path) ?? [];
  const contest = layer.set.contests?.[Number(contestAt)];
  const ticket = contest?.tickets[Number(at)];
  return contest && ticket ? { number: ticket.number, contest: contest.name.id } : undefined;
}

/** How much a layer has. */
export function countOf({ set, off }: Layer): {
  contests: number;
  tickets: number;
  accounts: number;
  off: number;
} {
  const lists = Object.values(off) as readonly (readonly string[] | undefined)[];
  return {
    contests: set.contests?.length ?? 0,
    tickets: (set.contests ?? []).reduce((sum, contest) => sum + contest.tickets.length, 0),
    accounts: set.accounts?.length ?? 0,
    off: lists.reduce((sum, list) => sum + (list?.length ?? 0), 0),
  };
}
