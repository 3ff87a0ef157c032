import type { EvidenceKind } from "../../../domain/assessment.ts";

/** Strong signals of different groups are independent. */
export type SignalGroup = "who" | "name" | "said" | "model";

/** The properties of a signal, independent of the text. */
export interface SignalKind {
  group: SignalGroup;
  kind: EvidenceKind;
  /** Weight set by hand; see `MANUAL_WEIGHTS`. */
  weight: number;
}

/**
 * All signals, each with its group, kind of evidence and manual weight. `scripts/model/train.ts` fits the weights (log-
 * odds) jointly with the text model; signals with too little data keep the manual weight. Rows are short strings,
 * because every page parses them.
 */
const SIGNAL_TABLE = {
  model: "model model 1",
  pair: "name ticket 1.6",
  "full-name": "name candidate 1.1",
  "single-name": "name candidate 0.8",
  "part-name": "name candidate 0.6",
  "common-name": "name candidate 0.4",
  "tagged-name": "name hashtag 1",
  // The context of a name is no reason of its own; both signals belong to the group of names.
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
  // Call and target in one signal; never independent of the name it contains.
  explicit: "said call-to-vote 2.5",
  "explicit-past": "said call-to-vote 0.8",
  side: "said lexicon 1",
  "spoken-of": "said news-style 0",
  // Election and office words, only as an anchor without weight.
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
