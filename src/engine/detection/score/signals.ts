import type { EvidenceKind } from "../../../domain/assessment.ts";

/** Strong signals are independent where they come from different groups. */
export type SignalGroup = "who" | "name" | "said" | "model";

/** Everything of a signal that does not depend on the text. */
export interface SignalKind {
  group: SignalGroup;
  kind: EvidenceKind;
  /** See `HAND_SET`. */
  weight: number;
}

/**
 * The signals an assessment is made of, each with its group, the kind of evidence it is and its weight set by hand. `scripts/model/train.ts` fits their
 * weights (log-odds) on the stack of the text model and these; where there was too little to fit, the weight is set by
 * hand and says so. Short texts, for every page reads them.
 */
const SIGNAL_TABLE = {
  model: "model model 1",
  pair: "name ticket 1.6",
  "full-name": "name candidate 1.1",
  "single-name": "name candidate 0.8",
  "part-name": "name candidate 0.6",
  "common-name": "name candidate 0.4",
  "tagged-name": "name hashtag 1",
  // Not reasons of their own: how a name stands in the text. Both sit in the group of names.
  "named-with-cue": "name lexicon 0.8",
  "named-in-talk": "name lexicon 0.5",
  party: "name party 0.8",
  mention: "name candidate 0.6",
  call: "said call-to-vote 1.4",
  "call-with-number": "said call-to-vote 3",
  "call-with-name": "said call-to-vote 2.4",
  number: "said ballot-number 1",
  slogan: "said slogan 1.6",
  "ticket-slogan": "said slogan 2.6",
  victory: "said lexicon 1.2",
  programme: "said programme 0.8",
  event: "said event-invitation 0.8",
  charity: "said charity 0.6",
  attribute: "said attribute 0.7",
  hand: "said ballot-number 0.5",
  news: "said news-style -1.6",
  headline: "said news-style -1",
  report: "said news-style 0",
  "neutral-author": "who neutral-account -5",
  "page-name": "who page-name 1.6",
  "page-ticket": "who page-name 3",
  category: "who page-category 1.2",
  office: "who office-holder 0.8",
  "party-account": "who account 2.4",
  "campaign-account": "who account 8",
  // Whom and what for in one: never a second witness beside the name it holds.
  explicit: "said call-to-vote 2.5",
  "explicit-past": "said call-to-vote 0.8",
  side: "said lexicon 1",
  "spoken-of": "said news-style 0",
  // Words of elections and offices, as an anchor alone: no reason, no weight.
  "election-talk": "said lexicon 0",
} as const satisfies Readonly<Record<string, `${SignalGroup} ${EvidenceKind} ${number}`>>;

export type Signal = keyof typeof SIGNAL_TABLE;
export const SIGNALS = Object.keys(SIGNAL_TABLE) as readonly Signal[];

export const SIGNAL_KINDS = Object.fromEntries(
  Object.entries(SIGNAL_TABLE).map(([signal, row]) => {
    const [group, kind, weight] = row.split(" ");
    return [signal, { group, kind, weight: Number(weight) }];
  }),
) as Readonly<Record<Signal, SignalKind>>;
