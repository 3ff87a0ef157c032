import { storage } from "@wxt-dev/storage";

/**
 * All items of the extension's storage, for background and popup (a page reads the same keys in one call,
 * src/content/page-storage.ts). Every value is validated when it is read: field by field (`fields.ts`) or, for the
 * compiled rules, by `loadCompiled`.
 */
export const stored = {
  /** Compiled rules (src/engine/ruleset/compile/index.ts), with a stamp of the sources they were made from. */
  rules: storage.defineItem<unknown>("local:rules"),
  /** Why the rules could not be compiled, in words; null if they could. */
  rulesProblem: storage.defineItem<string | null>("local:rulesProblem"),
  /** Why the policy or the last look at the address failed (src/storage/feed-problem.ts). */
  rulesFeedProblem: storage.defineItem<unknown>("local:rulesFeedProblem"),
  /** The agency's layer in a few values (src/storage/agency-layer.ts). */
  agencyLayer: storage.defineItem<unknown>("local:agencyLayer"),
  /** The effects of the last change of a layer, in words. */
  rulesChanges: storage.defineItem<unknown>("local:rulesChanges"),
  /** Ids of the sites that a layer switched off: the guard is paused there. */
  sitesOff: storage.defineItem<string[]>("local:sitesOff"),
  /** Everything that the layers above the bundle switched off, in words. */
  rulesOff: storage.defineItem<unknown>("local:rulesOff"),
  /** JSON of the texts of pages by version and language (src/background/overlay-texts.ts). */
  pageTexts: storage.defineItem<unknown>("local:pageTexts"),
  settings: storage.defineItem<unknown>("local:settings"),
  pause: storage.defineItem<unknown>("local:pause"),
  /** Monday of the last week with an answered self-check. Not where page scripts read (src/background/changes.ts). */
  answeredWeek: storage.defineItem<string | null>("session:answeredWeek"),
  /** Monday of the last week with a notification about the self-check. */
  reminded: storage.defineItem<string | null>("local:reminded"),
  /** With its origins, which pages do not read. */
  silenced: storage.defineItem<unknown>("session:silenced"),
  /** Today's answers (src/storage/daily-answers.ts). */
  today: storage.defineItem<unknown>("local:today"),
  /** How warnings were answered, by kind of evidence (src/storage/evidence-feedback.ts). */
  feedback: storage.defineItem<unknown>("local:feedback"),
};
