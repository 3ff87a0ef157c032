/** Minimum number of words; shorter texts have too few to judge. */
const MIN_WORDS = 3;

/** True if most words of two or more letters are in capitals; capitals then mean nothing. */
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
