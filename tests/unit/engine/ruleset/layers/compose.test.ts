import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compose,
  originOf,
  termKey,
  type UpperLayers,
} from "../../../../../src/engine/ruleset/layers/compose.ts";
import type { Account, Layer, Party, Ruleset } from "../../../../../src/engine/ruleset/schema/index.ts";
import { checkReferences } from "../../../../../src/engine/ruleset/validate/references.ts";
import { small } from "../small.ts";

const base = small();
const TODAY = "2026-11-21";
const meta = (over: Partial<Layer["meta"]> = {}): Layer["meta"] => ({
  id: "dinas-contoh",
  title: { id: "Contoh", en: "Example" },
  version: 1,
  publisher: "Dinas Contoh",
  languages: ["id"],
  issued: "2026-11-01",
  ...over,
});
const layer = (set: Layer["set"], off: Layer["off"] = {}, over: Partial<Layer["meta"]> = {}): Layer => ({
  format: 1,
  kind: "layer",
  meta: meta(over),
  set,
  off,
});
const party = (id: string, name: string): Party => ({ id, name, short: name, aliases: [] });
const account = (id: string, handle: string): Account => ({ id, site: "x", handle, kind: "volunteer" });

describe("layers", () => {
  test("add, replace and switch off, and restore what was below when removed", () => {
    const first = base.roster.parties[0]!;
    const agency = layer(
      { parties: [party("baru", "Partai Baru"), { ...first, name: "Ganti" }] },
      { rules: ["X1"], sites: ["x"] },
    );
    const made = compose(base, { agency }, TODAY);
    expect(made.ruleset.roster.parties.map((p) => p.name)).toEqual([
      "Ganti",
      base.roster.parties[1]!.name,
      "Partai Baru",
    ]);
    expect(made.ruleset.rules.map((rule) => rule.id)).toEqual(["R1"]);
    expect(made.ruleset.sites).toBeUndefined();
    expect(made.off).toEqual([
      { section: "rules", key: "X1", by: "agency" },
      { section: "sites", key: "x", by: "agency" },
    ]);
    expect(originOf(made, "parties", first.id)).toBe("agency");
    expect(originOf(made, "parties", base.roster.parties[1]!.id)).toBe("bundled");
    expect(checkReferences(made.ruleset)).toEqual([]);
    expect(compose(base, {}, TODAY).ruleset).toEqual(base);
  });

  test("let own override agency and restore what the agency switched off", () => {
    const agency = layer({}, { parties: [base.roster.parties[0]!.id] });
    const own = layer({ parties: [base.roster.parties[0]!] });
    expect(compose(base, { agency }, TODAY).ruleset.roster.parties).toHaveLength(1);
    const both = compose(base, { agency, own }, TODAY);
    expect(both.ruleset.roster.parties).toHaveLength(2);
    expect(both.off).toEqual([]);
    expect(originOf(both, "parties", base.roster.parties[0]!.id)).toBe("own");
  });

  test("lose only the reference to a switched-off item, not the whole layer", () => {
    const [contest] = base.roster.contests;
    const basis = base.rules[0]!.triggers[0]!.bases[0]!;
    const agency = layer({}, { contests: [contest!.id], bases: [basis] });
    const made = compose(base, { agency }, TODAY);
    expect(made.skipped).toEqual([]);
    expect(made.ruleset.rules[0]!.triggers[0]!.bases).not.toContain(basis);
    expect(made.ruleset.roster.accounts.some((one) => one.contest === contest!.id)).toBe(false);
    expect(made.ruleset.roster.accounts).toHaveLength(base.roster.accounts.length);
  });

  test("identify a term by role, language and text, ignoring case", () => {
    const term = { ...base.lexicon[0]!, weight: 0.1, text: base.lexicon[0]!.text.toUpperCase() };
    const made = compose(base, { own: layer({ lexicon: [term] }) }, TODAY);
    expect(made.ruleset.lexicon).toHaveLength(base.lexicon.length);
    expect(made.ruleset.lexicon[0]!.weight).toBe(0.1);
    const off = compose(base, { own: layer({}, { lexicon: [termKey(term)] }) }, TODAY);
    expect(off.ruleset.lexicon).toHaveLength(base.lexicon.length - 1);
  });

  test("are skipped whole and reported if expired, not yet valid or broken", () => {
    const agency = layer({ parties: [party("baru", "Baru")] }, {}, { validUntil: "2026-11-20" });
    const own = layer({ parties: [party("lain", "Lain")] });
    const made = compose(base, { agency, own }, TODAY);
    expect(made.skipped.map((s) => [s.name, s.code])).toEqual([["agency", "expired"]]);
    expect(made.ruleset.roster.parties.at(-1)!.id).toBe("lain");
    expect(compose(base, { agency }, "2026-11-20").skipped).toEqual([]);
    const later = layer({}, {}, { validFrom: "2026-12-01" });
    expect(compose(base, { agency: later }, TODAY).skipped[0]!.code).toBe("not-yet");
    const broken = layer({ accounts: [{ ...account("x:a", "a"), party: "nirwana" }] });
    const out = compose(base, { agency: broken, own }, TODAY);
    expect(out.skipped[0]).toMatchObject({ name: "agency", code: "broken" });
    expect(out.skipped[0]!.faults[0]!.path).toContain("party");
    expect(out.ruleset.roster.parties.at(-1)!.id).toBe("lain");
  });
});

/** What a layer stack should come to, written the slow and obvious way for parties and accounts. */
function byHand(bundled: Ruleset, layers: UpperLayers) {
  const of = (section: "parties" | "accounts") => {
    let items: { id: string }[] = [...bundled.roster[section]];
    for (const name of ["agency", "own"] as const) {
      for (const item of (layers[name]?.set[section] ?? []) as readonly { id: string }[]) {
        const at = items.findIndex((one) => one.id === item.id);
        if (at >= 0) items[at] = item;
        else items.push(item);
      }
      const off = layers[name]?.off[section] ?? [];
      items = items.filter((one) => !off.includes(one.id));
    }
    return items;
  };
  return { parties: of("parties"), accounts: of("accounts") };
}

const ids = ["a", "b", "c", base.roster.parties[0]!.id];
const anyLayer = fc
  .record({
    parties: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), name: fc.constantFrom("P", "Q") }), {
      selector: (p) => p.id,
    }),
    accounts: fc.uniqueArray(
      fc.record({ id: fc.constantFrom("x:1", "x:2"), handle: fc.constantFrom("h", "i") }),
      {
        selector: (a) => a.id,
      },
    ),
    offParties: fc.subarray(ids),
    offAccounts: fc.subarray(["x:1", "x:2"]),
  })
  .map((r) =>
    layer(
      {
        parties: r.parties.map((p) => party(p.id, p.name)),
        accounts: r.accounts.map((a) => account(a.id, a.handle)),
      },
      { parties: r.offParties, accounts: r.offAccounts },
    ),
  );
const step = fc.record({ at: fc.constantFrom("agency", "own"), put: fc.option(anyLayer) });

describe("any sequence of adding, replacing and removing layers", () => {
  test("gives the same result as composing the remaining layers anew", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const now: { -readonly [K in keyof UpperLayers]: UpperLayers[K] } = {};
        let made = compose(base, now, TODAY);
        for (const { at, put } of steps) {
          if (put) now[at as "agency" | "own"] = put;
          else delete now[at as "agency" | "own"];
          made = compose(base, now, TODAY);
        }
        const expected = byHand(base, now);
        expect(made.skipped).toEqual([]);
        expect(made.ruleset.roster.parties).toEqual(expected.parties);
        expect(made.ruleset.roster.accounts).toEqual(expected.accounts);
        // Layers put in the other order give the very same.
        const turned: UpperLayers = {
          ...(now.own ? { own: now.own } : {}),
          ...(now.agency ? { agency: now.agency } : {}),
        };
        expect(compose(base, turned, TODAY)).toEqual(made);
        // Every switched-off key is away, and said by whom.
        for (const { section, key, by } of made.off) {
          const there = section === "parties" ? expected.parties : expected.accounts;
          expect(there.some((item) => item.id === key)).toBe(false);
          expect(now[by as "agency" | "own"]?.off[section as "parties" | "accounts"]).toContain(key);
        }
      }),
      { numRuns: process.env.JN_LONG === "1" ? 5_000 : 150 },
    );
  });
});
