/** What spreadsheets and web pages add to a cell without anybody having written it. */

/** Characters that show nothing: zero-width, soft hyphens, direction marks, control characters but the line end. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u115f|\u1160|\u3164|\uffa0|\u034f/gu;
/** Quotation marks around a whole cell, straight or curly. */
const QUOTED = /^["“”„«»](.*)["“”„«»]$/su;

/**
 * A cell as it was meant: no-break and other wide blanks are blanks, line ends are one kind, what shows nothing is gone.
 */
export function tidyCell(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** One line: a line end inside a name is a blank. Quotation marks around the whole are dropped. */
export function tidyLine(cell: string): string {
  const line = tidyCell(cell).replace(/\s*\n\s*/g, " ");
  const inner = QUOTED.exec(line)?.[1];
  return inner !== undefined && !/["“”„«»]/.test(inner) ? inner.trim() : line;
}

/** A code, name of a site or number: as a line, with straight apostrophes; one before it told Excel "this is text". */
export const tidyCode = (cell: string): string =>
  tidyLine(cell)
    .replace(/[‘’‚′`]/g, "'")
    .replace(/^'+|'+$/g, "")
    .replace(/[‐‑‒–—−]/g, "-");

/** "nama pengguna", "Nama_Pengguna" and "“nama-pengguna”" are one column. */
export const headingKey = (heading: string): string =>
  tidyCode(heading)
    .toLowerCase()
    .replace(/[.:*]+$/, "")
    .replace(/[\s-]+/g, "_");
