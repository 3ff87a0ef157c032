import samples from "../../assets/rulesets/trial-samples.json" with { type: "json" };
import type { Assessment } from "../domain/assessment.ts";
import type { SiteId } from "../domain/sites.ts";
import { createAssessor } from "./detection/assess.ts";
import { type CompileOptions, compileRuleset, loadCompiled } from "./ruleset/compile/index.ts";
import { phaseOf } from "./ruleset/law/phase.ts";
import { compose } from "./ruleset/layers/compose.ts";
import type { Account, Layer, Phase, Ruleset } from "./ruleset/schema/index.ts";

/** Something that could stand on a site on a day, to see what a layer makes of it. */
export interface Trial {
  text: string;
  /** ISO day. */
  date: string;
  site?: SiteId | undefined;
  /** User name of the author, without "@". */
  handle?: string | undefined;
  /** Name of the author. */
  name?: string | undefined;
}

/** What is made of it without the layer, and with it. */
export interface TrialResult {
  trial: Trial;
  before: Assessment;
  after: Assessment;
  /** The stage on that day in the contest it is about, with the layer. */
  phase: Phase;
}

/**
 * Assesses the same content under the bundle alone and under the bundle with a layer. The layer counts on every day,
 * also before its first and after its last, so that it can be tried before it is handed out. Both are compiled here,
 * once for all trials.
 */
export function makeTrier(
  layer: Layer,
  bundled: Ruleset,
  options: CompileOptions,
): (trial: Trial) => TrialResult {
  const { validFrom: _from, validUntil: _until, ...meta } = layer.meta;
  const { ruleset } = compose(bundled, { agency: { ...layer, meta } }, layer.meta.issued);
  const [without, within] = [bundled, ruleset].map((one) =>
    createAssessor(loadCompiled(compileRuleset(one, options))),
  );
  return (trial) => {
    const { text, date, site = "facebook", handle, name } = trial;
    const author = handle || name ? { author: { name: name ?? handle!, ...(handle ? { handle } : {}) } } : {};
    const surface = { site, kind: "post" as const, text, ...author };
    const after = within!(surface, { date });
    return {
      trial,
      before: without!(surface, { date }),
      after,
      phase: phaseOf(ruleset, date, after.contest),
    };
  };
}

/** Contests, and accounts of a kind, that are tried where nobody says what to try. */
const MOST = 8;

/**
 * Trials drawn from the layer itself: a call to vote for the first ticket of each contest, a harmless line by the first
 * account of each kind, and what must never be asked about.
 */
export function sampleTrials(layer: Layer): Trial[] {
  const date = busiestDay(layer);
  const calls = (layer.set.contests ?? []).slice(0, MOST).flatMap(({ tickets }) => {
    const [ticket] = tickets;
    if (!ticket) return [];
    const name = ticket.aliases[0] ?? ticket.candidates[0]!.name;
    return [{ text: samples.call.replace("{name}", name).replace("{number}", String(ticket.number)), date }];
  });
  const kinds = new Map<Account["kind"], Account>();
  for (const account of layer.set.accounts ?? [])
    if (account.handle && !kinds.has(account.kind)) kinds.set(account.kind, account);
  const posts = [...kinds.values()].map(({ site, handle, name }) => ({
    text: samples.harmless,
    date,
    site,
    handle,
    name,
  }));
  return [
    ...calls,
    ...posts,
    { text: samples.news, date, name: samples.newspaper },
    { text: samples.harmless, date },
  ];
}

/** The middle of the longest stage, or the day of issue where there is none. */
export function busiestDay({ set, meta }: Layer): string {
  const stages = (set.elections ?? []).flatMap((election) => election.stages);
  const length = (stage: { from: string; until: string }) => Date.parse(stage.until) - Date.parse(stage.from);
  // The last stage of an election is the time after it, in which nothing is asked.
  const running = (set.elections ?? []).flatMap((election) => election.stages.slice(0, -1));
  const [longest] = [...(running.length > 0 ? running : stages)].sort(
    (one, other) => length(other) - length(one),
  );
  if (!longest) return meta.issued;
  return new Date(Date.parse(longest.from) + length(longest) / 2).toISOString().slice(0, 10);
}
