/**
 * Rehearses an issue for ten thousand machines: npm run rehearse [-- --machines N --seed N]. A signed layer of one
 * megabyte lies on an nginx on this machine; the extension's own refresh looks for it with an injected network, clock and
 * die, four ordinary days, the day of the issue and the day after. What goes wrong goes wrong on the day of the issue. In
 * the first case each request of that day goes to nginx, in the others one of each kind. The megabyte is checked once
 * for each state that a machine may be in, and is known to the others by its name.
 */
import { parseArgs } from "node:util";
import { type Admission, type AdmittedLayer, admitLayerText } from "../../src/engine/ruleset/layers/admit.ts";
import { refresh } from "../../src/engine/ruleset/layers/refresh.ts";
import { makeKey, type SigningKey, signingKey } from "../../src/engine/ruleset/layers/signature.ts";
import { signedFile } from "../../src/engine/ruleset/layers/signed-file.ts";
import type { Layer } from "../../src/engine/ruleset/schema/index.ts";
import { bundledRuleset } from "./bundle.ts";
import { DAY, HOUR, liveOneDay, type Machine, machines } from "./rehearsal/machines.ts";
import { type Answer, type Server, startServer } from "./rehearsal/server.ts";

const { values } = parseArgs({
  options: {
    machines: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "8322" },
  },
});
const COUNT = Number(values.machines);
const SEED = Number(values.seed);
const FIRST = Date.parse("2029-10-01T00:00:00");
const DAYS = { ordinary: 4, after: 1 };
const bundled = bundledRuleset();

/** What can go wrong on the day of the issue and after. */
interface Case {
  name: string;
  more?(machine: Machine, at: number): void;
  /** What answers instead of the publisher's server; undefined: that server. */
  instead?(
    machine: Machine,
    hour: number,
    sinceOn: number,
    version: number,
  ): "dead" | "error" | "portal" | "old" | undefined;
}
const chance = (share: number, machine: Machine) => machine.random() < share;
const CASES: readonly Case[] = [
  { name: "ordinary" },
  { name: "outage 07.30–09.30", instead: (_, hour) => (hour >= 7.5 && hour < 9.5 ? "dead" : undefined) },
  { name: "30 % answered 503", instead: (machine) => (chance(0.3, machine) ? "error" : undefined) },
  {
    name: "captive portal for 30 %, 45 min",
    more: (machine, at) => (machine.portal = at % 10 < 3 ? 0.75 * HOUR : 0),
    instead: (machine, _, sinceOn) => (sinceOn < machine.portal ? "portal" : undefined),
  },
  { name: "clocks a day off (2 of 3)", more: (machine, at) => (machine.clock = ((at % 3) - 1) * DAY) },
  {
    name: "one of two mirrors a version behind",
    instead: (machine) => (chance(0.5, machine) ? "old" : undefined),
  },
];

function issue(version: number): Layer {
  const accounts = Array.from({ length: 7_400 }, (_, at) => ({
    id: `akun-${at}`,
    site: "facebook" as const,
    kind: "team" as const,
    handle: `tim.pemenangan.wilayah.${at}`,
    name: `Tim Pemenangan Wilayah Nomor ${at}`,
  }));
  const meta = {
    id: "dinas-latihan",
    title: { id: "Latihan", en: "Rehearsal" },
    version,
    publisher: "Dinas Latihan",
    languages: ["id" as const],
    issued: "2029-09-01",
  };
  return { format: 1, kind: "layer", meta, set: { accounts }, off: {} };
}

interface Day {
  seconds: Map<number, number>;
  asked: number;
  unchanged: number;
  bytes: number;
  /** Looks that failed, by reason. */
  failed: Record<string, number>;
  /** When each machine got the issue, hours after midnight. */
  got: number[];
}
const newDay = (): Day => ({ seconds: new Map(), asked: 0, unchanged: 0, bytes: 0, failed: {}, got: [] });

async function rehearse(which: Case, server: Server, key: SigningKey, real: boolean) {
  const texts = await Promise.all([6, 7].map(async (version) => signedFile(issue(version), key)));
  const admitted = new Map<string, AdmittedLayer>();
  // What is asked in the same state is answered the same, so the same megabyte is checked once for each state.
  const admissions = new Map<string, Promise<Admission>>();
  const answers = new Map<string, Promise<Answer>>();
  /** The files that were sent, by a short name. */
  const bodies = new Map<string, string>();
  const nameOf = (answer: Answer): string => {
    const name = `body ${answer.headers.etag}`;
    if (!bodies.has(name)) bodies.set(name, answer.body());
    return name;
  };
  let published = 0;
  const publish = (version: number) => {
    server.publish(texts[version - 6]!);
    published = version;
    for (const known of [...answers.keys()]) if (!known.startsWith("old ")) answers.delete(known);
  };
  publish(6);
  const oldPlain = await server.ask({ "accept-encoding": "br" });
  const group = machines(COUNT, SEED, (machine, at) => which.more?.(machine, at));
  const days: Day[] = [];

  async function look(
    machine: Machine,
    now: number,
    sinceOn: number,
    day: Day,
    midnight: number,
    special: boolean,
  ) {
    const second = Math.floor(now / 1000);
    day.seconds.set(second, (day.seconds.get(second) ?? 0) + 1);
    day.asked++;
    const current = machine.version > 0 ? admitted.get(String(machine.version)) : undefined;
    const gate = {
      name: "agency" as const,
      date: "2029-10-05",
      bundled,
      layers: {},
      pinned: key.publicKey,
      current,
    };
    const instead = special
      ? which.instead?.(machine, (now - midnight) / HOUR, sinceOn, published)
      : undefined;
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      if (instead === "dead") throw new TypeError("no connection");
      if (instead === "error") return new Response("busy", { status: 503 });
      if (instead === "portal") return new Response("<html>Masuk dulu</html>", { status: 200 });
      const headers = { ...(init.headers as Record<string, string>), "accept-encoding": "br" };
      if (instead === "old") {
        const same = (headers as Record<string, string>)["if-none-match"] === oldPlain.headers.etag;
        day.bytes += same ? 200 : oldPlain.bytes;
        if (same) day.unchanged++;
        return same
          ? new Response(null, { status: 304 })
          : new Response(nameOf(oldPlain), { headers: { etag: oldPlain.headers.etag! } });
      }
      const state = JSON.stringify(headers);
      const known = real && special ? undefined : answers.get(state);
      const asked = known ?? server.ask(headers);
      answers.set(state, asked);
      const answered = await asked;
      const { status, headers: given, bytes } = answered;
      day.bytes += bytes;
      if (status === 304) day.unchanged++;
      return new Response(status === 304 ? null : nameOf(answered), { status, headers: given });
    };
    const admit: typeof admitLayerText = (text, own) => {
      const state = `${text} ${machine.version}`;
      const made = admissions.get(state) ?? admitLayerText(bodies.get(text) ?? text, own);
      admissions.set(state, made);
      return made;
    };
    const before = machine.version;
    const result = await refresh(machine.feed, gate, fetch, now + machine.clock, {
      random: machine.random,
      admit,
    });
    if (result.outcome === "failed") {
      const { code } = result.errors[0]!;
      day.failed[code] = (day.failed[code] ?? 0) + 1;
    }
    if (result.outcome === "admitted") {
      const { version } = result.admission.admitted.layer.meta;
      admitted.set(String(version), result.admission.admitted);
      if (version < before) throw new Error(`went back from ${before} to ${version}`);
      machine.version = version;
      if (version === 7) day.got.push((now - midnight) / HOUR);
    }
    return result.feed;
  }

  for (let at = 0; at <= DAYS.ordinary + DAYS.after; at++) {
    const midnight = FIRST + at * DAY;
    const special = at === DAYS.ordinary;
    if (at === DAYS.ordinary) publish(7);
    const day = newDay();
    days.push(day);
    for (const machine of group) {
      if (at === DAYS.ordinary && machine.kind === "absent") continue;
      await liveOneDay(machine, midnight, (one, now, sinceOn) =>
        look(one, now, sinceOn, day, midnight, special),
      );
    }
  }
  return { days, group };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const clock = (hours: number | undefined) =>
  hours === undefined
    ? "–"
    : `${String(Math.floor(hours)).padStart(2, "0")}.${String(Math.floor((hours % 1) * 60)).padStart(2, "0")}`;
const peak = ({ seconds }: Day) => Math.max(0, ...seconds.values());

function report(name: string, days: readonly Day[], group: readonly Machine[]) {
  const [day, next] = [days[DAYS.ordinary]!, days[DAYS.ordinary + 1]!];
  const present = group.filter(({ kind }) => kind !== "absent").length;
  const got = [...day.got].sort((one, other) => one - other);
  const whenShare = (share: number) => got[Math.ceil(share * present) - 1];
  const have = group.filter(({ version }) => version === 7).length;
  console.log(
    [
      name.padEnd(32),
      `first day ${peak(days[0]!)}/s`,
      `issue ${peak(day)}/s`,
      `next ${peak(next)}/s`,
      `${day.asked} requests`,
      `304 ${percent(day.unchanged / Math.max(1, day.asked))} (next day ${percent(next.unchanged / Math.max(1, next.asked))})`,
      `${Math.round(day.bytes / 1e6)} MB`,
      `same day ${percent(got.length / present)}`,
      `95 % by ${clock(whenShare(0.95))}`,
      `100 % by ${clock(whenShare(1)) === "–" ? "the next day" : clock(whenShare(1))}`,
      `second day ${percent(have / group.length)}`,
      `failed ${JSON.stringify(day.failed)}`,
    ].join(" · "),
  );
}

const server = await startServer(Number(values.port)).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
try {
  const key = await signingKey(await makeKey("Dinas Latihan", "2029-09-01"));
  console.log(`${COUNT} machines, seed ${SEED}, layer of ${(await signedFile(issue(7), key)).length} bytes`);
  for (const [at, which] of CASES.entries()) {
    const { days, group } = await rehearse(which, server, key, at === 0);
    report(which.name, days, group);
  }
} finally {
  server.close();
}
