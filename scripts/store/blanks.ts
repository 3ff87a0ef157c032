import { readFileSync } from "node:fs";

/** The page with what only the publisher knows. */
export const FILL_PAGE = "docs/store/FILL.md";

/** What is filled in, by name; an empty text where nobody has. @throws Error for a row that is none */
export function readBlanks(page = readFileSync(FILL_PAGE, "utf8")): Map<string, string> {
  const rows = page.split("\n").filter((line) => /^\| [a-z-]+ \|/.test(line));
  const blanks = rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    if (cells.length !== 5) throw new Error(`${FILL_PAGE}: not three columns: ${row}`);
    return [cells[1]!, cells[3]!] as const;
  });
  const names = blanks.map(([name]) => name).filter((name) => name !== "name");
  if (new Set(names).size !== names.length) throw new Error(`${FILL_PAGE}: a name stands there twice`);
  return new Map(blanks.filter(([name]) => name !== "name"));
}

/**
 * The text with `{name}` filled in; a blank stays visible as "[name]", so that nobody uploads it unseen.
 * @throws Error for a name that the page does not have
 */
export const fillIn = (text: string, blanks: ReadonlyMap<string, string>): string =>
  text.replace(/\{([a-z]+(?:-[a-z]+)*)\}/g, (_, name: string) => {
    const value = blanks.get(name);
    if (value === undefined) throw new Error(`${FILL_PAGE} has no ${name}`);
    return value || `[${name}]`;
  });
