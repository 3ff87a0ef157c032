/**
 * Derives short names from the KPU's spelling: "BUSTAMI HAMZAH, S.E., M.Si." is "Bustami Hamzah" to everybody else.
 * Used when a roster is built (bundle, agency files), never on a page.
 */

/** Titles before a name: religious, academic, noble, military. Compared without dots, in lower case. */
const TITLES = new Set(
  (
    "h hj hi haji hajah dr drs dra drg drh ir prof kh tgk teungku ust ustadz ustaz apt ns pdt pdp pastor capt kapten letjen " +
    "mayjen brigjen irjen komjen kombes kompol akbp akp ipda letkol kolonel mayor laksda laksma laksamana marsda marsma tni pol " +
    "purn marinir mar inf hc cand adv hm hr hrm hmoh ra rm tgh jenderal jendral ars gra kol ckm drh pnt"
  ).split(" "),
);

/** Degrees after a name without a comma. */
const DEGREES = new Set(
  (
    "se sh st sip sos ssos spd sag si ssi msi mm mh mt mpd mkes mba ma mp msc sp skm stp shut sthi spt spi skom amd lc phd mag " +
    "mhum mkn map sap mip me ak ca ipu sked spog spb spa shi sstp mtr mth sth mars mph"
  ).split(" "),
);

/** First names so common that they distinguish nobody and are often omitted. */
const COMMON_FIRST = /* @__PURE__ */ new Set(
  /* @__PURE__ */ (
    "muhammad mohammad mohamad muhamad mohd moh muh moch mochamad mochammad muchamad m md ahmad achmad abd abdul a abu nur " +
    "siti sri andi raden r rd rr i ni ida putu made ketut nyoman wayan gede komang kadek anak bagus ayu gusti dewa desak luh " +
    "teuku tengku t cut said sayed syarif sultan ratu tubagus tb tuanku la wa daeng dg st baiq lalu hi haji s d y e b mhd lm bn"
  ).split(" "),
);

const plainWord = (word: string) => word.toLowerCase().replace(/[.,()]/g, "");

/** "MAS'UD" is "Mas'ud", "II" stays "II". */
export function titleCase(words: string): string {
  return words
    .split(" ")
    .map((word) =>
      /^[IVX]+$/.test(word) && word.length > 1
        ? word
        : word.toLowerCase().replace(/(^|[-.(])\p{L}/gu, (l) => l.toUpperCase()),
    )
    .join(" ");
}

/** Name without titles and degrees, and the nickname that the KPU prints in brackets, if any. */
export function shortName(official: string): { short: string; nickname?: string } {
  const brackets = [...official.matchAll(/\(([^)]*)\)/g)].map((found) => found[1]!.trim());
  const nickname = brackets.find(
    (inside) => /^[\p{L} '’]{4,}$/u.test(inside) && !TITLES.has(plainWord(inside)),
  );
  const words = official
    .replace(/\([^)]*\)/g, " ")
    .split(",")[0]!
    .split(/\s+/)
    .flatMap(splitTitles)
    .filter((word) => word !== "" && word !== ".");
  while (words.length > 1 && TITLES.has(plainWord(words[0]!))) words.shift();
  while (words.length > 1 && /^\p{L}\.$/u.test(words[0]!)) words.shift();
  while (words.length > 1 && isDegree(words.at(-1)!)) words.pop();
  const short = titleCase(
    words
      .join(" ")
      .replaceAll(".", "")
      .replace(/[^\p{L}\p{N} '’`-]/gu, "")
      .replace(/[’`]/g, "'")
      .trim(),
  );
  return nickname ? { short, nickname: titleCase(nickname) } : { short };
}

/** "Dr.Ir." and "H.MUHAMMAD" are two words each; "S.IP." is one. */
function splitTitles(word: string): string[] {
  const found = /^([^.]+)\.(.+)$/.exec(word);
  return found && TITLES.has(plainWord(found[1]!)) ? [`${found[1]}.`, ...splitTitles(found[2]!)] : [word];
}

function isDegree(word: string): boolean {
  return (
    /^\p{L}{1,4}\.\p{L}/u.test(word) ||
    (DEGREES.has(plainWord(word.replaceAll(".", ""))) && (word.includes(".") || word.length <= 3))
  );
}

/** The distinctive words of a name: without leading "Muhammad", "Made" and the like, unless nothing else remains. */
export function distinctiveWords(short: string): string[] {
  const words = short.split(" ").filter((word) => word !== "");
  let from = 0;
  while (
    from < words.length - 1 &&
    (COMMON_FIRST.has(plainWord(words[from]!)) || plainWord(words[from]!).length < 2)
  )
    from += 1;
  return words.slice(from);
}

/**
 * Aliases of a person: the short name, the nickname and, for longer names, first + second and first + last word. `safe`
 * decides on derived aliases (unique, no everyday words). Single words are never derived.
 */
export function personAliases(official: string, safe: (alias: string) => boolean): string[] {
  const { short, nickname } = shortName(official);
  const distinctive = distinctiveWords(short);
  const found = new Set<string>();
  if (short.includes(" ")) found.add(short);
  if (distinctive.length >= 2 && distinctive.length < short.split(" ").length) {
    const without = distinctive.join(" ");
    if (safe(without)) found.add(without);
  }
  const noInitials = short.split(" ").filter((word) => word.length > 1);
  if (noInitials.length >= 2 && safe(noInitials.join(" "))) found.add(noInitials.join(" "));
  if (nickname?.includes(" ") && safe(nickname)) found.add(nickname);
  if (distinctive.length >= 3) {
    for (const other of [distinctive[1]!, distinctive.at(-1)!]) {
      const derived = `${distinctive[0]} ${other}`;
      if (plainWord(distinctive[0]!).length >= 3 && plainWord(other).length >= 3 && safe(derived))
        found.add(derived);
    }
  }
  return [...found];
}

/**
 * Alias of a pair like "Bustami-Fadhil", from the first distinctive words of three letters; undefined if one has none
 * or both share it.
 */
export function pairAlias(first: string, second: string): string | undefined {
  const [one, two] = [first, second].map((name) =>
    distinctiveWords(shortName(name).short).find((word) => plainWord(word).length >= 3),
  );
  return one && two && one !== two ? `${one}-${two}` : undefined;
}
