/**
 * Limits of a ruleset. They bound a page's memory and the time to compile, whatever is published; docs/agency.md names
 * them for publishers.
 */
export const LIMITS = {
  /** Bytes of a ruleset or layer file as read, before parsing. */
  bytes: 32 * 1024 * 1024,
  /** Nesting of objects and lists. */
  depth: 14,
  /** Number of names to match: candidates, aliases, pairs, slogans, hashtags, parties and accounts together. */
  names: 100_000,
  /** Characters of an id, a name, a line, a paragraph, an address. */
  id: 80,
  name: 160,
  line: 240,
  text: 1200,
  url: 500,
  selector: 200,
  rules: 60,
  triggers: 40,
  advice: 20,
  instruments: 300,
  bases: 600,
  sanctions: 300,
  sources: 20,
  phases: 24,
  elections: 100,
  stages: 60,
  contests: 20_000,
  tickets: 500,
  candidates: 4,
  aliases: 24,
  parties: 500,
  accounts: 100_000,
  terms: 10_000,
  ordinary: 10_000,
  statistics: 100,
  channels: 100,
  siteEntries: 100,
  siteList: 60,
} as const;
