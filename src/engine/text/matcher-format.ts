/** The form that `pattern-builder.ts` builds patterns into and `matcher.ts`, `trie.ts` and `word-table.ts` read. */

/** Longest pattern, in words. Longer ones are cut: a name of twelve words is known by its first twelve. */
export const MAX_WORDS = 12;

/** Patterns are read so many words at once: those that begin with any of them. */
export const WORDS_IN_BLOCK = 16;

/** Built patterns as JSON; base64 of little-endian columns, and of front-coded word ids. */
export interface MatcherData {
  /** Int32 hashes and Uint16 checks of the words, then of their other spellings; Int32 ids of the latter. */
  hashes: string;
  checks: string;
  same: string;
  /** Uint16 table of the words by their hash (`slotsOf`); none beside very many, where it would fill the storage. */
  slots?: string;
  patterns: string;
  /** Uint32: where in `patterns` each block of words begins, then where the last one ends. */
  blocks: string;
  skip: readonly number[];
  counts: { words: number; same: number; patterns: number; nodes: number; payloads: number };
}
