/** What `src/sites/<site>/site.json` holds: all that is known of a site as data, checked whenever it is read. */
import * as z from "zod/mini";
import { ACTIONS } from "../../src/domain/vocabulary.ts";
import { SiteData } from "../../src/engine/ruleset/schema/ruleset.ts";

/** A path as a regular expression in words, without the bars around it. */
const path = z
  .string()
  .check(
    z.refine(compiles, "no regular expression"),
    z.startsWith("^", "a path is tested from its beginning"),
  );

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}

/** By name of a saved page how many elements are found there; or "unverified" where no saved page has any. */
const Evidence = z.union([z.literal("unverified"), z.record(z.string(), z.number())]);
export type Evidence = z.infer<typeof Evidence>;

const counts = z.record(z.string(), z.array(Evidence));

export const SiteSource = z.strictObject({
  /** Proper name, the same in every language. */
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Place among the sites, in lists and in the manifest; where two are equal, the folder's name decides. */
  order: z.int(),
  /** Off until the user switches it on, since people talk in private there: the browser asks for its hosts then. */
  optional: z.optional(z.literal(true)),
  ...SiteData.shape,
  /** Paths that promise something to act on: a page there on which nothing is read is called unread. */
  places: z.optional(
    z.strictObject({ feed: z.optional(path), item: z.optional(path), profile: z.optional(path) }),
  ),
  /** Held, or in words why the action is not: the site has no such thing, or it is not read yet. Every action is named. */
  actions: z.record(z.enum(ACTIONS), z.string().check(z.regex(/^(?:held|not held: .+)$/))),
  /** What a role is, or what is known of it from elsewhere. */
  notes: z.optional(z.record(z.string(), z.string())),
  /** Day on which a page was saved, by its name. */
  pages: z.record(z.string(), z.string()),
  /** One for each entry of `selectors` and `labels`, in their order. */
  evidence: z.strictObject({ selectors: counts, labels: counts }),
});
export type SiteSource = z.infer<typeof SiteSource>;
