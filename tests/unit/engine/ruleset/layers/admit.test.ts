import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../../../../src/domain/encoding.ts";
import {
  type AdmissionContext,
  type AdmittedLayer,
  admitLayer,
  admitLayerText,
  layerOn,
  layersOn,
} from "../../../../../src/engine/ruleset/layers/admit.ts";
import { canonical } from "../../../../../src/engine/ruleset/layers/canonical-json.ts";
import {
  fingerprint,
  makeKey,
  type PublisherKey,
  signingKey,
} from "../../../../../src/engine/ruleset/layers/signature.ts";
import { signedFile } from "../../../../../src/engine/ruleset/layers/signed-file.ts";
import type { Layer } from "../../../../../src/engine/ruleset/schema/index.ts";
import { sign } from "../../../lib/sign.ts";
import { small } from "../small.ts";

const TODAY = "2026-11-21";
let key: PublisherKey;
let other: PublisherKey;
beforeAll(async () => {
  key = await makeKey("Dinas Contoh", TODAY);
  other = await makeKey("Dinas Lain", TODAY);
});

const layer = (over: Partial<Layer["meta"]> = {}, set: Layer["set"] = {}): Layer => ({
  format: 1,
  kind: "layer",
  meta: {
    id: "dinas-contoh",
    title: { id: "Contoh", en: "Example" },
    version: 3,
    publisher: "Dinas Contoh",
    languages: ["id"],
    issued: "2026-11-01",
    ...over,
  },
  set: { parties: [{ id: "baru", name: "Partai Baru", short: "PB", aliases: [] }], ...set },
  off: {},
});
const signed = async (what: Layer = layer(), by = key) => ({
  format: 1,
  kind: "signed-layer",
  layer: what,
  signature: await sign(what, by),
});
const gate = (over: Partial<AdmissionContext> = {}): AdmissionContext => ({
  name: "agency",
  date: TODAY,
  bundled: small(),
  layers: {},
  ...over,
});
const codes = async (json: unknown, over: Partial<AdmissionContext> = {}) => {
  const said = await admitLayer(json, gate(over));
  return said.ok ? "ok" : said.errors.map((error) => error.code).join();
};
async function kept(what = layer(), by = key): Promise<AdmittedLayer> {
  const said = await admitLayer(await signed(what, by), gate());
  if (!said.ok) throw new Error(JSON.stringify(said.errors));
  return said.admitted;
}

describe("a signed layer", () => {
  test("waits for confirmation of an unknown publisher's fingerprint", async () => {
    const said = await admitLayer(await signed(), gate());
    expect(said).toMatchObject({ ok: true, changed: true, confirm: key.fingerprint });
    expect(key.fingerprint).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){7}$/);
    expect(await fingerprint(key.publicKey)).toBe(key.fingerprint);
  });

  test("needs no confirmation if policy or the layer in place pins the key", async () => {
    const pinned = await admitLayer(await signed(), gate({ pinned: key.publicKey }));
    expect(pinned.ok && pinned.confirm).toBeUndefined();
    const next = await admitLayer(await signed(layer({ version: 4 })), gate({ current: await kept() }));
    expect(next.ok && next.confirm).toBeUndefined();
    const replace = await admitLayer(
      await signed(layer(), other),
      gate({ current: await kept(), replace: true }),
    );
    expect(replace).toMatchObject({ ok: true, confirm: other.fingerprint });
  });

  test("is rejected for every tampered byte", async () => {
    const text = JSON.stringify(await signed());
    const start = text.indexOf('"layer":') + 8;
    const end = text.indexOf(',"signature"');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: end - 1 }),
        fc.constantFrom("0", "x", " ", "}", "9"),
        async (at, letter) => {
          if (text[at] === letter) return;
          const said = await admitLayerText(text.slice(0, at) + letter + text.slice(at + 1), gate());
          // A blank outside a string is no change of the layer: JSON has many spellings, the layer one.
          if (said.ok) expect(canonical(said.admitted.layer)).toBe(canonical(layer()));
          else expect(["bad-signature", "not-json", "hidden", "markup"]).toContain(said.errors[0]!.code);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("is the same layer with other key order and white space", async () => {
    const file = await signed();
    const turned = { ...file, layer: Object.fromEntries(Object.entries(layer()).reverse()) };
    expect(await codes(JSON.parse(JSON.stringify(turned, null, 3)))).toBe("ok");
  });

  test("is rejected with a wrong key, truncated, with a foreign signature or unsigned", async () => {
    const file = await signed();
    expect(await codes(file, { pinned: other.publicKey })).toBe("wrong-key");
    expect(await codes(await signed(layer({ version: 9 }), other), { current: await kept() })).toBe(
      "wrong-key",
    );
    expect(await codes({ ...file, layer: layer({ version: 4 }) })).toBe("bad-signature");
    expect(await codes({ ...file, signature: { ...file.signature, key: other.publicKey } })).toBe(
      "bad-signature",
    );
    expect(
      await codes({ ...file, signature: { ...file.signature, value: `${file.signature.value.slice(1)}A` } }),
    ).toBe("bad-signature");
    expect(await codes(layer())).toBe("unsigned");
    const cut = await admitLayerText(JSON.stringify(file).slice(0, -9), gate());
    expect(cut.ok ? "" : cut.errors[0]!.code).toBe("not-json");
  });

  test("is rejected with a signature by the right key for another purpose", async () => {
    const own = await crypto.subtle.importKey("pkcs8", fromBase64Url(key.privateKey), "Ed25519", false, [
      "sign",
    ]);
    const made = async (text: string) => {
      const value = new Uint8Array(await crypto.subtle.sign("Ed25519", own, new TextEncoder().encode(text)));
      const { signature, ...file } = await signed();
      return codes({ ...file, signature: { ...signature, value: toBase64Url(value) } });
    };
    expect(await made(`jaga-netral-layer-v1\n${canonical(layer())}`)).toBe("ok");
    expect(await made(canonical(layer()))).toBe("bad-signature");
    expect(await made(`jaga-netral-layer-v2\n${canonical(layer())}`)).toBe("bad-signature");
  });

  test("is rejected if older, changed without a new version, of another id or expired", async () => {
    const current = await kept();
    expect(await codes(await signed(layer({ version: 2 })), { current })).toBe("old-version");
    expect(await codes(await signed(layer({ issued: "2026-11-02" })), { current })).toBe("same-version");
    expect(await codes(await signed(layer({ id: "lain", version: 4 })), { current })).toBe("other-id");
    expect(await codes(await signed(layer({ validUntil: "2026-11-20" })))).toBe("expired");
    const same = await admitLayer(await signed(), gate({ current }));
    expect(same).toMatchObject({ ok: true, changed: false });
  });

  test("is rejected even with a valid signature for: markup, prototype keys, unknown keys, references into nothing, too many names", {
    timeout: 120_000,
  }, async () => {
    const bad = async (change: (copy: Record<string, unknown>) => void) => {
      const copy = JSON.parse(JSON.stringify(layer())) as Record<string, unknown>;
      change(copy);
      return codes({ format: 1, kind: "signed-layer", layer: copy, signature: await sign(copy, key) });
    };
    const parties = (name: string) => [{ id: "baru", name, short: "PB", aliases: [] }];
    expect(await bad((l) => Object.assign(l, { set: { parties: parties("<img src=x>") } }))).toBe("markup");
    expect(await bad((l) => Object.defineProperty(l, "__proto__", { value: {}, enumerable: true }))).toBe(
      "bad-key",
    );
    expect(await bad((l) => Object.assign(l, { extra: 1 }))).toBe("unknown-key");
    expect(
      await bad((l) =>
        Object.assign(l, {
          set: { accounts: [{ id: "x:a", site: "x", handle: "a", kind: "party", party: "tiada" }] },
        }),
      ),
    ).toBe("no-such");
    const many = Array.from({ length: 4_400 }, (_, at) => ({
      id: `p${at}`,
      name: "P",
      short: "P",
      aliases: Array(24).fill("N"),
    }));
    expect(await bad((l) => Object.assign(l, { set: { parties: many } }))).toBe("too-long");
    const accounts = Array.from({ length: 100_000 }, (_, at) => ({
      id: `x:${at}`,
      site: "x",
      handle: `h${at}`,
      kind: "press",
    }));
    expect(await bad((l) => Object.assign(l, { set: { accounts } }))).toBe("too-many-names");
  });
});

describe("a layer handed out in advance", () => {
  const early = () => signed(layer({ version: 4, validFrom: "2026-11-25" }));

  test("is admitted, and the one in place stays in force until its first day", async () => {
    const current = await kept();
    const said = await admitLayer(await early(), gate({ current }));
    if (!said.ok) throw new Error(JSON.stringify(said.errors));
    expect([said.changed, said.confirm]).toEqual([true, undefined]);
    const versionOn = (date: string) => layerOn(said.admitted, date).meta.version;
    expect([versionOn(TODAY), versionOn("2026-11-24"), versionOn("2026-11-25")]).toEqual([3, 3, 4]);
    expect(layersOn({ agency: said.admitted }, TODAY).agency?.meta.version).toBe(3);
  });

  test("keeps the one in force when it is itself replaced before its first day", async () => {
    const first = await admitLayer(await early(), gate({ current: await kept() }));
    if (!first.ok) throw new Error("refused");
    const next = await signed(layer({ version: 5, validFrom: "2026-11-26" }));
    const said = await admitLayer(next, gate({ current: first.admitted }));
    expect(said.ok && layerOn(said.admitted, TODAY).meta.version).toBe(3);
    const now = await admitLayer(await signed(layer({ version: 5 })), gate({ current: first.admitted }));
    expect(now.ok && layerOn(now.admitted, TODAY).meta.version).toBe(5);
  });

  test("leaves nothing of another publisher in force, and waits alone where there was none", async () => {
    for (const over of [{ current: await kept(layer(), other), replace: true }, {}]) {
      const said = await admitLayer(await early(), gate(over));
      expect(said.ok && [said.admitted.before, layerOn(said.admitted, TODAY).meta.version]).toEqual([
        undefined,
        4,
      ]);
    }
  });

  test("is checked as it will be on its first day", async () => {
    const broken = {
      accounts: [{ id: "a", site: "x" as const, handle: "a", kind: "party" as const, party: "no" }],
    };
    expect(await codes(await signed(layer({ validFrom: "2026-11-25" }, broken)))).toBe("no-such");
    expect(await codes(await signed(layer({ validFrom: "2026-11-25", validUntil: "2026-11-20" })))).not.toBe(
      "ok",
    );
  });
});

describe("a new key", () => {
  const next = layer({ version: 4 });
  const using = (by: PublisherKey) => signingKey({ ...by });
  const handedOver = async (what = next, from = key, to = other) =>
    JSON.parse(await signedFile(what, await using(to), await using(from))) as Record<string, unknown>;

  test("is gone on with unasked where the trusted one named it, and is the trusted one from then on", async () => {
    const said = await admitLayer(await handedOver(), gate({ current: await kept() }));
    if (!said.ok) throw new Error(JSON.stringify(said.errors));
    expect(said.confirm).toBeUndefined();
    expect(said.admitted.signedBy).toEqual({
      key: other.publicKey,
      fingerprint: other.fingerprint,
      previous: key.publicKey,
    });
    const later = { current: said.admitted };
    expect(await codes(await signed(layer({ version: 5 }), other), later)).toBe("ok");
    expect(await codes(await signed(layer({ version: 5 }), key), later)).toBe("wrong-key");
  });

  test("takes the place of the old one under the same version, too", async () => {
    const said = await admitLayer(await handedOver(layer()), gate({ current: await kept() }));
    expect(said).toMatchObject({ ok: true, changed: true });
  });

  test("is refused by a machine that missed the handover, with its code", async () => {
    const said = await admitLayer(await signed(next, other), gate({ current: await kept() }));
    expect(said.ok ? [] : said.errors.map(({ code, values }) => [code, values])).toEqual([
      ["wrong-key", [other.fingerprint]],
    ]);
    /* One that stands at the old key by policy goes on with it, and only with a file that it named the new key in. */
    expect(await codes(await handedOver(), { pinned: key.publicKey })).toBe("ok");
    expect(await codes(await signed(next, other), { pinned: key.publicKey })).toBe("wrong-key");
  });

  test("must be confirmed where neither is known, by its own code", async () => {
    expect(await admitLayer(await handedOver(), gate())).toMatchObject({
      ok: true,
      confirm: other.fingerprint,
    });
  });

  test("is refused where the old one signed another layer, named another key, or did not name one", async () => {
    const current = await kept();
    const good = await handedOver();
    const handover = async (value: unknown) => codes({ ...good, handover: value }, { current });
    expect(await handover((await handedOver(layer({ version: 9 }))).handover)).toBe("bad-signature");
    const third = await makeKey("Dinas Ketiga", TODAY);
    expect(await handover((await handedOver(next, key, third)).handover)).toBe("bad-signature");
    /* Its old issues are public: their signature beside a stranger's must not do. */
    expect(await handover(await sign(next, key))).toBe("bad-signature");
    expect(await handover((await handedOver(next, third)).handover)).toBe("wrong-key");
  });
});

describe("cases to practise with", () => {
  const basis = small().bases[0]!;
  const one = (over: object = {}) => ({
    id: "chat-own",
    role: { id: "guru" },
    status: "PNS" as const,
    phase: small().phases.kinds[0]!.id,
    scene: {
      kind: "chat" as const,
      name: "Grup guru",
      messages: [{ by: "Kepala", text: { id: "Hadir semua ya." } }],
    },
    action: "reply" as const,
    act: { id: "Anda menjawab tidak." },
    answer: "fine" as const,
    rule: small().rules[0]!.id,
    strength: "firm" as const,
    bases: [basis.id],
    reason: { id: "Menolak itu boleh. Tetap sopan." },
    ...over,
  });
  const withCases = (...training: object[]) => ({ ...layer(), training }) as Layer;
  const refused = async (...training: object[]) => {
    const said = await admitLayer(await signed(withCases(...training)), gate());
    return said.ok ? "ok" : said.errors.map(({ path, code }) => `${path} ${code}`).join();
  };

  test("may come with a signed layer", async () => {
    expect(await refused(one(), one({ id: "chat-other" }))).toBe("ok");
  });

  test("are refused from a file without a signature, and in an own one, too", async () => {
    expect(await codes(withCases(one()), { name: "own" })).toBe("unsigned-training");
    expect(await codes(await signed(withCases(one())), { name: "own" })).toBe("ok");
  });

  test("are refused with the place and the reason where rule, phase, basis, day or answer is wrong", async () => {
    expect(await refused(one(), one())).toBe("training.1.id twice");
    expect(await refused(one({ rule: "R99" }))).toBe("training.0.rule no-such");
    expect(await refused(one({ phase: "besok" }))).toBe("training.0.phase no-such");
    expect(await refused(one({ bases: [basis.id, "pasal-1"] }))).toBe("training.0.bases.1 no-such");
    expect(await refused(one({ strength: "disputed" }))).toBe("training.0.answer disputed-answer");
    const bundled = {
      ...small(),
      bases: [{ ...basis, validUntil: "2020-01-01" }, ...small().bases.slice(1)],
    };
    const said = await admitLayer(await signed(withCases(one())), gate({ bundled }));
    expect(said.ok ? [] : said.errors.map(({ message }) => message)).toEqual([
      `Dasar “${basis.id}” tidak berlaku pada ${TODAY}; pakai dasar yang berlaku`,
    ]);
  });

  test("keep the limits of the project's own", async () => {
    expect(await refused(one({ act: { id: "a".repeat(121) } }))).toContain("training.0.act.id");
    expect(await refused(...Array.from({ length: 401 }, (_, at) => one({ id: `chat-${at}` })))).toContain(
      "training",
    );
  });
});

describe("an own file", () => {
  test("may be unsigned if it has no selectors", async () => {
    const said = await admitLayer(layer(), gate({ name: "own" }));
    expect(said).toMatchObject({ ok: true, changed: true });
    if (said.ok) expect([said.admitted.signedBy, said.confirm]).toEqual([undefined, undefined]);
    const sites = { x: { hosts: ["x.com"], selectors: {}, labels: {} } };
    expect(await codes(layer({}, { sites }), { name: "own" })).toBe("unsigned-sites");
    expect(await codes(await signed(layer({}, { sites })), { name: "own" })).toBe("ok");
  });

  test.each(["post", "button", "likeAnchor"])(
    "cannot hold everything on a page by %s, even if it is signed",
    async (role) => {
      const change = (selector: string) => ({
        sites: { x: { selectors: { [role]: ["[data-testid]", selector] } } },
      });
      for (const selector of ["*", "body", "html", "div", "div[class]", "main *"])
        expect([selector, await codes(await signed(layer({}, change(selector))))]).toEqual([
          selector,
          "selector-broad",
        ]);
      expect(await codes(await signed(layer({}, change('div[data-testid="cell"]'))))).toBe("ok");
    },
  );

  test("cannot send the user elsewhere by a rule's title", async () => {
    const rule = small().rules[0]!;
    const titled = async (title: string) =>
      codes(await signed(layer({}, { rules: [{ ...rule, title: { id: title, en: "Rule" } }] })));
    for (const title of [
      "Kirim ke inspektorat@contoh.go.id",
      "Lapor di https://contoh.id",
      "Buka lapor.contoh.go.id dulu",
      "Lihat bit.ly/abc",
    ])
      expect([title, await titled(title)]).toEqual([title, "address"]);
    expect(await titled("Tidak memberi like, share, comment. No. 5 Th. 2014")).toBe("ok");
  });

  test("cannot silently replace a signed one", async () => {
    expect(await codes(layer({ version: 9 }), { name: "own", current: await kept() })).toBe("unsigned");
    expect(await codes(layer({ version: 9 }), { name: "own", current: await kept(), replace: true })).toBe(
      "ok",
    );
  });
});

test("answers arbitrary input without throwing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.anything(),
        fc.jsonValue(),
        fc.record({
          kind: fc.constant("signed-layer"),
          layer: fc.anything(),
          signature: fc.anything(),
          format: fc.constant(1),
        }),
      ),
      async (json) => {
        expect((await admitLayer(json, gate())).ok).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});
