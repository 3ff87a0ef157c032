import * as z from "zod/mini";
import { LANGUAGES, SITE_IDS } from "../../words.ts";
import { selectorFault } from "../selector.ts";
import { Basis, Instrument, Rule, Sanction, TOPICS } from "./law.ts";
import { LIMITS } from "./limits.ts";
import { day, dayOrMonth, id, link, list, Said, someSources, text } from "./parts.ts";
import { Phases } from "./phases.ts";
import { Roster } from "./roster.ts";

export const Term = z
  .strictObject({
    text: text(LIMITS.name, "word or phrase, plain; no patterns"),
    role: z.enum([
      "call-to-vote",
      "ballot-number",
      "slogan",
      "programme",
      "event",
      "charity",
      "attribute",
      "victory",
      "volunteer-name",
      "category",
      "office",
      "news",
      "neutral-name",
      "context",
      "choose",
      "support",
      "join",
      "gift",
      "praise",
      "attack",
      "mention",
      "other-election",
      "past",
      "number-word",
    ]),
    language: z.string().check(z.regex(/^[a-z]{2,3}$/), z.describe("ISO 639 code")),
    weight: z.number().check(z.minimum(0), z.maximum(1), z.describe("0 to 1")),
    topic: z.optional(z.enum(TOPICS)),
    number: z.optional(z.int().check(z.minimum(1), z.maximum(99), z.describe("what a number word means"))),
  })
  .check(z.describe("a word or phrase and what it tells"));

export const Statistic = z.strictObject({
  id: id("id"),
  period: Said,
  text: Said,
  date: dayOrMonth("when it was told"),
  shares: z.optional(
    list(
      z.strictObject({
        name: Said,
        percent: z.number().check(z.minimum(0), z.maximum(100), z.describe("percent of cases")),
      }),
      12,
      "share of cases by kind",
    ),
  ),
  note: z.optional(Said),
  sources: someSources,
});

export const Channel = z.strictObject({
  id: id("id"),
  name: Said,
  kind: z.enum(["report", "consult", "closed"]),
  url: z.optional(link("address")),
  contact: z.optional(text(LIMITS.line, "telephone, e-mail")),
  lastSeen: dayOrMonth("when a source last named it"),
  note: z.optional(Said),
  sources: someSources,
});

const siteKey = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/), z.maxLength(LIMITS.id));

const selector = z.string().check(
  z.maxLength(LIMITS.selector),
  z.refine((value) => selectorFault(value) === undefined, "selector"),
  z.describe("tag, attribute tests, child, descendant, comma and :not() of these"),
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

export const SiteData = z.strictObject(siteParts);

export const SiteChange = z
  .strictObject({
    hosts: z.optional(siteParts.hosts),
    selectors: z.optional(siteParts.selectors),
    labels: z.optional(siteParts.labels),
  })
  .check(z.describe("a list for a role replaces the one below; what is not named stays"));

export const Meta = z
  .strictObject({
    id: id("id of the ruleset; stays the same from version to version"),
    title: Said,
    version: z.int().check(z.minimum(1), z.maximum(9_999_999_999), z.describe("rises with every issue")),
    publisher: text(LIMITS.name, "who publishes it"),
    languages: z
      .array(z.enum(LANGUAGES))
      .check(z.minLength(1), z.maxLength(LANGUAGES.length), z.describe("languages it is written in")),
    issued: day("day of issue"),
    validFrom: z.optional(day("first day")),
    validUntil: z.optional(day("last day; afterwards it is refused")),
    legalReview: z.optional(day("day the law was last read through")),
    note: z.optional(Said),
  })
  .check(z.describe("who publishes it, which version, how long it holds"));

/** The whole ruleset. */
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
    ordinary: list(text(LIMITS.name, "a word"), LIMITS.ordinary, "everyday words and names of places"),
    sites: z.optional(z.partialRecord(z.enum(SITE_IDS), SiteData)),
    statistics: list(Statistic, LIMITS.statistics, "numbers for the popup"),
    channels: list(Channel, LIMITS.channels, "where to ask or report"),
  })
  .check(z.describe("Ruleset of Jaga Netral"));
