/** A shorter text has too few words to tell. */
const MIN_WORDS = 3;

/** Most words of two letters and more are in capitals: the whole text is shouted, and capitals say nothing in it. */
export function isShouted(text: string): boolean {
  let shouted = 0;
  let all = 0;
  let large = 0;
  let small = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32;
    if (unit >= 97 && unit <= 122) small++;
    else if (unit >= 65 && unit <= 90) large++;
    else if (large + small > 0) {
      if (large + small > 1) all++;
      if (large > 1 && small === 0) shouted++;
      large = 0;
      small = 0;
    }
  }
  return all >= MIN_WORDS && shouted * 2 > all;
}
