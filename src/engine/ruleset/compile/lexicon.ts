import { normalise } from "../../text/normalise.ts";
import type { PatternBuilder } from "../../text/pattern-builder.ts";
import type { Ruleset, Term } from "../schema/index.ts";
import { PAYLOAD } from "./format.ts";

/** Maximum number of words of a phrase that is also matched as one word: "coblosnomor". */
const MAX_JOINED_WORDS = 3;
const MIN_JOINED_LENGTH = 8;

const JOINABLE: ReadonlySet<string> = new Set([
  "call-to-vote",
  "ballot-number",
  "slogan",
  "victory",
  "volunteer-name",
]);

/** Adds every term of the lexicon; the payload is its index in the list. */
export function addLexicon(builder: PatternBuilder, lexicon: readonly Term[]): void {
  for (const [index, term] of lexicon.entries()) {
    const value = index * 16 + PAYLOAD.term;
    builder.add(term.text, value);
    if (!JOINABLE.has(term.role)) continue;
    const words = normalise(term.text).text.split(" ");
    const joined = words.join("");
    if (words.length > 1 && words.length <= MAX_JOINED_WORDS && joined.length >= MIN_JOINED_LENGTH) {
      builder.add(joined, value);
    }
  }
}

/** Common words of hashtags, known so that "#pastimenangbersamarakyat" can be split. */
const TAG_WORDS = `ada adil aku ayo baik bangkit bangsa baru beda berani berkah berjaya bersama bersatu bisa buat cerdas
cinta dan dari dengan dua emas gas gerak hebat hidup indonesia ini itu jadi jaya jujur juara kami kerja kita kota kuat
kuy lagi lanjut lanjutkan lebih maju mari masyarakat mau melayani menang menuju merakyat milih muda muslim nomor
nyata optimis oke paling pasti pemilu periode perubahan pilih pilihan pilihanku pilihankita pilkada putaran rakyat ramah raya
religius sahabat saja salam satu sejahtera selalu semua siap solid solusi suara tahun teman tetap tiga total untuk
unggul warga wong yang`;

/** Adds common words and names of regions to the vocabulary for splitting hashtags. */
export function addTagWords(builder: PatternBuilder, ruleset: Ruleset): void {
  builder.addWords(TAG_WORDS);
  for (const contest of ruleset.roster.contests) builder.addWords(contest.name.id);
}
