import type { EvidenceKind } from "../../../domain/assessment.ts";

/** Strong signals are independent where they come from different groups. */
export type Group = "who" | "name" | "said" | "model";

/** Everything of a signal that does not depend on the text. */
export interface SignalKind {
  group: Group;
  kind: EvidenceKind;
}

/**
 * The signals an assessment is made of, each with its group and the kind of evidence it is. `scripts/model/train.ts` fits their
 * weights (log-odds) on the stack of the text model and these; where there was too little to fit, the weight is set by
 * hand and says so. Short texts, for every page reads them.
 */
const TABLE = {
  model: "model model",
  pair: "name ticket",
  "full-name": "name candidate",
  "single-name": "name candidate",
  "part-name": "name candidate",
  "common-name": "name candidate",
  "tagged-name": "name hashtag",
  // Not reasons of their own: how a name stands in the text. Both sit in the group of names.
  "named-with-cue": "name lexicon",
  "named-in-talk": "name lexicon",
  party: "name party",
  mention: "name candidate",
  call: "said call-to-vote",
  "call-with-number": "said call-to-vote",
  "call-with-name": "said call-to-vote",
  number: "said ballot-number",
  slogan: "said slogan",
  "ticket-slogan": "said slogan",
  victory: "said lexicon",
  programme: "said programme",
  event: "said event-invitation",
  charity: "said charity",
  attribute: "said attribute",
  hand: "said ballot-number",
  news: "said news-style",
  headline: "said news-style",
  report: "said news-style",
  "neutral-author": "who neutral-account",
  "page-name": "who page-name",
  "page-ticket": "who page-name",
  category: "who page-category",
  office: "who office-holder",
  "party-account": "who account",
  "campaign-account": "who account",
  // Whom and what for in one: never a second witness beside the name it holds.
  explicit: "said call-to-vote",
  "explicit-past": "said call-to-vote",
  side: "said lexicon",
  "spoken-of": "said news-style",
  // Words of elections and offices, as an anchor alone: no reason, no weight.
  "election-talk": "said lexicon",
} as const satisfies Readonly<Record<string, `${Group} ${EvidenceKind}`>>;

export type Signal = keyof typeof TABLE;
export const SIGNALS = Object.keys(TABLE) as readonly Signal[];

export const SIGNAL_KINDS = Object.fromEntries(
  Object.entries(TABLE).map(([signal, row]) => {
    const [group, kind] = row.split(" ");
    return [signal, { group, kind }];
  }),
) as Readonly<Record<Signal, SignalKind>>;
