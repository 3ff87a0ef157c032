import type { EvidenceKind } from "./types.ts";

/**
 * The signals an assessment is made of. `scripts/train.ts` fits their weights (log-odds) on the stack of the text
 * model and these; where there was too little to fit, the weight is set by hand and says so.
 */
export const SIGNALS = [
  "model",
  "pair",
  "full-name",
  "single-name",
  "part-name",
  "common-name",
  "tagged-name",
  "named-with-cue",
  "named-in-talk",
  "party",
  "mention",
  "call",
  "call-with-number",
  "call-with-name",
  "number",
  "slogan",
  "ticket-slogan",
  "victory",
  "programme",
  "event",
  "charity",
  "attribute",
  "hand",
  "news",
  "headline",
  "report",
  "neutral-author",
  "page-name",
  "page-ticket",
  "category",
  "office",
  "party-account",
  "campaign-account",
  "explicit",
  "explicit-past",
  "side",
  "spoken-of",
  "election-talk",
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Strong signals are independent where they come from different groups. */
export type Group = "who" | "name" | "said" | "model";

/** Everything of a signal that does not depend on the text. */
export interface SignalKind {
  group: Group;
  kind: EvidenceKind;
}

export const SIGNAL_KINDS: Readonly<Record<Signal, SignalKind>> = {
  model: { group: "model", kind: "model" },
  pair: { group: "name", kind: "ticket" },
  "full-name": { group: "name", kind: "candidate" },
  "single-name": { group: "name", kind: "candidate" },
  "part-name": { group: "name", kind: "candidate" },
  "common-name": { group: "name", kind: "candidate" },
  "tagged-name": { group: "name", kind: "hashtag" },
  // Not reasons of their own: how a name stands in the text. Both sit in the group of names.
  "named-with-cue": { group: "name", kind: "lexicon" },
  "named-in-talk": { group: "name", kind: "lexicon" },
  party: { group: "name", kind: "party" },
  mention: { group: "name", kind: "candidate" },
  call: { group: "said", kind: "call-to-vote" },
  "call-with-number": { group: "said", kind: "call-to-vote" },
  "call-with-name": { group: "said", kind: "call-to-vote" },
  number: { group: "said", kind: "ballot-number" },
  slogan: { group: "said", kind: "slogan" },
  "ticket-slogan": { group: "said", kind: "slogan" },
  victory: { group: "said", kind: "lexicon" },
  programme: { group: "said", kind: "programme" },
  event: { group: "said", kind: "event-invitation" },
  charity: { group: "said", kind: "charity" },
  attribute: { group: "said", kind: "attribute" },
  hand: { group: "said", kind: "ballot-number" },
  news: { group: "said", kind: "news-style" },
  headline: { group: "said", kind: "news-style" },
  report: { group: "said", kind: "news-style" },
  "neutral-author": { group: "who", kind: "neutral-account" },
  "page-name": { group: "who", kind: "page-name" },
  "page-ticket": { group: "who", kind: "page-name" },
  category: { group: "who", kind: "page-category" },
  office: { group: "who", kind: "office-holder" },
  "party-account": { group: "who", kind: "account" },
  "campaign-account": { group: "who", kind: "account" },
  // Whom and what for in one: never a second witness beside the name it holds.
  explicit: { group: "said", kind: "call-to-vote" },
  "explicit-past": { group: "said", kind: "call-to-vote" },
  side: { group: "said", kind: "lexicon" },
  "spoken-of": { group: "said", kind: "news-style" },
  // Words of elections and offices, as an anchor alone: no reason, no weight.
  "election-talk": { group: "said", kind: "lexicon" },
};
