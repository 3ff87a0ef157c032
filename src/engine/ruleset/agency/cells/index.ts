import type { CellKind } from "../columns.ts";
import { tidyCode } from "../tidy.ts";
import { readAddress, readHandle, readSiteId } from "./accounts.ts";
import {
  readAccountKind,
  readContestKind,
  readLanguage,
  readPerson,
  readPhase,
  readRole,
  readScope,
  readSection,
  readSite,
} from "./choices.ts";
import { readDay } from "./days.ts";
import { readNumber, readVersion, readWeight } from "./numbers.ts";
import { type CellContext, damaged, isSpreadsheetError, type ReadCell, type Reading } from "./reading.ts";
import { readRegion } from "./regions.ts";
import {
  readHashtags,
  readId,
  readNote,
  readParties,
  readParty,
  readSwitchedOff,
  readText,
  readTexts,
  readTitle,
} from "./texts.ts";

/** A reader and a cell that it accepts, for where nothing can be guessed. */
const KINDS: Readonly<Record<CellKind, readonly [ReadCell, example: (context: CellContext) => string]>> = {
  account: [readAccountKind, () => "relawan"],
  address: [readAddress, () => "https://www.facebook.com/nama.akun"],
  contest: [readContestKind, () => "bupati"],
  day: [readDay, ({ year }) => `27/11/${year}`],
  handle: [readHandle, () => "nama.akun"],
  hashtags: [readHashtags, () => "Contoh"],
  id: [readId, ({ elections }) => elections[0] ?? "pilkada-2029"],
  key: [readText, () => "catatan"],
  language: [readLanguage, () => "id"],
  note: [readNote, () => "Contoh"],
  number: [readNumber, () => "1"],
  parties: [readParties, ({ partyNames }) => partyNames[0] ?? ""],
  party: [readParty, ({ partyNames }) => partyNames[0] ?? ""],
  person: [readPerson, () => "calon"],
  phase: [readPhase, ({ phases }) => phases[0] ?? ""],
  region: [readRegion, ({ regions }) => dottedExample(regions)],
  role: [readRole, () => "ajakan"],
  scope: [readScope, () => "daerah"],
  section: [readSection, () => "akun"],
  site: [readSite, () => "facebook"],
  siteId: [readSiteId, () => "100065012345678"],
  switchedOff: [readSwitchedOff, () => "Contoh"],
  text: [readText, () => "Contoh"],
  texts: [readTexts, () => "Contoh"],
  title: [readTitle, () => "Contoh"],
  version: [readVersion, () => "1"],
  weight: [readWeight, () => "0,6"],
};

const dottedExample = (regions: readonly string[]) => {
  const code = regions[0] ?? "3204";
  return /^\d{4}$/.test(code) ? `${code.slice(0, 2)}.${code.slice(2)}` : code;
};

/** Reads a cell that is not empty. */
export function readCell(kind: CellKind, cell: string, context: CellContext): Reading {
  const [read] = KINDS[kind];
  if (!isSpreadsheetError(tidyCode(cell))) return read(cell, context);
  const example = exampleOf(kind, context);
  return damaged("error", [cell], example, read(example, context).value);
}

/** Something that may stand in such a cell. */
export const exampleOf = (kind: CellKind, context: CellContext): string => KINDS[kind][1](context);
