/**
 * Two small hashes over folded characters: 32 bits select a slot, 16 bits verify it. Together they make a false hit
 * of an unknown word on a table of 100,000 words rarer than 1 in 10^9.
 */

export const HASH_SEED = 0x811c9dc5 | 0;
export const CHECK_SEED = 0x2545f491 | 0;
/** Numbers hash differently from words, so that "2" in a pattern never matches a word. */
export const NUMBER_SEED = 0x1b873593 | 0;

/** FNV-1a step over one UTF-16 code unit. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Step of the 16-bit check over one UTF-16 code unit. */
export function checkStep(check: number, unit: number): number {
  return Math.imul(check + unit, 0x2c1b3c6d) ^ (check >>> 15);
}

/** Final mixing: spreads the last characters over all bits. Never returns 0, which marks an empty slot. */
export function finishHash(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x45d9f3b5);
  h ^= h >>> 15;
  return h === 0 ? 1 : h;
}

/** Final mixing of the check; 16 bits. */
export function finishCheck(check: number): number {
  return ((check ^ (check >>> 16)) & 0xffff) >>> 0;
}
