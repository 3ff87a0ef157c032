/**
 * Folds one code point to what a reader sees: NFKC, lower case, no diacritics, look-alike letters as Latin ones.
 * One table caches the results, so the Unicode work happens once per character.
 */

/** Ends a word: spaces, punctuation, symbols. */
export const SEPARATOR = 0;
/** Invisible: zero-width characters, combining marks, variation selectors, skin tones. */
export const DROPPED = 1;
/** Folds to several characters, which `foldMany` returns. */
export const MANY = 2;
/** Pictographs fold into the private-use area, so that each stays one unit. */
export const EMOJI_FIRST = 0xe000;
export const EMOJI_LAST = 0xefff;
/** Letters beyond the basic plane without a Latin look-alike. */
const ASTRAL_LETTER = 0xf000;
/** Longest expansion ("㎢" → "km2"); some Arabic ligatures would give 18 characters. */
const MAX_EXPANSION = 3;

/** Look-alikes as pairs "from to". Source: Unicode confusables for Latin, lower-case forms only. */
const LOOK_ALIKES =
  "аa вb сc еe нh іi јj кk мm оo рp ԛq ѕs тt уy ѵv ԝw хx ԁd һh ьb пn ғf ԍg өo эe " +
  "ɑa αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw σo ϲc ϳj ɡg ո" +
  "n սu օo հh ցg զq քp ıi ɩi ℓl ǀl ꞵb ʏy ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ǫq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz " +
  "øo łl đd ħh ŧt ßs æe œe þp ðd ŋn";

const lookAlikes = new Map<string, string>();
for (const pair of LOOK_ALIKES.split(" ")) {
  const [from, to] = Array.from(pair);
  if (from && to) lookAlikes.set(from, to);
}

const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;

/** Number of code points in the table; above it are rare ideographs, which no pattern contains. */
const TABLE_SIZE = 0x20000;
/** Folded forms plus one; 0 means not computed yet. The system allocates memory only for the parts written to. */
const table = new Uint16Array(TABLE_SIZE);
const expansions = new Map<number, string>();

/** Ranges of styled letters and digits that NFKC does not change: [first, last, code unit of the first]. */
const STYLED: readonly (readonly [number, number, number])[] = [
  [0x1f1e6, 0x1f1ff, 97],
  [0x1f150, 0x1f169, 97],
  [0x1f170, 0x1f189, 97],
  [0x2776, 0x277e, 49],
  [0x2780, 0x2788, 49],
  [0x278a, 0x2792, 49],
  [0x24f5, 0x24fd, 49],
];

function isInvisible(cp: number): boolean {
  return (
    cp === 0xad ||
    cp === 0x34f ||
    cp === 0x61c ||
    cp === 0x180e ||
    cp === 0x115f ||
    cp === 0x1160 ||
    cp === 0x3164 ||
    cp === 0xfeff ||
    (cp >= 0x200b && cp <= 0x200f) ||
    (cp >= 0x202a && cp <= 0x202e) ||
    (cp >= 0x2060 && cp <= 0x206f) ||
    (cp >= 0xfe00 && cp <= 0xfe0f) ||
    (cp >= 0x1f3fb && cp <= 0x1f3ff) ||
    (cp >= 0xe0000 && cp <= 0xe0fff)
  );
}

function unitOf(char: string): string {
  const lower = char.toLowerCase();
  return lookAlikes.get(lower) ?? lower;
}

function computeFold(cp: number): number {
  if (isInvisible(cp)) return DROPPED;
  for (const [first, last, unit] of STYLED) {
    if (cp >= first && cp <= last) return unit + cp - first;
  }
  if (cp >= 0xd800 && cp <= 0xdfff) return SEPARATOR;
  const char = String.fromCodePoint(cp);
  if (MARK.test(char)) return DROPPED;
  let out = "";
  for (const part of char.normalize("NFKD")) {
    for (const piece of unitOf(part)) {
      if (!MARK.test(piece) && LETTER_OR_NUMBER.test(piece)) out += unitOf(piece);
    }
  }
  if (out === "") {
    return PICTOGRAPH.test(char) ? EMOJI_FIRST | (cp & 0xfff) : SEPARATOR;
  }
  if (out.length === 1) return out.charCodeAt(0);
  if (Array.from(out).length === 1) return ASTRAL_LETTER | (cp & 0x7ff);
  expansions.set(cp, out.slice(0, MAX_EXPANSION));
  return MANY;
}

/**
 * Folded form of one code point: SEPARATOR, DROPPED, MANY, a pictograph (EMOJI_FIRST…EMOJI_LAST), or the UTF-16
 * code unit of one letter or digit.
 */
export function fold(cp: number): number {
  if (cp >= TABLE_SIZE) return cp >= 0xe0000 && cp <= 0xe0fff ? DROPPED : SEPARATOR;
  const cached = table[cp]!;
  if (cached !== 0) return cached - 1;
  const value = computeFold(cp);
  table[cp] = value + 1;
  return value;
}

/** The characters that a MANY code point folds to, at most three. */
export function foldMany(cp: number): string {
  return expansions.get(cp) ?? "";
}
