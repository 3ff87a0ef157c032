/** Shortest passphrase that is accepted, in characters. */
export const MIN_PASSPHRASE_LENGTH = 12;
/** How many guesses a passphrase must be worth: at 600,000 rounds each, a thousand machines need years for them. */
export const MIN_GUESSES = 1e10;
/** How many words are offered. */
export const OFFERED_WORDS = 5;

/** Why a passphrase is refused. */
export type PassphraseProblem = "short" | "numbers" | "guessable";

const MONTHS =
  "jan(uar[iy])?|feb(ruar[iy])?|mar(et|ch)?|apr(il)?|me[iy]|may|jun[ie]?|jul[iy]?|agu(stus)?|aug(ust)?|sep(tember)?|o[kc]t(ober)?|nov(ember)?|de[sc](ember)?";
/** Dates, in figures or with the name of a month. */
const DATE = new RegExp(`\\d{1,4}[\\s./-]*(?:\\d{1,2}|(?:${MONTHS}))[\\s./-]*\\d{2,4}`, "giu");
/** Numbers that an office, a bank or a friend knows: NIP (18 figures), NIK (16), telephone and accounts. */
const LONG_NUMBER = /\d(?:[\s./-]?\d){5,}/gu;

/** What of a passphrase nobody can look up: without dates and long numbers, however they are written. */
export const withoutNumbers = (passphrase: string): string =>
  passphrase.normalize("NFKC").replace(DATE, " ").replace(LONG_NUMBER, " ").replace(/\s+/gu, " ").trim();

/**
 * What is refused without an estimate. An estimate takes a number of 18 figures for as many chances as it has figures,
 * but whoever holds the profile of a civil servant can look his NIP up.
 */
export function shapeProblem(passphrase: string): PassphraseProblem | null {
  if (!/\p{L}/u.test(withoutNumbers(passphrase)) && /\p{N}/u.test(passphrase)) return "numbers";
  return [...passphrase].length < MIN_PASSPHRASE_LENGTH ? "short" : null;
}
