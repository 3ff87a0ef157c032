import { seeded } from "../../scripts/model/logistic-regression.ts";
import type { Contest, Ruleset, Ticket } from "../../src/engine/ruleset/schema/index.ts";

/** Names, posts and slow texts by a seeded generator: invented, the same on every machine. */

const ONSETS = "b d g h j k l m n p r s t w y br dr kr pr sr tr ng ny c".split(" ");
const VOWELS = "a i u e o a a i".split(" ");
const ENDS = ["", "", "", "n", "r", "s", "t", "ng", "h", "k"];

function word(random: () => number, syllables: number): string {
  let out = "";
  for (let i = 0; i < syllables; i++) {
    const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
    out += pick(ONSETS) + pick(VOWELS) + (i === syllables - 1 ? pick(ENDS) : "");
  }
  return out;
}

/** `count` different names of two or three words, from a stock of words about a third as large. */
export function generateNames(count: number): string[] {
  const random = seeded(11);
  const stock = Array.from({ length: Math.max(400, count / 3) }, () =>
    word(random, 2 + Math.floor(random() * 3)),
  );
  const names = new Set<string>();
  while (names.size < count) {
    const words = Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => stock[Math.floor(random() * stock.length)]!,
    );
    names.add(words.map((one) => one[0]!.toUpperCase() + one.slice(1)).join(" "));
  }
  return [...names];
}

/** The bundled ruleset with its roster replaced by `names` invented candidates in pairs. */
export function generateRuleset(bundled: Ruleset, names: number): Ruleset {
  const people = generateNames(names);
  const contests: Contest[] = [];
  for (let at = 0; at + 1 < people.length; at += 40) {
    const tickets: Ticket[] = [];
    for (let k = at; k + 1 < Math.min(people.length, at + 40); k += 2) {
      tickets.push({
        id: `made/${at}/${String((k - at) / 2 + 1).padStart(2, "0")}`,
        number: (k - at) / 2 + 1,
        candidates: [people[k]!, people[k + 1]!].map((name) => ({ name, aliases: [name] })),
        aliases: [`${people[k]!.split(" ")[0]}-${people[k + 1]!.split(" ")[0]}`],
        slogans: [],
        hashtags: [],
        parties: [],
      });
    }
    contests.push({
      id: `made/${at}`,
      election: "made",
      kind: "regent",
      name: { id: "Uji", en: "Test" },
      tickets,
    });
  }
  return { ...bundled, roster: { ...bundled.roster, contests } };
}

const SENTENCES = [
  "Hari ini hujan deras di kampung kami, jalan ke pasar tergenang sampai lutut 😅",
  "Ayo nomor dua, kita menangkan bersama di TPS masing-masing ya!",
  "KPU menetapkan jadwal debat ketiga pada hari Minggu malam",
  "Jangan lupa makan siang, bekalnya ada di tas biru",
  "#RabuCeria kumpul keluarga besar sambil masak rendang",
  "@teman sudah baca beritanya belum? https://contoh.example/berita/123",
  "Pak guru bilang lomba cerdas cermat diundur seminggu",
  "Harga cabai naik lagi, ibu-ibu mengeluh di grup",
  "Program sekolah gratis itu janji siapa sih sebenarnya?",
  "Semoga lekas sembuh kak, kami semua kangen 🙏🙏",
];

/** Posts of exactly `units` UTF-16 units: everyday sentences with an occasional name. */
export function generatePosts(count: number, units: number): string[] {
  const random = seeded(23);
  const names = generateNames(3_000);
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < units) {
      text += `${SENTENCES[Math.floor(random() * SENTENCES.length)]} `;
      if (random() < 0.15) text += `${names[Math.floor(random() * names.length)]} `;
      text += `${word(random, 3)} `;
    }
    return flat(text.slice(0, units));
  });
}

/** The same text as one flat string, as a page gives it: a substring of a longer string is read more slowly. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

const UNITS = [
  "coblos nomor ",
  "a.",
  "a ",
  "4a",
  "#coblosnomorduapastimenangsekali ",
  "#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
  "prabowo gibran ",
  "anies dan pak muhaimin ",
  "@a",
  "1️⃣",
  "☝️",
  "x-x-x",
  "\u200b",
  "ﷺ",
  "é",
  "𝐂",
  "\n",
  "paslon 2 ",
  "PPP PKS ",
  "http://",
  "$a",
  "o'o",
  "dan pak bu ",
  "menang ",
  "kpu bawaslu ",
  "😀",
  "\ud800",
  "MenangKita",
  "muhammad ahmad ",
  "no. ",
];

/** Texts built to be slow: every unit alone, in pairs, and shuffled, up to 5,000 units and some longer. */
export function slowTexts(count: number): string[] {
  const random = seeded(31);
  const pick = (): string => UNITS[Math.floor(random() * UNITS.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const length = i % 10 === 0 ? 20_000 : 5_000;
    if (i < UNITS.length)
      return flat(UNITS[i]!.repeat(Math.ceil(length / UNITS[i]!.length)).slice(0, length));
    if (i % 3 === 0) {
      let text = "";
      while (text.length < length) text += pick();
      return flat(text.slice(0, length));
    }
    if (i % 3 === 1) {
      let text = "";
      while (text.length < length) text += String.fromCodePoint(Math.floor(random() * 0x2ffff));
      return flat(text.slice(0, length));
    }
    const pair = pick() + pick();
    return flat(pair.repeat(Math.ceil(length / pair.length)).slice(0, length));
  });
}
