/** Obfuscations of words, applied to a whole text; the names are those of the corpus. */

const LEET: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };
const ALIKE: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", c: "с", p: "р", i: "і" };

const words = (text: string, change: (word: string) => string): string =>
  text.replace(/[A-Za-z]{4,}/g, change);
const shifted = (text: string, upper: number, lower: number): string =>
  text.replace(/[A-Za-z]/g, (char) => {
    const unit = char.charCodeAt(0);
    return String.fromCodePoint(unit < 97 ? upper + unit - 65 : lower + unit - 97);
  });

export const TRICKS: Readonly<Record<string, (text: string) => string>> = {
  leet: (text) =>
    words(text, (word) => word[0] + word.slice(1, -1).replace(/[aeiost]/g, (c) => LEET[c]!) + word.at(-1)),
  dotted: (text) => words(text, (word) => Array.from(word).join(".")),
  zero: (text) => words(text, (word) => Array.from(word).join("\u200b")),
  homoglyph: (text) => text.replace(/[aeocpi]/g, (char) => ALIKE[char]!),
  wide: (text) => shifted(text, 0xff21, 0xff41),
  styled: (text) => shifted(text, 0x1d400, 0x1d41a),
  elong: (text) => words(text, (word) => word + word.at(-1)!.repeat(4)),
};
