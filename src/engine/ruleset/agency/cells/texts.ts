import { LIMITS } from "../../schema/limits.ts";
import { nearest } from "../../validate/suggestions.ts";
import { splitList } from "../table.ts";
import { tidyCell, tidyCode, tidyLine } from "../tidy.ts";
import {
  type CellContext,
  damaged,
  good,
  isSpreadsheetError,
  type ReadCell,
  type Reading,
  wrong,
} from "./reading.ts";

const MARKUP = /[<>]/;
const withoutMarkup = (text: string) =>
  text
    .replace(/<[^<>]*>/g, " ")
    .replace(/[<>]/g, "")
    .replace(/ {2,}/g, " ")
    .trim();

/** Text that is shown as it is: no markup, not longer than this. */
function plain(text: string, most: number, otherwise: string): Reading {
  if (MARKUP.test(text)) return wrong("markup", [text], cut(withoutMarkup(text), most) || otherwise);
  return text.length > most ? wrong("long", [text, most], cut(text, most)) : good(text);
}
const cut = (text: string, most: number) =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/\s+\S*$/u, "")
        .slice(0, most);

export const readText: ReadCell = (cell) => plain(tidyLine(cell), LIMITS.name, "Contoh");
export const readTitle: ReadCell = (cell) => plain(tidyLine(cell), LIMITS.text, "Contoh");
/** A paragraph: the only cell that may have several lines. */
export const readNote: ReadCell = (cell) => plain(tidyCell(cell), LIMITS.text, "Contoh");

/** Several values separated by "|": the first that is wrong decides, and the example is the whole cell. */
function readList(cell: string, read: (one: string) => Reading): Reading {
  const list = splitList(tidyLine(cell));
  if (list.length > LIMITS.aliases)
    return wrong("many", [cell, LIMITS.aliases], list.slice(0, LIMITS.aliases).join(" | "));
  const readings = list.map(read);
  const first = readings.find((reading) => reading.reason);
  const value = readings.map((reading) => reading.value).join("|");
  if (!first?.reason) return good(value);
  const examples = readings.map((reading, at) => reading.reason?.mend?.text ?? list[at]!);
  return wrong(
    first.reason.code,
    [list[readings.indexOf(first)]!, ...(first.reason.values ?? []).slice(1)],
    examples.join(" | "),
    value,
  );
}

export const readTexts: ReadCell = (cell) =>
  readList(cell, (one) =>
    isSpreadsheetError(one) ? damaged("error", [one], "Contoh") : plain(one, LIMITS.name, "Contoh"),
  );

/** Hashtags, with or without "#". */
export const readHashtags: ReadCell = (cell) =>
  readList(cell, (one) => {
    const tag = tidyCode(one).replace(/^#/, "");
    if (/^[\p{L}\p{N}_]{1,100}$/u.test(tag)) return good(tag);
    if (isSpreadsheetError(one)) return damaged("error", [one], "Contoh");
    return wrong("hashtag", [one], tag.replace(/[^\p{L}\p{N}_]/gu, "").slice(0, 100) || "Contoh");
  });

/** An id: words are joined by hyphens. */
export const readId: ReadCell = (cell, { elections }) => {
  const id = tidyCode(cell).replace(/\s+/g, "-");
  if (id.length <= LIMITS.id && /^[A-Za-z0-9][A-Za-z0-9._:/+@-]*$/.test(id)) return good(id);
  const plainId = id
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._:/+@-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+|-+$/g, "")
    .slice(0, LIMITS.id);
  return wrong("id", [cell], nearest(plainId, elections) ?? (plainId || (elections[0] ?? "pilkada-2029")));
};

/** What is switched off: an id, or a word or term as it is. */
export const readSwitchedOff: ReadCell = (cell) => plain(tidyLine(cell), LIMITS.name, "Contoh");

const partyKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function oneParty(name: string, { parties, partyNames }: CellContext): Reading {
  const id = findParty(name, parties);
  if (id !== undefined) return good(id);
  const bare = partyKey(name).replace(/^partai /, "");
  const close = nearest(bare, partyNames) ?? nearest(name, partyNames);
  const example = close ?? partyNames[0] ?? name;
  return wrong("party", [name], example, findParty(example, parties) ?? "");
}

/** The id of a party by its id, name or short name, with or without "Partai". */
function findParty(name: string, parties: ReadonlyMap<string, string>): string | undefined {
  const key = partyKey(tidyCode(name));
  return parties.get(key) ?? parties.get(key.replace(/^partai /, "")) ?? parties.get(`partai ${key}`);
}

export { partyKey };

export const readParties: ReadCell = (cell, context) => readList(cell, (one) => oneParty(one, context));
export const readParty: ReadCell = (cell, context) => oneParty(tidyLine(cell), context);
