import { tidyCode } from "../tidy.ts";
import { monthOf } from "./days.ts";
import { damaged, good, isScientific, type ReadCell, type Reading, wrong } from "./reading.ts";

const NUMBER_WORDS = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
];

/** A whole number without leading zeros. */
function whole(cell: string, most: number): Reading {
  const text = tidyCode(cell);
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return good(String(Number(text)));
  const decimal = /^(\d+)[.,]0+$/.exec(text);
  if (decimal && Number(decimal[1]) >= 1)
    return damaged("number-decimal", [cell], String(Number(decimal[1])));
  const day = /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ]\d+)?$/i.exec(text);
  if (day && monthOf(day[2]!)) return damaged("number-day", [cell], String(Number(day[1])));
  const word = NUMBER_WORDS.indexOf(text.toLowerCase());
  // "No. 2", "02.", "v2": the number in it, if there is one only.
  const inside = text.match(/\d+/g);
  const meant = word > 0 ? word : inside?.length === 1 ? Number(inside[0]) : 1;
  const example = String(meant >= 1 && meant <= most ? meant : 1);
  return wrong("number", [cell, most], example);
}

/** A ballot number. */
export const readNumber: ReadCell = (cell) => whole(cell, 999);

/** The version of an issue. */
export const readVersion: ReadCell = (cell) =>
  isScientific(tidyCode(cell)) ? damaged("number-decimal", [cell], "1") : whole(cell, 9_999_999_999);

/** A weight from 0 to 1, with a decimal comma or point. The value has a point. */
export const readWeight: ReadCell = (cell) => {
  const text = tidyCode(cell);
  const plain = (number: number) => String(Math.round(number * 1000) / 1000);
  const number = Number(text.replace(",", "."));
  if (/^\d*[.,]?\d+$/.test(text) && number >= 0 && number <= 1) return good(plain(number));
  const percent = /^(\d+(?:[.,]\d+)?) ?%$/.exec(text);
  const share = percent ? Number(percent[1]!.replace(",", ".")) : Number.NaN;
  if (share >= 0 && share <= 100) return damagedWeight("weight-percent", cell, share / 100);
  const tenth = number > 1 && number <= 10 ? number / 10 : number > 10 && number <= 100 ? number / 100 : 0.6;
  return /^\d*[.,]?\d+$/.test(text)
    ? wrongWeight("weight-large", cell, tenth)
    : wrongWeight("weight", cell, 0.6);

  function damagedWeight(code: "weight-percent", shown: string, value: number) {
    return damaged(code, [shown], plain(value).replace(".", ","), plain(value));
  }
  function wrongWeight(code: "weight" | "weight-large", shown: string, value: number) {
    return wrong(code, [shown], plain(value).replace(".", ","), plain(value));
  }
};
