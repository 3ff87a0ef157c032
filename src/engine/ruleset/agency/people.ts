import { pairAlias, personAliases } from "../compile/short-names.ts";
import type { Account, Contest, ContestKind, Party } from "../schema/index.ts";
import { fault } from "../validate/errors.ts";
import { ACCOUNT_KIND, CONTEST_KIND, type FileName, PERSON } from "./columns.ts";
import { readChoice, type Sheets } from "./sheets.ts";
import { cellPath, splitList, wholeNumber } from "./table.ts";

/** "32.04" and "3204" are the same region; a word ("nasional") stays a word. */
const regionOf = (cell: string) =>
  cell
    .replace(/^(\d{2})\.(\d{2})$/, "$1$2")
    .toLowerCase()
    .replace(/\s+/g, "-");
const contestId = (cells: { pemilu: string; wilayah: string }) =>
  `${cells.pemilu}/${regionOf(cells.wilayah)}`;
const ticketId = (contest: string, number: string) => `${contest}/${number.padStart(2, "0")}`;

interface TicketDraft {
  id: string;
  number: number;
  candidates: { name: string; aliases: string[] }[];
  aliases: string[];
  slogans: string[];
  hashtags: string[];
  parties: string[];
}

/**
 * Contests with their tickets. A ticket's contest must be listed in pemilihan.csv; a contest of the bundle is then
 * replaced whole.
 */
export function contestsOf(sheets: Sheets): Contest[] {
  const contests = new Map<
    string,
    { at: number; contest: Omit<Contest, "tickets">; tickets: TicketDraft[] }
  >();
  for (const { row, cells } of sheets.rows["pemilihan.csv"]) {
    const id = contestId(cells);
    const kind = readChoice<ContestKind>(
      sheets,
      { file: "pemilihan.csv", row, column: "jenis" },
      cells.jenis,
      CONTEST_KIND,
    );
    const region = regionOf(cells.wilayah);
    if (contests.has(id)) sheets.faults.push(fault(cellPath("pemilihan.csv", row, "wilayah"), "twice", [id]));
    sheets.sourceRows.set(`set.contests.${contests.size}`, { file: "pemilihan.csv", row });
    contests.set(id, {
      at: contests.size,
      contest: {
        id,
        election: cells.pemilu,
        kind: kind ?? "other",
        ...(/^\d+$/.test(region) ? { region } : {}),
        name: { id: cells.nama, en: cells.nama },
      },
      tickets: [],
    });
  }
  addTickets(sheets, contests);
  addAliases(sheets, contests);
  return [...contests.values()].map(({ contest, tickets }) => ({ ...contest, tickets }));
}

type ContestDrafts = ReadonlyMap<string, { at: number; tickets: TicketDraft[] }>;

function addTickets(sheets: Sheets, contests: ContestDrafts) {
  const lookUp = partyNames(sheets);
  for (const { row, cells } of sheets.rows["paslon.csv"]) {
    const id = contestId(cells);
    const contest = contests.get(id);
    if (!contest) {
      sheets.faults.push(
        fault(cellPath("paslon.csv", row, "wilayah"), "no-such", ["Pemilihan", id], "pemilihan.csv"),
      );
      continue;
    }
    sheets.sourceRows.set(`set.contests.${contest.at}.tickets.${contest.tickets.length}`, {
      file: "paslon.csv",
      row,
    });
    const number = wholeNumber(cells.nomor, cellPath("paslon.csv", row, "nomor"), sheets.faults);
    if (contest.tickets.some((ticket) => ticket.number === number)) {
      sheets.faults.push(fault(cellPath("paslon.csv", row, "nomor"), "same-number", [number]));
    }
    const names = [cells.calon, cells.wakil].filter((name) => name !== "");
    const pair = names.length === 2 ? pairAlias(names[0]!, names[1]!) : undefined;
    contest.tickets.push({
      id: ticketId(id, cells.nomor),
      number,
      candidates: names.map((name) => ({ name, aliases: personAliases(name, () => false) })),
      aliases: [...new Set([...splitList(cells.sebutan), ...(pair ? [pair] : [])])],
      slogans: splitList(cells.slogan),
      hashtags: splitList(cells.tagar).map((tag) => tag.replace(/^#/, "")),
      parties: splitList(cells.partai).map(lookUp),
    });
  }
}

/** Resolves parties given by id, short name or name in this file; unknown ones are left to the later check. */
function partyNames(sheets: Sheets): (cell: string) => string {
  const known = new Map<string, string>();
  for (const { cells } of sheets.rows["partai.csv"]) {
    for (const name of [cells.id, cells.singkatan, cells.nama]) known.set(name.toLowerCase(), cells.id);
  }
  return (cell) => known.get(cell.toLowerCase()) ?? cell.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function addAliases(sheets: Sheets, contests: ContestDrafts) {
  for (const { row, cells } of sheets.rows["alias.csv"]) {
    const who = readChoice(sheets, { file: "alias.csv", row, column: "siapa" }, cells.siapa, PERSON);
    const ticket = contests.get(contestId(cells))?.tickets.find((one) => one.number === Number(cells.nomor));
    const list = who === -1 ? ticket?.aliases : ticket?.candidates[who ?? 0]?.aliases;
    if (who === undefined) continue;
    if (!list)
      sheets.faults.push(
        fault(cellPath("alias.csv", row, "nomor"), "no-such", ["Paslon", cells.nomor], "paslon.csv"),
      );
    else if (!list.includes(cells.alias)) list.push(cells.alias);
  }
}

export function partiesOf(sheets: Sheets): Party[] {
  return sheets.rows["partai.csv"].map(({ row, cells }, at) => {
    sheets.sourceRows.set(`set.parties.${at}`, { file: "partai.csv", row });
    return {
      id: cells.id,
      ...(cells.nomor
        ? { number: wholeNumber(cells.nomor, cellPath("partai.csv", row, "nomor"), sheets.faults) }
        : {}),
      name: cells.nama,
      short: cells.singkatan,
      aliases: splitList(cells.alias),
    };
  });
}

export function accountsOf(sheets: Sheets): Account[] {
  const file: FileName = "akun.csv";
  const lookUp = partyNames(sheets);
  const seen = new Map<string, number>();
  return sheets.rows[file].map(({ row, cells }, at) => {
    sheets.sourceRows.set(`set.accounts.${at}`, { file, row });
    const site = cells.situs.toLowerCase() as Account["site"];
    const handle = cells.nama_pengguna.replace(/^@/, "");
    const name = handle || cells.id_situs || cells.alamat;
    if (name === "") sheets.faults.push(fault(cellPath(file, row, "nama_pengguna"), "no-handle"));
    const id = `${site}:${name.toLowerCase().replace(/[^a-z0-9._/:+@-]/g, "-")}`.slice(0, 80);
    if (seen.has(id))
      sheets.faults.push(fault(cellPath(file, row, "nama_pengguna"), "twice", [id], `baris ${seen.get(id)}`));
    seen.set(id, row);
    const contest = cells.pemilu && cells.wilayah ? contestId(cells) : undefined;
    return {
      id,
      site,
      ...(handle ? { handle } : {}),
      ...(cells.id_situs ? { siteId: cells.id_situs } : {}),
      ...(cells.alamat ? { url: cells.alamat } : {}),
      ...(cells.nama ? { name: cells.nama } : {}),
      kind: readChoice(sheets, { file, row, column: "jenis" }, cells.jenis, ACCOUNT_KIND) ?? "volunteer",
      ...(contest ? { contest } : {}),
      ...(contest && cells.nomor ? { ticket: ticketId(contest, cells.nomor) } : {}),
      ...(cells.partai ? { party: lookUp(cells.partai) } : {}),
    };
  });
}
