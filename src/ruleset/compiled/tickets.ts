import type { ContestRow, TicketRow } from "./types.ts";

/**
 * Tickets as one text: fields by "|", tickets by ";", because storage keeps JSON and quotes, commas and ids would be
 * half of it. A ticket's id is left out where it is its contest's id, "/", and its number in two digits; its contest
 * where it is that of the ticket before.
 */
export function packTickets(tickets: readonly TicketRow[], contests: readonly ContestRow[]): string {
  let previous = -1;
  const rows = tickets.map((row) => {
    const [id, number, contest, ...names] = row;
    const shownId = id === usualId(contests, contest, number) ? "" : id;
    const shownContest = contest === previous ? "" : String(contest);
    previous = contest;
    return [shownId, number, shownContest, ...names]
      .map((field) => String(field).replace(/[|;]/g, " "))
      .join("|");
  });
  return rows.join(";");
}

export function unpackTickets(packed: string, contests: readonly ContestRow[]): TicketRow[] {
  if (packed === "") return [];
  let contest = 0;
  return packed.split(";").map((row): TicketRow => {
    const [id, number, own, ...names] = row.split("|");
    if (own) contest = Number(own);
    if (contests[contest] === undefined) throw new Error("a ticket has no contest");
    return [id || usualId(contests, contest, Number(number)), Number(number), contest, ...names];
  });
}

function usualId(contests: readonly ContestRow[], contest: number, number: number): string {
  return `${contests[contest]?.[0]}/${String(number).padStart(2, "0")}`;
}
