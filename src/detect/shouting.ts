const WORD = /\p{L}{2,}/gu;
/** A shorter text has too few words to tell. */
const FEWEST = 3;

/** Most words are in capitals: the whole text is shouted, and capitals say nothing in it. */
export function isShouted(text: string): boolean {
  let large = 0;
  let all = 0;
  for (const [word] of text.matchAll(WORD)) {
    all++;
    if (word === word.toUpperCase()) large++;
  }
  return all >= FEWEST && large * 2 > all;
}
