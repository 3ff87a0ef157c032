import { nearest } from "../validate/suggestions.ts";
import { addDays, asTyped } from "./cells/days.ts";
import { dotted } from "./cells/regions.ts";
import { PERSON } from "./columns.ts";
import { accountId, contestId, ticketId } from "./people.ts";
import type { Row, Sheets } from "./sheets.ts";

/**
 * What no cell shows alone: the same thing twice, or something that another sheet lacks. A wrong cell counts as what it
 * probably means, which is written into its row, so that it leads to no second fault elsewhere.
 */
export function checkRelations(sheets: Sheets): void {
  checkDescription(sheets);
  checkElections(sheets);
  const contests = ownContests(sheets);
  const tickets = ownTickets(sheets, contests);
  checkAliases(sheets, contests, tickets);
  checkAccounts(sheets, contests, tickets);
  checkParties(sheets);
  checkSwitchedOff(sheets);
}

/** Contests of the sheets by id, with the row. */
type Contests = ReadonlyMap<string, { region: string; election: string }>;
/** Ballot numbers by contest, with what the running mate is. */
type Tickets = ReadonlyMap<string, ReadonlyMap<string, { mate: boolean }>>;

function checkDescription({ description, faults }: Sheets): void {
  const until = description.get("berlaku_sampai");
  const from = description.get("berlaku_mulai") ?? description.get("terbit");
  if (!until?.value || !from?.value || from.value <= until.value) return;
  faults.add(
    { sheet: "keterangan", row: until.row, column: "nilai", name: "berlaku_sampai" },
    {
      code: "day-order",
      values: [asTyped(until.value), asTyped(from.value)],
      mend: { how: "write", text: asTyped(addDays(from.value, 365)) },
    },
  );
}

function checkElections({ rows, known, faults, context }: Sheets): void {
  const own = new Set(rows.tahapan.map(({ cells }) => cells.pemilu));
  const all = [...own, ...known.elections];
  for (const { row, cells } of rows.pemilihan) {
    const { pemilu } = cells;
    if (pemilu === "" || all.includes(pemilu)) continue;
    const example = nearest(pemilu, all) ?? [...own][0] ?? context.elections[0] ?? pemilu;
    faults.add(
      { sheet: "pemilihan", row, column: "pemilu" },
      { code: "no-election", values: [pemilu], mend: { how: "write", text: example } },
    );
    cells.pemilu = example;
  }
}

function ownContests({ rows, faults }: Sheets): Contests {
  const found = new Map<string, { region: string; election: string; row: number }>();
  for (const { row, cells } of rows.pemilihan) {
    if (cells.pemilu === "" || cells.wilayah === "") continue;
    const id = contestId(cells);
    const before = found.get(id);
    if (before)
      faults.add(
        { sheet: "pemilihan", row },
        { code: "contest-twice", values: [dotted(cells.wilayah), before.row], mend: { how: "delete-row" } },
      );
    else found.set(id, { region: cells.wilayah, election: cells.pemilu, row });
  }
  return found;
}

type ContestCells = { pemilu: string; wilayah: string };

/** Says where a contest is missing, and goes on with the one that was probably meant. @returns whether there is one */
function contestExists(
  sheets: Sheets,
  contests: Contests,
  sheet: "paslon" | "alias" | "akun",
  line: { row: number; cells: ContestCells },
  known: ReadonlyMap<string, unknown>,
): boolean {
  const { row, cells } = line;
  const id = contestId(cells);
  if (contests.has(id) || known.has(id)) return true;
  const elections = [...new Set([...contests.values()].map(({ election }) => election))];
  const here = [...contests.values()].filter(({ election }) => election === cells.pemilu);
  if (here.length === 0 && elections.length > 0) {
    const text = nearest(cells.pemilu, elections) ?? elections[0]!;
    sheets.faults.add(
      { sheet, row, column: "pemilu" },
      { code: "no-election-here", values: [cells.pemilu], mend: { how: "write", text } },
    );
    cells.pemilu = text;
    return contestExists(sheets, contests, sheet, line, known);
  }
  const regions = here.map(({ region }) => region);
  const meant = closest(cells.wilayah, regions) ?? regions[0];
  sheets.faults.add(
    { sheet, row, column: "wilayah" },
    {
      code: "no-contest",
      values: [dotted(cells.wilayah)],
      mend: { how: "write", text: dotted(meant ?? "3204") },
    },
  );
  if (meant === undefined) return false;
  cells.wilayah = meant;
  return true;
}

/** The region of these that shares most of its digits, or is written most alike. */
function closest(region: string, regions: readonly string[]): string | undefined {
  return nearest(region, regions) ?? regions.find((one) => one.slice(0, 2) === region.slice(0, 2));
}

function ownTickets(sheets: Sheets, contests: Contests): Tickets {
  const tickets = new Map<string, Map<string, { mate: boolean; row: number }>>();
  for (const line of sheets.rows.paslon) {
    const { row, cells } = line;
    if (cells.pemilu === "" || cells.wilayah === "") continue;
    if (!contestExists(sheets, contests, "paslon", line, new Map())) continue;
    const id = contestId(cells);
    const numbers = tickets.get(id) ?? new Map<string, { mate: boolean; row: number }>();
    tickets.set(id, numbers);
    if (cells.nomor === "") continue;
    const before = numbers.get(cells.nomor);
    if (before) {
      const free = String(freeNumber(sheets, id));
      sheets.faults.add(
        { sheet: "paslon", row, column: "nomor" },
        { code: "number-twice", values: [cells.nomor, before.row], mend: { how: "write", text: free } },
      );
      cells.nomor = free;
    }
    numbers.set(cells.nomor, { mate: cells.wakil !== "", row });
  }
  return tickets;
}

/** The lowest ballot number that no ticket of the contest has. */
function freeNumber({ rows }: Sheets, contest: string): number {
  const used = new Set(
    rows.paslon.filter(({ cells }) => contestId(cells) === contest).map(({ cells }) => cells.nomor),
  );
  let number = 1;
  while (used.has(String(number))) number++;
  return number;
}

function checkAliases(sheets: Sheets, contests: Contests, tickets: Tickets): void {
  for (const line of sheets.rows.alias) {
    const { row, cells } = line;
    if (cells.pemilu === "" || cells.wilayah === "") continue;
    if (!contestExists(sheets, contests, "alias", line, new Map())) continue;
    if (!ticketExists(sheets, "alias", line, [...(tickets.get(contestId(cells))?.keys() ?? [])])) continue;
    const ticket = tickets.get(contestId(cells))?.get(cells.nomor);
    if (ticket && !ticket.mate && cells.siapa === String(PERSON.wakil))
      sheets.faults.add(
        { sheet: "alias", row, column: "siapa" },
        { code: "no-mate", values: [cells.nomor], mend: { how: "write", text: "calon" } },
      );
  }
}

function ticketExists(
  { faults }: Sheets,
  sheet: "alias" | "akun",
  { row, cells }: { row: number; cells: { nomor: string } },
  numbers: readonly string[],
): boolean {
  if (cells.nomor === "" || numbers.includes(cells.nomor)) return cells.nomor !== "";
  faults.add(
    { sheet, row, column: "nomor" },
    {
      code: "no-ticket",
      values: [cells.nomor, numbers.join(", ") || "–"],
      mend: numbers.length > 0 ? { how: "write", text: numbers[0]! } : { how: "delete-row" },
    },
  );
  return false;
}

function checkAccounts(sheets: Sheets, contests: Contests, tickets: Tickets): void {
  const { faults, known, rows, context } = sheets;
  const seen = new Map<string, number>();
  for (const line of rows.akun) {
    const { row, cells, raw } = line;
    if (!raw.nama_pengguna && !raw.id_situs && !raw.alamat) {
      faults.add(
        { sheet: "akun", row, column: "nama_pengguna" },
        { code: "no-handle", mend: { how: "write", text: "nama.akun" } },
      );
    } else {
      const id = accountId(cells);
      const before = seen.get(id);
      if (before !== undefined)
        faults.add(
          { sheet: "akun", row },
          { code: "account-twice", values: [before], mend: { how: "delete-row" } },
        );
      else seen.set(id, row);
    }
    checkAccountTicket(line);
  }

  function checkAccountTicket(line: Row<"akun">) {
    const { row, cells } = line;
    const missing = (column: "pemilu" | "wilayah", example: string) =>
      faults.add(
        { sheet: "akun", row, column },
        { code: "half-contest", mend: { how: "write", text: example } },
      );
    if (cells.pemilu === "" && cells.wilayah === "" && cells.nomor === "") return;
    if (cells.pemilu === "" || cells.wilayah === "") {
      const election = cells.pemilu || context.elections[0] || "pilkada-2029";
      const here = [...contests.values()].find((one) => one.election === election);
      if (cells.pemilu === "") missing("pemilu", election);
      if (cells.wilayah === "") missing("wilayah", dotted(here?.region ?? context.regions[0] ?? "3204"));
      return;
    }
    if (!contestExists(sheets, contests, "akun", line, known.contests) || cells.nomor === "") return;
    const id = contestId(cells);
    const own = tickets.get(id);
    const bundled = contests.has(id) ? undefined : known.contests.get(id);
    if (bundled?.has(ticketId(id, cells.nomor))) return;
    const numbers = own
      ? [...own.keys()]
      : [...(bundled ?? [])].map((one) => String(Number(one.split("/").at(-1))));
    ticketExists(sheets, "akun", line, numbers);
  }
}

function checkParties({ rows, faults }: Sheets): void {
  const seen = new Map<string, number>();
  for (const { row, cells } of rows.partai) {
    const before = seen.get(cells.id);
    if (cells.id !== "" && before !== undefined)
      faults.add(
        { sheet: "partai", row },
        { code: "party-twice", values: [cells.id, before], mend: { how: "delete-row" } },
      );
    else seen.set(cells.id, row);
  }
}

/** Something switched off that is not there is no fault: a later bundle may have dropped it. */
function checkSwitchedOff({ rows, faults, known }: Sheets): void {
  for (const { row, cells } of rows.matikan) {
    const ids = known.ids[cells.bagian];
    if (cells.id === "" || !ids || ids.has(cells.id)) continue;
    const guess = nearest(cells.id, [...ids]);
    faults.warn(
      { sheet: "matikan", row, column: "id" },
      {
        code: "nothing-to-switch-off",
        values: [cells.id],
        mend: guess ? { how: "write", text: guess } : { how: "delete-row" },
      },
    );
  }
}
