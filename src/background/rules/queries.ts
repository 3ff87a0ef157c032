import { localDay } from "../../domain/day.ts";
import { phaseOf } from "../../engine/ruleset/law/phase.ts";
import type { AdmittedLayer } from "../../engine/ruleset/layers/admit.ts";
import { compose, type Effective, originOf } from "../../engine/ruleset/layers/compose.ts";
import type { LayerName } from "../../engine/ruleset/schema/index.ts";
import type { FoundName, LayerInfo, RulesInfo } from "../../messaging/protocol.ts";
import { stored } from "../../storage/items.ts";
import { bundled } from "./compile-stored.ts";
import { granted } from "./layer-feed.ts";
import { offInWords } from "./switched-off.ts";

type Layers = Partial<Record<"agency" | "own", AdmittedLayer>>;

async function composed(kept: Layers): Promise<Effective> {
  const layers = Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, one.layer]));
  return compose(await bundled(), layers, localDay(new Date()));
}

export async function rulesInfo(kept: Layers): Promise<RulesInfo> {
  const [problem, changes, feed, feedProblem] = await Promise.all([
    stored.rulesProblem.getValue(),
    stored.rulesChanges.getValue(),
    stored.rulesFeed.getValue(),
    stored.rulesFeedProblem.getValue(),
  ]);
  const { url, lastSuccess } = (feed ?? {}) as { url?: string; lastSuccess?: number };
  const waits = async () =>
    !(await granted(url!)) ? "permission" : kept.agency === undefined && !feedProblem ? "confirm" : undefined;
  const told: Pick<RulesInfo, "changes" | "feed" | "feedProblem" | "problem"> = {
    changes: (changes as RulesInfo["changes"]) ?? null,
    feed: url ? { url, lastGood: lastSuccess, waits: await waits() } : null,
    feedProblem: feedProblem ?? null,
    problem: problem ?? null,
  };
  const base = await bundled().catch(() => null);
  if (!base) return { layers: [], phase: { id: "", en: "" }, tickets: 0, accounts: 0, off: [], ...told };
  const effective = await composed(kept);
  const { roster } = effective.ruleset;
  const info = (name: LayerName, meta: typeof base.meta, print?: string): LayerInfo => ({
    name,
    title: meta.title,
    publisher: meta.publisher,
    version: meta.version,
    issued: meta.issued,
    validUntil: meta.validUntil,
    fingerprint: print,
    left: effective.skipped.find((one) => one.name === name)?.code,
  });
  return {
    layers: [
      info("bundled", base.meta),
      ...Object.entries(kept).map(([name, one]) =>
        info(name as LayerName, one.layer.meta, one.signedBy?.fingerprint),
      ),
    ],
    phase: phaseOf(effective.ruleset, localDay(new Date())).name,
    tickets: roster.contests.reduce((sum, contest) => sum + contest.tickets.length, 0),
    accounts: roster.accounts.length,
    off: offInWords(effective, base),
    ...told,
  };
}

/** Most answers of one search. */
const MOST = 20;

/** "Apakah akun ini terdaftar?": accounts by name, handle or address, tickets by candidates' names, parties. */
export async function find(words: string, kept: Layers): Promise<FoundName[]> {
  const wanted = words.toLowerCase().replace(/^@/, "").trim();
  const has = (...texts: (string | undefined)[]) =>
    texts.some((text) => text?.toLowerCase().includes(wanted));
  const effective = await composed(kept);
  const { accounts, contests, parties } = effective.ruleset.roster;
  const found: FoundName[] = [];
  for (const a of accounts)
    if (has(a.handle, a.name, a.url)) {
      const at = `${a.site} · ${a.handle ? `@${a.handle}` : (a.url ?? a.siteId ?? "")}`;
      const from = originOf(effective, "accounts", a.id);
      found.push({
        kind: "account",
        name: a.name ?? `@${a.handle}`,
        detail: { id: at, en: at },
        account: a.kind,
        from,
      });
    }
  for (const contest of contests)
    for (const ticket of contest.tickets)
      if (has(...ticket.candidates.flatMap((c) => [c.name, ...c.aliases]), ...ticket.aliases))
        found.push({
          kind: "ticket",
          name: ticket.candidates.map((c) => c.name).join(" – "),
          detail: contest.name,
          number: ticket.number,
          from: originOf(effective, "contests", contest.id),
        });
  for (const p of parties)
    if (has(p.name, p.short, ...p.aliases))
      found.push({
        kind: "party",
        name: p.name,
        detail: { id: p.short, en: p.short },
        from: originOf(effective, "parties", p.id),
      });
  return found.slice(0, MOST);
}
