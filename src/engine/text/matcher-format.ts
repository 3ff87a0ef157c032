/** The form that `pattern-builder.ts` builds patterns into and `matcher.ts`, `trie.ts` and `word-table.ts` read. */

/** Longest pattern, in words. Longer ones are cut: a longer name is recognised by its first twelve words. */
export const MAX_WORDS = 12;

/** Number of first words whose patterns are decoded together. */
export const WORDS_IN_BLOCK = 16;

/** Built patterns as JSON: base64 of little-endian columns and of front-coded word ids. */
export interface MatcherData {
  /** Int32 hashes and Uint16 checks of the words, then of their variant spellings; `same`: Int32 ids of the variants. */
  hashes: string;
  checks: string;
  same: string;
  /** Uint16 hash table of the words (`slotsOf`); omitted for large vocabularies, where it would fill the storage. */
  slots?: string;
  patterns: string;
  /** Uint32: the start of each block of words in `patterns`, then the end of the last one. */
  blocks: string;
  skip: readonly number[];
  counts: { words: number; same: number; patterns: number; nodes: number; payloads: number };
}
