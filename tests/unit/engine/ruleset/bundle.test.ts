import { describe, expect, test } from "vitest";
import { bundleText, makeBundle } from "../../../../scripts/ruleset/bundle.ts";
import { parseRuleset } from "../../../../src/engine/ruleset/validate/parse.ts";
import { bundled, bundledText } from "./bundled.ts";

const FORBIDDEN = [
  /anda melanggar/i,
  /\baman\b/i,
  /penjara|kurungan|pidana (?:penjara|kurungan|denda)/i,
  /\b(?:494|188)\b/,
  /Rp ?\d/i,
  /\b(?:jail|prison|imprison|fine of|criminal offence)/i,
  /you (?:are breaking|have broken|violate)/i,
];

describe("bundled ruleset", () => {
  test("is what its sources make now, whatever the hash of them says", () => {
    expect(bundleText(makeBundle())).toBe(bundledText());
  });

  test("passes its own schema", () => {
    const parsed = parseRuleset(JSON.parse(bundledText()));
    expect(parsed.ok ? [] : parsed.errors).toEqual([]);
  });

  test("holds every pair of Pilkada 2024, the presidential tickets and the parties of 2024", () => {
    const { contests, parties, accounts } = bundled().roster;
    const pilkada = contests.filter((contest) => contest.election === "pilkada-2024");
    expect(pilkada).toHaveLength(545);
    expect(pilkada.flatMap((contest) => contest.tickets)).toHaveLength(1557);
    expect(contests.find((contest) => contest.kind === "president")?.tickets.map((t) => t.number)).toEqual([
      1, 2, 3,
    ]);
    expect(parties.map((party) => party.number)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(accounts.filter((a) => a.site === "x").length).toBeGreaterThan(656);
    for (const kind of ["kpu", "bawaslu", "government", "press", "volunteer", "party", "candidate", "team"]) {
      expect(
        accounts.some((account) => account.kind === kind),
        kind,
      ).toBe(true);
    }
  });

  test("every party and ticket has the same fields: nobody has slogans or hashtags the others lack", () => {
    const tickets = bundled().roster.contests.flatMap((contest) => contest.tickets);
    expect(tickets.filter((ticket) => ticket.slogans.length + ticket.hashtags.length > 0)).toEqual([]);
    const presidential = tickets.filter((ticket) => ticket.id.startsWith("pemilu-2024/"));
    for (const ticket of presidential) expect(ticket.aliases.length, ticket.id).toBeGreaterThanOrEqual(2);
  });

  test("says nothing it must not say", () => {
    const { rules, instruments, bases, sanctions, phases, statistics, channels } = bundled();
    const said: string[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === "object" && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          if (key !== "sources" && key !== "contact") walk(inner);
        }
      } else if (typeof value === "string") said.push(value);
    };
    walk([rules, instruments, bases, sanctions, phases, statistics, channels]);
    const bad = said.filter((text) => FORBIDDEN.some((pattern) => pattern.test(text)));
    // "Law 1/2026 adjusting criminal penalties" and its note name the subject without any figure.
    expect(bad).toEqual([]);
  });

  test("every legal statement carries a source with its kind and the day it was read", () => {
    const { rules, instruments, bases, statistics, channels, phases } = bundled();
    for (const item of [
      ...rules,
      ...instruments,
      ...bases,
      ...statistics,
      ...channels,
      ...phases.elections,
    ]) {
      expect(item.sources?.length, item.id).toBeGreaterThan(0);
      for (const source of item.sources ?? []) expect(source.read).toBe("2026-11-21");
    }
  });

  test("terms are unique by role, language and text", () => {
    const seen = bundled().lexicon.map((term) => `${term.role}|${term.language}|${term.text.toLowerCase()}`);
    expect(seen.filter((key, at) => seen.indexOf(key) !== at)).toEqual([]);
  });
});
