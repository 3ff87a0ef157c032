/** Loaded only while a passphrase is set: the dictionaries are larger than all pages of the extension together. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as indonesian, translations } from "@zxcvbn-ts/language-id";
import offered from "../../../assets/passphrase-words.json" with { type: "json" };
import { regionOf, regionText } from "../../ui/regions.ts";
import {
  MIN_GUESSES,
  OFFERED_WORDS,
  type PassphraseProblem,
  shapeProblem,
  withoutNumbers,
} from "./passphrase.ts";

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...indonesian },
  graphs: adjacencyGraphs,
  translations,
});

/** Words of a name or text, as somebody who guesses would try them: whole, and one by one. */
const guessesOf = (text: string): string[] => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [words.join(" "), words.join(""), ...words];
};

/**
 * Why a passphrase is refused, or null.
 * @param known what is known of the user or in everybody's mouth: names of candidates and parties
 * @param region code of the user's region
 */
export function passphraseProblem(
  passphrase: string,
  known: readonly string[],
  region: string | null = null,
): PassphraseProblem | null {
  const shape = shapeProblem(passphrase);
  if (shape) return shape;
  const place = regionOf(region);
  const inputs = [...new Set([place ? regionText(place) : "", ...known].flatMap(guessesOf))].filter(
    (word) => word.length > 2,
  );
  const worth = (text: string) => estimator.check(text.toLowerCase(), inputs).guesses;
  const rest = withoutNumbers(passphrase);
  // Blanks between known words would count as letters by chance.
  const texts = [passphrase, rest, rest.replace(/[\s\p{P}]+/gu, "")];
  return Math.min(...texts.map(worth)) < MIN_GUESSES ? "guessable" : null;
}

/** Five words of the list by chance: 10^13 combinations, however common each word is. */
export function offeredWords(random: (numbers: Uint32Array<ArrayBuffer>) => void): string {
  const chances = new Uint32Array(OFFERED_WORDS);
  random(chances);
  return [...chances].map((chance) => offered.words[chance % offered.words.length]!).join(" ");
}
