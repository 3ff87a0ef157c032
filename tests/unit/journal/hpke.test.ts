/** The book's seal is HPKE as RFC 9180 has it: its published vectors, and the book's own use of it. */
import { createHash } from "node:crypto";
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/domain/encoding.ts";
import { CURVE, importPair, PUBLIC_BYTES, SUITE, seal, unseal } from "../../../src/journal/crypto.ts";

const INFO = fromHex("4f6465206f6e2061204772656369616e2055726e");
const hex = (bytes: ArrayBuffer): string => toHex(new Uint8Array(bytes));

/** RFC 9180, appendix A.3.1: base mode, P-256 with HKDF-SHA256, HKDF-SHA256, AES-128-GCM. */
const A3 = {
  ikmE: "4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e",
  ikmR: "668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  pkRm:
    "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82" +
    "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  enc:
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9" +
    "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  /** By sequence number; the `aad` is "Count-" and the number. */
  ct: {
    0: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
    1: "fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82",
    2: "895cabfac50ce6c6eb02ffe6c048bf53b7f7be9a91fc559402cbc5b8dcaeb52b2ccc93e466c28fb55fed7a7fec",
    4: "8787491ee8df99bc99a246c4b3216d3d57ab5076e18fa27133f520703bc70ec999dd36ce042e44f0c3169a6a8f",
    255: "2ad71c85bf3f45c6eca301426289854b31448bcf8a8ccb1deef3ebd87f60848aa53c538c30a4dac71d619ee2cd",
    256: "10f179686aa2caec1758c8e554513f16472bd0a11e2a907dde0b212cbe87d74f367f8ffe5e41cd3e9962a6afb2",
  } as Record<number, string>,
  exported: {
    "": "5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d",
    "00": "6cff87658931bda83dc857e6353efe4987a201b849658d9b047aab4cf216e796",
    "54657374436f6e74657874": "d8f1ea7942adbba7412c6d431c62d01371ea476b823eb697e1f6e6cae1dab85a",
  },
};

/**
 * The book's own suite, with AES-256-GCM, is not in the appendix but in the RFC's machine-readable vectors (mode 0,
 * KEM 0x0010, KDF 1, AEAD 2). Of its ciphertexts stands here what the tests of Go's HPKE publish of the same entry:
 * SHAKE128 over a thousand, of texts that SHAKE128 draws.
 */
const OWN = {
  ikmE: "a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c",
  ikmR: "a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3",
  skRm: "317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2",
  pkRm:
    "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f" +
    "853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c",
  enc:
    "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e" +
    "0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0",
  encryptions: "8d3263541fc1695b6e88ff3a1208577c",
};

/** Both sides of a vector: sender with the vector's own ephemeral key, recipient with its private key. */
async function sides(suite: CipherSuite, { ikmE, ikmR, skRm, pkRm }: typeof OWN | typeof A3) {
  const pair = await suite.kem.deriveKeyPair(fromHex(ikmR));
  expect(hex(await suite.kem.serializePublicKey(pair.publicKey))).toBe(pkRm);
  expect(hex(await suite.kem.serializePrivateKey(pair.privateKey))).toBe(skRm);
  const sender = await suite.createSenderContext({
    recipientPublicKey: pair.publicKey,
    info: INFO,
    ekm: fromHex(ikmE),
  });
  const recipient = await suite.createRecipientContext({ recipientKey: pair, enc: sender.enc, info: INFO });
  return { sender, recipient };
}

describe("RFC 9180", () => {
  it("appendix A.3.1: every key, ciphertext and exported value of the vector", async () => {
    const kem = new DhkemP256HkdfSha256();
    const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const { sender, recipient } = await sides(suite, A3);
    expect(hex(sender.enc)).toBe(A3.enc);
    let compared = 0;
    for (let nth = 0; nth <= 256; nth++) {
      const aad = new TextEncoder().encode(`Count-${nth}`);
      const ct = await sender.seal(fromHex(A3.pt), aad);
      expect(hex(await recipient.open(ct, aad))).toBe(A3.pt);
      if (!A3.ct[nth]) continue;
      expect(hex(ct)).toBe(A3.ct[nth]);
      compared++;
    }
    expect(compared).toBe(6);
    for (const [context, value] of Object.entries(A3.exported)) {
      expect(hex(await sender.export(fromHex(context), 32))).toBe(value);
      expect(hex(await recipient.export(fromHex(context), 32))).toBe(value);
    }
  });

  it("the book's own suite makes the same keys and a thousand same ciphertexts", async () => {
    expect([SUITE.kem.id, SUITE.kdf.id, SUITE.aead.id]).toEqual([0x0010, 0x0001, 0x0002]);
    const { sender, recipient } = await sides(SUITE, OWN);
    expect(hex(sender.enc)).toBe(OWN.enc);
    const source = createHash("shake128", { outputLength: 300_000 }).digest();
    let at = 0;
    /** A byte of length, then so many bytes. */
    const draw = (): Uint8Array => {
      const length = source[at]!;
      at += 1 + length;
      return new Uint8Array(source.subarray(at - length, at));
    };
    const sink = createHash("shake128", { outputLength: 16 });
    for (let nth = 0; nth < 1_000; nth++) {
      const [aad, plain] = [draw(), draw()];
      const ct = await sender.seal(plain, aad);
      sink.update(new Uint8Array(ct));
      expect(hex(await recipient.open(ct, aad))).toBe(toHex(plain));
    }
    expect(sink.digest("hex")).toBe(OWN.encryptions);
  });
});

describe("a sealed record", () => {
  const text = (bytes: string) => new TextEncoder().encode(bytes);
  async function keys() {
    const made = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", made.publicKey));
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", made.privateKey));
    return importPair(raw, pkcs8);
  }

  it("is a single-shot encryption of that suite: the encapsulated key, then the ciphertext", async () => {
    const pair = await keys();
    const info = text("jaga-netral book/1");
    const box = await seal(pair.publicKey, text("a line"), "pending 2026-11-21 x");
    expect(box.length).toBe(PUBLIC_BYTES + "a line".length + 16);
    const opened = await SUITE.open(
      { recipientKey: pair, enc: box.slice(0, 65), info },
      box.slice(65),
      text("pending 2026-11-21 x"),
    );
    expect(new Uint8Array(opened)).toEqual(text("a line"));
    const { enc, ct } = await SUITE.seal({ recipientPublicKey: pair.publicKey, info }, text("b"), text("l"));
    const joined = new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
    expect(await unseal(pair, joined, "l")).toEqual(text("b"));
  });

  it("opens with its pair and label alone, and not where a byte is changed, missing or too many", async () => {
    const [pair, other] = await Promise.all([keys(), keys()]);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, label, where, change) => {
          const plain = new Uint8Array(bytes);
          const box = await seal(pair.publicKey, plain, label);
          expect(await unseal(pair, box, label)).toEqual(plain);
          expect(await unseal(other, box, label)).toBeUndefined();
          expect(await unseal(pair, box, `${label}.`)).toBeUndefined();
          const damaged = box.slice();
          damaged[where % box.length]! ^= change;
          expect(await unseal(pair, damaged, label)).toBeUndefined();
          expect(await unseal(pair, box.slice(0, where % box.length), label)).toBeUndefined();
          expect(await unseal(pair, new Uint8Array([...box, 0]), label)).toBeUndefined();
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is another one each time, and the pair that opens it cannot be read back", async () => {
    const pair = await keys();
    const boxes = await Promise.all([1, 2, 3].map(() => seal(pair.publicKey, text("same"), "same")));
    expect(new Set(boxes.map((box) => toHex(box.slice(0, PUBLIC_BYTES)))).size).toBe(3);
    expect(pair.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("pkcs8", pair.privateKey)).rejects.toThrow();
  });
});
