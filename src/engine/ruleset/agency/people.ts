import { pairAlias, personAliases } from "../compile/short-names.ts";
import type { Account, Contest, ContestKind, Party } from "../schema/index.ts";
import { PERSON, type SheetName } from "./columns.ts";
import type { Sheets } from "./sheets.ts";
import { splitList } from "./table.ts";

type Places = Map<string, { sheet: SheetName; row: number }>;

/** The id of a contest in the layer: "32.04" and "3204" are the same region. */
export const contestId = (cells: { pemilu: string; wilayah: string }): string =>
  `${cells.pemilu}/${cells.wilayah}`;
export const ticketId = (contest: string, number: string): string => `${contest}/${number.padStart(2, "0")}`;
/** The id of an account: its site and whatever names it there. */
export const accountId = (
  cells: Record<"situs" | "nama_pengguna" | "id_situs" | "alamat", string>,
): string => {
  const name = cells.nama_pengguna || cells.id_situs || cells.alamat;
  return `${cells.situs}:${name.toLowerCase().replace(/[^a-z0-9._/:+@-]/g, "-")}`.slice(0, 80);
};

interface TicketDraft {
  id: string;
  number: number;
  candidates: { name: string; aliases: string[] }[];
  aliases: string[];
  slogans: string[];
  hashtags: string[];
  parties: string[];
}

/** Contests with their tickets. A contest of the bundle that is listed here is replaced whole. */
export function contestsOf(sheets: Sheets, places: Places): Contest[] {
  const drafts = new Map<string, { at: number; contest: Omit<Contest, "tickets">; tickets: TicketDraft[] }>();
  for (const { row, cells } of sheets.rows.pemilihan) {
    const id = contestId(cells);
    places.set(`set.contests.${drafts.size}`, { sheet: "pemilihan", row });
    drafts.set(id, {
      at: drafts.size,
      contest: {
        id,
        election: cells.pemilu,
        kind: cells.jenis as ContestKind,
        ...(/^\d+$/.test(cells.wilayah) ? { region: cells.wilayah } : {}),
        name: { id: cells.nama, en: cells.nama },
      },
      tickets: [],
    });
  }
  for (const { row, cells } of sheets.rows.paslon) {
    const id = contestId(cells);
    const draft = drafts.get(id);
    if (!draft) continue;
    places.set(`set.contests.${draft.at}.tickets.${draft.tickets.length}`, { sheet: "paslon", row });
    const names = [cells.calon, cells.wakil].filter((name) => name !== "");
    const pair = names.length === 2 ? pairAlias(names[0]!, names[1]!) : undefined;
    draft.tickets.push({
      id: ticketId(id, cells.nomor),
      number: Number(cells.nomor),
      candidates: names.map((name) => ({ name, aliases: personAliases(name, () => false) })),
      aliases: [...new Set([...splitList(cells.sebutan), ...(pair ? [pair] : [])])],
      slogans: splitList(cells.slogan),
      hashtags: splitList(cells.tagar),
      parties: splitList(cells.partai),
    });
  }
  for (const { cells } of sheets.rows.alias) {
    const ticket = drafts.get(contestId(cells))?.tickets.find((one) => one.number === Number(cells.nomor));
    const who = Number(cells.siapa);
    const list = who === PERSON.pasangan ? ticket?.aliases : ticket?.candidates[who]?.aliases;
    if (list && !list.includes(cells.alias)) list.push(cells.alias);
  }
  return [...drafts.values()].map(({ contest, tickets }) => ({ ...contest, tickets }));
}

export function partiesOf(sheets: Sheets, places: Places): Party[] {
  return sheets.rows.partai.map(({ row, cells }, at) => {
    places.set(`set.parties.${at}`, { sheet: "partai", row });
    return {
      id: cells.id,
      ...(cells.nomor ? { number: Number(cells.nomor) } : {}),
      name: cells.nama,
      short: cells.singkatan,
      aliases: splitList(cells.alias),
    };
  });
}

export function accountsOf(sheets: Sheets, places: Places): Account[] {
  return sheets.rows.akun.map(({ row, cells }, at) => {
    places.set(`set.accounts.${at}`, { sheet: "akun", row });
    const contest = cells.pemilu && cells.wilayah ? contestId(cells) : undefined;
    return {
      id: accountId(cells),
      site: cells.situs as Account["site"],
      ...(cells.nama_pengguna ? { handle: cells.nama_pengguna } : {}),
      ...(cells.id_situs ? { siteId: cells.id_situs } : {}),
      ...(cells.alamat ? { url: cells.alamat } : {}),
      ...(cells.nama ? { name: cells.nama } : {}),
      kind: cells.jenis as Account["kind"],
      ...(contest ? { contest } : {}),
      ...(contest && cells.nomor ? { ticket: ticketId(contest, cells.nomor) } : {}),
      ...(cells.partai ? { party: cells.partai } : {}),
    };
  });
}
