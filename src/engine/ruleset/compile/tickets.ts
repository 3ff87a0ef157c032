import type { ContestRow, TicketRow } from "./format.ts";

/**
 * Packs tickets into one text with "|" between fields and ";" between tickets, because storage keeps JSON, where
 * quotes, commas and ids would be half of the size. Omits an id that equals contest id, "/" and two-digit number, and a
 * contest that equals the previous ticket's.
 */
export function packTickets(tickets: readonly TicketRow[], contests: readonly ContestRow[]): string {
  let previous = -1;
  const rows = tickets.map((row) => {
    const [id, number, contest, ...names] = row;
    const idField = id === defaultTicketId(contests, contest, number) ? "" : id;
    const contestField = contest === previous ? "" : String(contest);
    previous = contest;
    return [idField, number, contestField, ...names]
      .map((field) => String(field).replace(/[|;]/g, " "))
      .join("|");
  });
  return rows.join(";");
}

export function unpackTickets(packed: string, contests: readonly ContestRow[]): TicketRow[] {
  if (packed === "") return [];
  /* The split row itself becomes the ticket: this runs once per page on the main thread. */
  let contest = 0;
  const rows = packed.split(";");
  const tickets: TicketRow[] = new Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const fields: (string | number)[] = rows[at]!.split("|");
    if (fields[2]) contest = Number(fields[2]);
    if (contests[contest] === undefined) throw new Error("a ticket has no contest");
    fields[1] = Number(fields[1]);
    fields[2] = contest;
    if (!fields[0]) fields[0] = defaultTicketId(contests, contest, fields[1]);
    tickets[at] = fields as unknown as TicketRow;
  }
  return tickets;
}

function defaultTicketId(contests: readonly ContestRow[], contest: number, number: number): string {
  return `${contests[contest]?.[0]}/${number < 10 ? "0" : ""}${number}`;
}
