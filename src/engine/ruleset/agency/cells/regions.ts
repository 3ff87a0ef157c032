import { tidyCode } from "../tidy.ts";
import { monthOf } from "./days.ts";
import { damaged, good, type ReadCell, type Reading, wrong } from "./reading.ts";

/** "32.04" for "3204". */
export const dotted = (region: string): string =>
  /^\d{4}$/.test(region) ? `${region.slice(0, 2)}.${region.slice(2)}` : region;

const two = (number: string | number) => String(number).padStart(2, "0");

/**
 * A region: a code of Kemendagri ("32", "32.04", "3204") or a word ("nasional"). Spreadsheets take such a code for a
 * number, a time or a day; what it was can mostly be told from what they made of it.
 */
export const readRegion: ReadCell = (cell, context) => {
  const text = tidyCode(cell);
  if (/^\d{2}$/.test(text) || /^\d{4}$/.test(text)) return good(text);
  const code = /^(\d{2})\.(\d{2})$/.exec(text);
  if (code) return good(`${code[1]}${code[2]}`);
  const changed = fromNumber(text, cell) ?? fromTime(text, cell) ?? fromDay(text, cell);
  if (changed) return changed;
  const deep = /^(\d{2})[. ]?(\d{2})(?:[. ]?\d{2}){1,2}(?:[. ]?\d{4})?$/.exec(text);
  if (deep) return as(wrong, "region-deep", cell, deep[1]!, deep[2]!);
  // Several words are one id: "dapil jawa barat".
  const word = text.toLowerCase().replace(/[\s_-]+/g, "-");
  if (/^[a-z][a-z0-9-]*$/.test(word) && word.length <= 40) return good(word);
  const known = context.regions[0] ?? "3204";
  return wrong("region", [cell], dotted(known), known);
};

const as = (
  kind: typeof wrong,
  code: Parameters<typeof wrong>[0],
  cell: string,
  first: string,
  second: string,
) => kind(code, [cell], `${first}.${second}`, `${first}${second}`);

/** 32.10 as a number is 32.1, with a decimal comma 32,1; 3210 may become 3210.0 or 3.210. */
function fromNumber(text: string, cell: string): Reading | undefined {
  const comma = /^(\d{2}),(\d{2})$/.exec(text);
  if (comma) return as(wrong, "region-comma", cell, comma[1]!, comma[2]!);
  const zero = /^(\d{2})[.,](\d)$/.exec(text);
  if (zero) return as(damaged, "region-zero", cell, zero[1]!, `${zero[2]}0`);
  const whole = /^(\d{2})(\d{2})?[.,]0+$/.exec(text);
  if (whole)
    return damaged(
      "region-number",
      [cell],
      dotted(`${whole[1]}${whole[2] ?? ""}`),
      `${whole[1]}${whole[2] ?? ""}`,
    );
  const thousands = /^(\d)[.,](\d)(\d{2})$/.exec(text);
  return thousands
    ? as(damaged, "region-number", cell, `${thousands[1]}${thousands[2]}`, thousands[3]!)
    : undefined;
}

/** 12:04, 12:04:00, 12:04 PM. */
function fromTime(text: string, cell: string): Reading | undefined {
  const time = /^(\d{1,2}):(\d{2})(?::\d{2})?(?: ?[ap]m)?$/i.exec(text);
  return time ? as(damaged, "region-time", cell, two(time[1]!), time[2]!) : undefined;
}

/** 12.04 as a day is 12-Apr, 12/04/2026 or 2026-04-12; 12.75 as month and year would be Dec-75. */
function fromDay(text: string, cell: string): Reading | undefined {
  const short = /^(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ]\d{2,4})?$/i.exec(text);
  if (short && monthOf(short[2]!))
    return as(damaged, "region-day", cell, two(short[1]!), two(monthOf(short[2]!)));
  const turned = /^([a-z]{3})[- ](\d{2})$/i.exec(text);
  if (turned && monthOf(turned[1]!))
    return as(damaged, "region-day", cell, two(monthOf(turned[1]!)), turned[2]!);
  const full = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(text);
  if (full && Number(full[2]) <= 12) return as(damaged, "region-day", cell, two(full[1]!), two(full[2]!));
  const written = /^\d{4}-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  return written ? as(damaged, "region-day", cell, written[2]!, written[1]!) : undefined;
}
