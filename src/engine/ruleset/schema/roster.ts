import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { SITE_IDS } from "../../../domain/sites.ts";
import { LIMITS } from "./limits.ts";
import { id, link, list, localizedText, text } from "./parts.ts";

/** Whose account it is. */
export const ACCOUNT_KINDS = [
  "candidate" /* a candidate's own account */,
  "team" /* official campaign or success-team account */,
  "volunteer",
  "party",
  "office-holder",
  "kpu",
  "bawaslu",
  "government",
  "press",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

const names = (about: string) => list(text(LIMITS.name, "a name"), LIMITS.aliases, about);

export const Candidate = z
  .strictObject({
    /** The name as KPU prints it, titles included. */
    name: text(LIMITS.name, "as the KPU prints it, titles included"),
    /**
     * Names in use, derived or given: without titles, nicknames. Texts are matched against these; `name` is for display.
     * Empty if the only short name is a single word that is an everyday word or also names somebody else.
     */
    aliases: names("names people use, without titles"),
  })
  .check(z.describe("a person on a ticket"));
export type Candidate = Frozen<typeof Candidate>;

export const Ticket = z
  .strictObject({
    id: id("id of the ticket"),
    number: z.int().check(z.minimum(1), z.maximum(999), z.describe("ballot number")),
    candidates: z
      .array(Candidate)
      .check(z.minLength(1), z.maxLength(LIMITS.candidates), z.describe("candidate, then running mate")),
    /** Names of the pair ("Airin–Ade", "AMIN"). */
    aliases: names("names of the pair"),
    slogans: names("slogans"),
    /** Without "#". */
    hashtags: list(
      z.string().check(z.regex(/^[\p{L}\p{N}_]+$/u), z.maxLength(LIMITS.name), z.describe("without “#”")),
      LIMITS.aliases,
      "hashtags",
    ),
    parties: list(id("id of a party"), LIMITS.aliases, "parties behind it"),
  })
  .check(z.describe("a ticket (paslon)"));
export type Ticket = Frozen<typeof Ticket>;

export const Contest = z
  .strictObject({
    /** `${election}/${region or word}`. */
    id: id("election id, “/”, region code or word"),
    election: id("id of its election"),
    kind: z.enum(["president", "governor", "regent", "mayor", "legislative", "other"]),
    /** Kemendagri code without dots ("32", "3204"); undefined for national. */
    region: z.optional(
      z
        .string()
        .check(z.regex(/^\d{2}(\d{2})?$/), z.describe("region code of Kemendagri without dots: 32 or 3204")),
    ),
    name: localizedText,
    tickets: list(Ticket, LIMITS.tickets, "its tickets by ballot number"),
  })
  .check(z.describe("an election in a region"));
export type Contest = Frozen<typeof Contest>;
export type ContestKind = Contest["kind"];

export const Party = z
  .strictObject({
    id: id("id of the party"),
    number: z.optional(z.int().check(z.minimum(1), z.maximum(999), z.describe("ballot number"))),
    name: text(LIMITS.name, "full name"),
    short: text(LIMITS.name, "short name"),
    aliases: names("other names people use"),
  })
  .check(z.describe("a party"));
export type Party = Frozen<typeof Party>;

export const Account = z
  .strictObject({
    id: id("id of the account"),
    site: z.enum(SITE_IDS),
    /** Without "@". */
    handle: z.optional(
      z.string().check(z.regex(/^[\p{L}\p{N}._-]+$/u), z.maxLength(100), z.describe("without “@”")),
    ),
    /** The id that the site gives the account. */
    siteId: z.optional(
      z.string().check(z.regex(/^[A-Za-z0-9_.:-]+$/), z.maxLength(100), z.describe("the site's own id")),
    ),
    url: z.optional(link("address of the account")),
    name: z.optional(text(LIMITS.name, "name as shown")),
    kind: z.enum(ACCOUNT_KINDS).check(z.describe("whose account; the last four are neutral")),
    /** What the account belongs to: one contest, ticket or party. */
    contest: z.optional(id("id of a contest")),
    ticket: z.optional(id("id of a ticket")),
    party: z.optional(id("id of a party")),
  })
  .check(z.describe("a known account"));
export type Account = Frozen<typeof Account>;

export const Roster = z.strictObject({
  contests: list(Contest, LIMITS.contests, "contests"),
  parties: list(Party, LIMITS.parties, "parties"),
  accounts: list(Account, LIMITS.accounts, "accounts"),
});
export type Roster = Frozen<typeof Roster>;
