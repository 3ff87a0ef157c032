/** Schema of `src/sites/<site>/site.json`, which contains everything known about a site as data. Checked on every read. */
import * as z from "zod/mini";
import { ACTIONS } from "../../src/domain/vocabulary.ts";
import { SiteData } from "../../src/engine/ruleset/schema/ruleset.ts";

/** The source of a regular expression that tests a path. */
const path = z
  .string()
  .check(
    z.refine(compiles, "not a regular expression"),
    z.startsWith("^", "must begin with ^: a path is tested from its start"),
  );

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}

/** Number of matching elements by saved page, or "unverified" where no saved page has any. */
const Evidence = z.union([z.literal("unverified"), z.record(z.string(), z.number())]);
export type Evidence = z.infer<typeof Evidence>;

const counts = z.record(z.string(), z.array(Evidence));

const Screen = z.union([
  z.string().check(z.regex(/^(?:held|not tried|not read|out of scope)\b.*: ./)),
  z.strictObject({
    held: z.array(z.enum(ACTIONS)).check(z.minLength(1)),
    /** Saved or hand-made pages, by name. */
    pages: z.array(z.string()).check(z.minLength(1)),
    note: z.optional(z.string()),
  }),
]);
export type Screen = z.infer<typeof Screen>;

export const SiteSource = z.strictObject({
  /** Name of the site, the same in every language. */
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Position among the sites in lists and in the manifest; equal ones are sorted by folder name. */
  order: z.int(),
  /** A private messenger: off until the user turns it on; the browser then asks for its hosts. */
  optional: z.optional(z.literal(true)),
  ...SiteData.shape,
  /** Paths of pages with something to act on: if nothing is read on such a page, it is reported as unread. */
  places: z.optional(
    z.strictObject({ feed: z.optional(path), item: z.optional(path), profile: z.optional(path) }),
  ),
  /** For every action "held" or the reason why not: the site has no such action, or it is not read yet. */
  actions: z.record(z.enum(ACTIONS), z.string().check(z.regex(/^(?:held|not held: .+)$/))),
  /** Screens of the site: what is held on which pages of the tests, or why nothing was tried there. */
  screens: z.optional(z.record(z.string(), Screen)),
  /** Explanation of a role, or facts about it from elsewhere. */
  notes: z.optional(z.record(z.string(), z.string())),
  /** Day of saving, by page name. */
  pages: z.record(z.string(), z.string()),
  /** One for each entry of `selectors` and `labels`, in their order. */
  evidence: z.strictObject({ selectors: counts, labels: counts }),
});
export type SiteSource = z.infer<typeof SiteSource>;
