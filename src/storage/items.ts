import { storage } from "@wxt-dev/storage";

/**
 * Everything that is kept in `storage.local`, in one place, for background and popup (a page reads the same keys in
 * one go, src/content/page-storage.ts). Values are read field by field (`fields.ts`) or, for the compiled rules, by
 * `loadCompiled`; what is stored is never trusted as it is.
 */
export const stored = {
  /** Compiled rules (src/engine/ruleset/compile/index.ts), with the stamp of what they were made from. */
  rules: storage.defineItem<unknown>("local:rules"),
  /** Why the rules could not be made, in words; null where they could. */
  rulesProblem: storage.defineItem<string | null>("local:rulesProblem"),
  /** The address that the agency layer is refreshed from (src/engine/ruleset/layers/refresh.ts, `Feed`); null where there is none. */
  rulesFeed: storage.defineItem<unknown>("local:rulesFeed"),
  rulesFeedProblem: storage.defineItem<string | null>("local:rulesFeedProblem"),
  /** What the last change of a layer changed, in words. */
  rulesChanges: storage.defineItem<unknown>("local:rulesChanges"),
  /** Ids of sites that a layer switched off: nothing is held there. */
  sitesOff: storage.defineItem<string[]>("local:sitesOff"),
  /** What layers above the bundle switched off, in words. */
  rulesOff: storage.defineItem<unknown>("local:rulesOff"),
  /** JSON of the texts of pages by language, Indonesian aside (src/i18n/overlay.ts), of this version. */
  pageTexts: storage.defineItem<unknown>("local:pageTexts"),
  settings: storage.defineItem<unknown>("local:settings"),
  pause: storage.defineItem<unknown>("local:pause"),
  /** Monday of the last week that the weekly self-check was answered for. */
  answeredWeek: storage.defineItem<string | null>("local:answeredWeek"),
  /** Day of the last notification of the weekly self-check. */
  reminded: storage.defineItem<string | null>("local:reminded"),
  silenced: storage.defineItem<unknown>("local:silenced"),
  /** What was answered today (src/storage/daily-answers.ts). */
  today: storage.defineItem<unknown>("local:today"),
  /** How warnings were answered, by kind of evidence (src/storage/evidence-feedback.ts). */
  kinds: storage.defineItem<unknown>("local:kinds"),
};
