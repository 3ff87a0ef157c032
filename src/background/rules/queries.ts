import { localDay } from "../../domain/day.ts";
import { stagesFor } from "../../engine/ruleset/law/stages.ts";
import { trainingLaw } from "../../engine/ruleset/law/training.ts";
import { type AdmittedLayer, layerOn, layersOn } from "../../engine/ruleset/layers/admit.ts";
import { attributeWords } from "../../engine/ruleset/layers/attribute.ts";
import { compose, type Effective, originOf } from "../../engine/ruleset/layers/compose.ts";
import type { Feed } from "../../engine/ruleset/layers/refresh.ts";
import type { LayerName } from "../../engine/ruleset/schema/index.ts";
import { checkTraining } from "../../engine/ruleset/validate/training.ts";
import type { LayerInfo, LayerTraining, RosterMatch, RulesInfo } from "../../messaging/protocol.ts";
import { validityOn } from "../../storage/agency-layer.ts";
import { readFeedProblem } from "../../storage/feed-problem.ts";
import { stored } from "../../storage/items.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { bundled } from "./compile-stored.ts";
import { isHostGranted } from "./layer-feed.ts";
import { describeSwitchedOff } from "./switched-off.ts";

type Layers = Partial<Record<"agency" | "own", AdmittedLayer>>;

async function composed(storedLayers: Layers): Promise<Effective> {
  const today = localDay(new Date());
  return compose(await bundled(), layersOn(storedLayers, today), today);
}

/** The content of "Aturan & daftar". @param feed the stored address (`readFeed`) */
export async function rulesInfo(storedLayers: Layers, feed: unknown): Promise<RulesInfo> {
  const [problem, changes, feedProblem] = await Promise.all([
    stored.rulesProblem.getValue(),
    stored.rulesChanges.getValue(),
    stored.rulesFeedProblem.getValue(),
  ]);
  const { url, lastSuccess } = (feed ?? {}) as Partial<Feed>;
  const pendingStep = async () =>
    !(await isHostGranted(url!))
      ? "permission"
      : storedLayers.agency === undefined && !feedProblem
        ? "confirm"
        : undefined;
  const status: Pick<RulesInfo, "changes" | "feed" | "feedProblem" | "problem"> = {
    changes: (changes as RulesInfo["changes"]) ?? null,
    feed: url ? { url, lastGood: lastSuccess, pending: await pendingStep() } : null,
    feedProblem: readFeedProblem(feedProblem),
    problem: problem ?? null,
  };
  const base = await bundled().catch(() => null);
  if (!base) return { layers: [], stages: [], tickets: 0, accounts: 0, switchedOff: [], ...status };
  const effective = await composed(storedLayers);
  const { roster } = effective.ruleset;
  const { region } = readStored(settingsFields, await stored.settings.getValue()).value;
  const today = localDay(new Date());
  const info = (name: LayerName, meta: typeof base.meta, one?: AdmittedLayer): LayerInfo => ({
    name,
    title: meta.title,
    publisher: meta.publisher,
    version: meta.version,
    issued: meta.issued,
    validFrom: meta.validFrom,
    validUntil: meta.validUntil,
    fingerprint: one?.signedBy?.fingerprint,
    validity: validityOn(meta, today),
    meanwhile: one && layerOn(one, today) !== one.layer ? one.before?.meta.version : undefined,
    broken: effective.skipped.some((skipped) => skipped.name === name && skipped.code === "broken"),
  });
  return {
    layers: [
      info("bundled", base.meta),
      ...Object.entries(storedLayers).map(([name, one]) => info(name as LayerName, one.layer.meta, one)),
    ],
    stages: stagesFor(effective.ruleset, roster.contests, localDay(new Date()), region),
    tickets: roster.contests.reduce((sum, contest) => sum + contest.tickets.length, 0),
    accounts: roster.accounts.length,
    switchedOff: describeSwitchedOff(effective, base),
    ...status,
  };
}

/**
 * What the layers change for practising; null without a layer. Cases whose rule or basis is gone meanwhile are left out
 * (`checkTraining` at admission cannot know what the other layer switches off later).
 */
export async function layerTraining(storedLayers: Layers): Promise<LayerTraining | null> {
  if (Object.keys(storedLayers).length === 0) return null;
  const effective = await composed(storedLayers);
  const skipped = new Set(effective.skipped.map(({ name }) => name));
  const today = localDay(new Date());
  const layers = layersOn(storedLayers, today);
  const { ruleset } = effective;
  const cases = Object.entries(layers)
    .filter(([name]) => !skipped.has(name as LayerName))
    .flatMap(([name, { training = [], meta }]) =>
      training
        .filter((one) => checkTraining(ruleset, [one], today).length === 0)
        .map((one) => ({ ...one, id: `${name}:${one.id}`, publisher: meta.publisher })),
    );
  const all = ruleset.bases.map(({ id }) => ({ bases: [id] }));
  const off = effective.off.filter(({ section }) => section === "rules").map(({ key }) => key);
  return { cases, law: trainingLaw(attributeWords(effective, layers), all), off };
}

/** Most results of one search. */
const MAX_MATCHES = 20;

/** "Apakah akun ini terdaftar?": accounts by name, handle or address, tickets by candidates' names, parties. */
export async function findInRoster(words: string, storedLayers: Layers): Promise<RosterMatch[]> {
  const query = words.toLowerCase().replace(/^@/, "").trim();
  const has = (...texts: (string | undefined)[]) => texts.some((text) => text?.toLowerCase().includes(query));
  const effective = await composed(storedLayers);
  const { accounts, contests, parties } = effective.ruleset.roster;
  const matches: RosterMatch[] = [];
  for (const a of accounts)
    if (has(a.handle, a.name, a.url)) {
      const at = `${a.site} · ${a.handle ? `@${a.handle}` : (a.url ?? a.siteId ?? "")}`;
      const layer = originOf(effective, "accounts", a.id);
      matches.push({
        kind: "account",
        name: a.name ?? `@${a.handle}`,
        detail: { id: at, en: at },
        account: a.kind,
        layer,
      });
    }
  for (const contest of contests)
    for (const ticket of contest.tickets)
      if (has(...ticket.candidates.flatMap((c) => [c.name, ...c.aliases]), ...ticket.aliases))
        matches.push({
          kind: "ticket",
          name: ticket.candidates.map((c) => c.name).join(" – "),
          detail: contest.name,
          number: ticket.number,
          layer: originOf(effective, "contests", contest.id),
        });
  for (const p of parties)
    if (has(p.name, p.short, ...p.aliases))
      matches.push({
        kind: "party",
        name: p.name,
        detail: { id: p.short, en: p.short },
        layer: originOf(effective, "parties", p.id),
      });
  return matches.slice(0, MAX_MATCHES);
}
