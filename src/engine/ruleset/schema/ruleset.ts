import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { LANGUAGES } from "../../../domain/languages.ts";
import { SITE_IDS } from "../../../domain/sites.ts";
import { TOPICS } from "../../../domain/vocabulary.ts";
import { isBroad, selectorFault } from "../validate/selector.ts";
import { Basis, Instrument, Rule, Sanction } from "./law.ts";
import { LIMITS } from "./limits.ts";
import { day, dayOrMonth, id, link, list, localizedText, requiredSources, text } from "./parts.ts";
import { Phases } from "./phases.ts";
import { Roster } from "./roster.ts";

/** What a term indicates. */
const TERM_ROLES = [
  "call-to-vote",
  "ballot-number" /* a word before a number: "nomor urut", "paslon", "coblos" */,
  "slogan",
  "programme",
  "event",
  "charity",
  "attribute",
  "victory",
  "volunteer-name" /* "Relawan …", "Sahabat …" in names */,
  "category" /* page categories */,
  "office" /* Bupati, Wali Kota, Gubernur in a name or bio */,
  "news" /* press style: lowers the score */,
  "neutral-name" /* KPU, Bawaslu, Pemkab … in names: lowers the score */,
  "context" /* makes an ambiguous alias count */,
  /* Parts of explicit material (src/engine/detection/find/explicit): */
  "choose" /* "coblos"; 1: of nothing but elections */,
  "support" /* "menangkan", "lanjutkan", "jangan lupa" */,
  "join" /* invitations, volunteers, witnesses */,
  "gift",
  "praise",
  "attack",
  "mention" /* spoken of, not done: prohibitions, reports; 1: anywhere in the text, less: in its sentence */,
  "other-election" /* of a class, a village, a club, an idol, a product */,
  "past",
  "number-word",
] as const;
export type TermRole = (typeof TERM_ROLES)[number];

export const Term = z
  .strictObject({
    text: text(LIMITS.name, "word or phrase, plain; no patterns"),
    role: z.enum(TERM_ROLES),
    /** ISO 639 code: "id", "jv", "su", "min", "bug", "mak", "bbc", "mad", "ban", "bjn", "en" … */
    language: z.string().check(z.regex(/^[a-z]{2,3}$/), z.describe("ISO 639 code")),
    weight: z.number().check(z.minimum(0), z.maximum(1), z.describe("0 to 1")),
    topic: z.optional(z.enum(TOPICS)),
    number: z.optional(z.int().check(z.minimum(1), z.maximum(99), z.describe("what a number word means"))),
  })
  .check(z.describe("a word or phrase and what it tells"));
export type Term = Frozen<typeof Term>;

/** A number for the popup, always shown with its period and date. */
export const Statistic = z.strictObject({
  id: id("id"),
  period: localizedText,
  text: localizedText,
  /** The day (or "YYYY-MM") on which it was published. */
  date: dayOrMonth("when it was told"),
  /** Share of cases by kind, in percent, for a chart; only figures that the source prints. */
  shares: z.optional(
    list(
      z.strictObject({
        name: localizedText,
        percent: z.number().check(z.minimum(0), z.maximum(100), z.describe("percent of cases")),
      }),
      12,
      "share of cases by kind",
    ),
  ),
  note: z.optional(localizedText),
  sources: requiredSources,
});
export type Statistic = Frozen<typeof Statistic>;

/** A place to ask or report. It is shown with "terakhir disebut", because nobody checked that it answers. */
export const Channel = z.strictObject({
  id: id("id"),
  name: localizedText,
  kind: z.enum(["report", "consult", "closed"]),
  url: z.optional(link("address")),
  contact: z.optional(text(LIMITS.line, "telephone, e-mail")),
  /** The day (or "YYYY-MM") on which a source last named it. */
  lastSeen: dayOrMonth("when a source last named it"),
  note: z.optional(localizedText),
  sources: requiredSources,
});
export type Channel = Frozen<typeof Channel>;

const siteKey = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/), z.maxLength(LIMITS.id));

const selector = z.string().check(
  z.maxLength(LIMITS.selector),
  z.refine((value) => selectorFault(value) === undefined, "selector"),
  z.describe("tag, attribute tests, child, descendant, comma, :not() and at most two :has() of these"),
);

const roles = <T extends z.ZodMiniType>(of: T, about: string) =>
  z.record(siteKey, list(of, LIMITS.siteList, about));

const siteParts = {
  hosts: list(
    z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(120), z.describe("host name")),
    LIMITS.siteList,
    "hosts",
  ),
  selectors: roles(selector, "selectors, first match counts"),
  labels: roles(text(LIMITS.name, "label as the site shows it"), "labels"),
};

/** Hosts, selectors and labels of a site, by the roles of `src/sites`. From signed layers and the bundle only. */
export const SiteData = z.strictObject(siteParts);
export type SiteData = Frozen<typeof SiteData>;

/** Roles in which only words are looked for: there nothing is held by what a selector takes in. */
const WORDS = /text|name|title|caption|bio|description|author|mark|sponsor|promoted|verified|time|not/i;

/** In a layer no post and no control may be whatever is on a page: everything would be held. */
function checkBreadth({ value, issues }: z.core.ParsePayload<Record<string, string[]>>): void {
  for (const [role, list] of Object.entries(value))
    for (const [at, one] of list.entries())
      if (!WORDS.test(role) && isBroad(one))
        issues.push({ code: "custom", message: "selector-broad", path: [role, at], input: one });
}

/** A layer's change of a site: its list for a role replaces the lower layer's, other roles stay. */
export const SiteChange = z
  .strictObject({
    hosts: z.optional(siteParts.hosts),
    selectors: z.optional(siteParts.selectors.check(checkBreadth)),
    labels: z.optional(siteParts.labels),
  })
  .check(z.describe("a list for a role replaces the one below; what is not named stays"));
export type SiteChange = Frozen<typeof SiteChange>;

export const Meta = z
  .strictObject({
    id: id("id of the ruleset; stays the same from version to version"),
    title: localizedText,
    /** Increases with every issue; a lower version is refused. */
    version: z.int().check(z.minimum(1), z.maximum(9_999_999_999), z.describe("rises with every issue")),
    publisher: text(LIMITS.name, "who publishes it"),
    languages: z
      .array(z.enum(LANGUAGES))
      .check(z.minLength(1), z.maxLength(LANGUAGES.length), z.describe("languages it is written in")),
    issued: day("day of issue"),
    validFrom: z.optional(day("first day")),
    /** The last day of validity; afterwards a layer is refused. The bundled ruleset has none. */
    validUntil: z.optional(day("last day; afterwards it is refused")),
    legalReview: z.optional(day("day the law was last read through")),
    note: z.optional(localizedText),
  })
  .check(z.describe("who publishes it, which version, how long it holds"));
export type Meta = Frozen<typeof Meta>;

/** The whole ruleset as plain data, checked by `parseRuleset`. */
export const Ruleset = z
  .strictObject({
    format: z.literal(1).check(z.describe("version of this format")),
    meta: Meta,
    rules: list(Rule, LIMITS.rules, "the rules"),
    instruments: list(Instrument, LIMITS.instruments, "laws, decrees, circulars, advice"),
    bases: list(Basis, LIMITS.bases, "articles that back the rules"),
    sanctions: list(Sanction, LIMITS.sanctions, "sanctions by phase and status"),
    phases: Phases,
    roster: Roster,
    lexicon: list(Term, LIMITS.terms, "words and phrases"),
    /** Everyday words, given names and places; an alias equal to one of them counts only beside a context word. */
    ordinary: list(text(LIMITS.name, "a word"), LIMITS.ordinary, "everyday words and names of places"),
    sites: z.optional(z.partialRecord(z.enum(SITE_IDS), SiteData)),
    statistics: list(Statistic, LIMITS.statistics, "numbers for the popup"),
    channels: list(Channel, LIMITS.channels, "where to ask or report"),
  })
  .check(z.describe("Ruleset of Jaga Netral"));
export type Ruleset = Frozen<typeof Ruleset>;

/** The part needed to explain a held action, small enough to be in every page. */
export type RuleBook = Pick<Ruleset, "rules" | "instruments" | "bases" | "sanctions" | "phases">;
