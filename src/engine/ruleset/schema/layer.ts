import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { SITE_IDS } from "../../../domain/sites.ts";
import { TRAINING_LIMITS, trainingCaseSchema } from "../../../domain/training-schema.ts";
import { Basis, Instrument, Rule, Sanction } from "./law.ts";
import { LIMITS } from "./limits.ts";
import { id, list, text } from "./parts.ts";
import { Election, Phase } from "./phases.ts";
import { Account, Contest, Party } from "./roster.ts";
import { Channel, Meta, SiteChange, Statistic, Term } from "./ruleset.ts";

const optionalList = <T extends z.ZodMiniType>(of: T, max: number, about: string) =>
  z.optional(list(of, max, about));
const optionalIds = (max: number, about: string) => z.optional(list(id("an id"), max, about));

/** The items that a layer adds or replaces by id: the ruleset's lists by name, flat. */
export const LayerSet = z
  .strictObject({
    rules: optionalList(Rule, LIMITS.rules, "rules"),
    instruments: optionalList(Instrument, LIMITS.instruments, "instruments"),
    bases: optionalList(Basis, LIMITS.bases, "bases"),
    sanctions: optionalList(Sanction, LIMITS.sanctions, "sanctions"),
    phases: optionalList(Phase, LIMITS.phases, "kinds of phase"),
    elections: optionalList(Election, LIMITS.elections, "elections"),
    contests: optionalList(Contest, LIMITS.contests, "contests, each whole"),
    parties: optionalList(Party, LIMITS.parties, "parties"),
    accounts: optionalList(Account, LIMITS.accounts, "accounts"),
    lexicon: optionalList(Term, LIMITS.terms, "terms; the same role, language and text replaces"),
    ordinary: optionalList(text(LIMITS.name, "a word"), LIMITS.ordinary, "everyday words"),
    sites: z.optional(z.partialRecord(z.enum(SITE_IDS), SiteChange)),
    statistics: optionalList(Statistic, LIMITS.statistics, "numbers"),
    channels: optionalList(Channel, LIMITS.channels, "channels"),
  })
  .check(z.describe("what the layer adds, or replaces by id"));
export type LayerSet = Frozen<typeof LayerSet>;
/** Lists of a ruleset that have keys of their own. */
export type Section = keyof LayerSet;

/** The items that a layer switches off: by id, terms by `termKey`, words by themselves. */
const LayerOff = z
  .strictObject({
    rules: optionalIds(LIMITS.rules, "rules"),
    bases: optionalIds(LIMITS.bases, "bases"),
    sanctions: optionalIds(LIMITS.sanctions, "sanctions"),
    elections: optionalIds(LIMITS.elections, "elections"),
    contests: optionalIds(LIMITS.contests, "contests"),
    parties: optionalIds(LIMITS.parties, "parties"),
    accounts: optionalIds(LIMITS.accounts, "accounts"),
    lexicon: optionalList(
      text(LIMITS.name + 40, "role, language and text joined by “|”"),
      LIMITS.terms,
      "terms",
    ),
    ordinary: optionalList(text(LIMITS.name, "a word"), LIMITS.ordinary, "everyday words"),
    sites: optionalList(z.enum(SITE_IDS), SITE_IDS.length, "sites that are not guarded"),
    statistics: optionalIds(LIMITS.statistics, "numbers"),
    channels: optionalIds(LIMITS.channels, "channels"),
  })
  .check(z.describe("what the layer switches off, by id"));

/** A layer as a file, without its signature. */
export const Layer = z
  .strictObject({
    format: z.literal(1),
    kind: z.literal("layer"),
    meta: Meta,
    set: LayerSet,
    off: LayerOff,
    /** Apart from `set`: no part of the ruleset, never compiled, read by the page for practising alone. */
    training: z.optional(list(trainingCaseSchema, TRAINING_LIMITS.cases, "cases to practise with")),
  })
  .check(z.describe("A layer of Jaga Netral's ruleset: an agency's or the user's own"));
export type Layer = Frozen<typeof Layer>;

/** All layers, the lowest first. */
export type LayerName = "bundled" | "agency" | "own";

/** Base64 without padding, for URLs. */
const base64 = (length: number, about: string) =>
  z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.length(length), z.describe(about));

const ed25519 = (over: string) =>
  z.strictObject({
    algorithm: z.literal("Ed25519"),
    key: base64(43, "Ed25519 public key (RFC 8032), 32 bytes in base64url"),
    value: base64(86, `signature over ${over}; 64 bytes in base64url`),
  });

/** A signed layer: Ed25519 (RFC 8032) over the layer's canonical JSON (RFC 8785), see `signature.ts`. */
export const SignedLayer = z
  .strictObject({
    format: z.literal(1),
    kind: z.literal("signed-layer"),
    layer: z
      .unknown()
      .check(z.describe("the layer, see Layer; signed in its canonical form (JCS, RFC 8785)")),
    signature: ed25519("“jaga-netral-layer-v1”, a line end and the canonical layer"),
    /** By the key that is given up: machines that trust it go on with the key of `signature`. */
    handover: z.optional(
      ed25519("“jaga-netral-handover-v1”, a line end and the canonical {key: the new key, layer}"),
    ),
  })
  .check(z.describe("a signed layer"));
export type Signature = Frozen<typeof SignedLayer>["signature"];
/** A signature by the key that `Signature` replaces. */
export type Handover = NonNullable<Frozen<typeof SignedLayer>["handover"]>;
