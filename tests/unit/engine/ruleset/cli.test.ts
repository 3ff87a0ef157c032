import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { main } from "../../../../scripts/ruleset/cli.ts";
import { localDay } from "../../../../src/domain/day.ts";
import { type AdmittedLayer, admitLayerText } from "../../../../src/engine/ruleset/layers/admit.ts";
import type { Layer } from "../../../../src/engine/ruleset/schema/index.ts";
import { bundled } from "./bundled.ts";

const here = mkdtempSync(join(tmpdir(), "ruleset-"));
const at = (name: string) => join(here, name);
afterAll(() => rmSync(here, { recursive: true }));

/** Runs a command in this process, with what it prints. */
async function ruleset(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const log = vi.spyOn(console, "log").mockImplementation((line) => {
    said.out += `${line}\n`;
  });
  const error = vi.spyOn(console, "error").mockImplementation((line) => {
    said.err += `${line}\n`;
  });
  try {
    const code = await main(args);
    return { code, ...said };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(at(name), change(readFileSync(at(name), "utf8")));

describe("the authoring tool", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    expect((await ruleset("init", at("sheets"))).code).toBe(0);
  }, 60_000);

  test("exits 0 for --help of every command and 2 for wrong usage", async () => {
    const overview = await ruleset("--help");
    const commands = [...overview.out.matchAll(/^ {2}([a-z-]+)/gm)].map((found) => found[1]!);
    expect(commands).toEqual([
      "init",
      "check",
      "try",
      "build",
      "diff",
      "keygen",
      "sign",
      "rollback",
      "policy",
      "serve-example",
    ]);
    for (const command of commands) {
      const help = await ruleset(command, "--help");
      expect([help.code, help.out.length > 100], command).toEqual([0, true]);
      const wrong = await ruleset(command, "--nonsense");
      expect([wrong.code, wrong.out], command).toEqual([2, ""]);
    }
    expect((await ruleset("--lang", "en", "--help")).out).toContain("Tool for making");
    expect([
      (await ruleset()).code,
      (await ruleset("publish")).code,
      (await ruleset("build", at("sheets"))).code,
    ]).toEqual([2, 2, 2]);
  });

  test("turns sheets into a signed file that the extension admits", async () => {
    const built = await ruleset("build", at("sheets"), "-o", at("layer.json"));
    expect([built.code, built.err]).toEqual([0, ""]);
    const key = await ruleset("keygen", "-o", at("key.json"), "--publisher", "Dinas Contoh");
    expect(key.code).toBe(0);
    expect(statSync(at("key.json")).mode & 0o077).toBe(0);
    expect(key.out).not.toContain(
      (JSON.parse(readFileSync(at("key.json"), "utf8")) as { privateKey: string }).privateKey,
    );
    const signed = await ruleset("sign", at("layer.json"), "--key", at("key.json"), "-o", at("signed.json"));
    expect([signed.code, signed.err]).toEqual([0, ""]);

    const text = readFileSync(at("signed.json"), "utf8");
    const said = await admitLayerText(text, {
      name: "agency",
      date: "2026-11-21",
      bundled: bundled(),
      layers: {},
    });
    expect(said.ok && said.confirm).toBe(/[0-9A-F]{4}( [0-9A-F]{4}){7}/.exec(key.out)![0]);
    const checked = await ruleset("check", at("signed.json"));
    expect([checked.code, checked.out.includes(said.ok ? said.confirm! : "-")]).toEqual([0, true]);

    expect((await ruleset("keygen", "-o", at("key.json"))).code).toBe(1);
    expect((await ruleset("init", at("sheets"))).code).toBe(1);
    writeFileSync(at("tampered.json"), text.replace("RADISEKAR", "RADISEKAT"));
    const tampered = await ruleset("check", at("tampered.json"));
    expect([tampered.code, tampered.err]).toEqual([1, expect.stringContaining("Tanda tangan tidak cocok")]);
    expect(
      (await ruleset("sign", at("layer.json"), "--key", at("layer.json"), "-o", at("x.json"))).code,
    ).toBe(1);
    expect((await ruleset("check", "public/rulesets/bundled.json")).code).toBe(0);
    expect((await ruleset("check", at("nowhere"))).code).toBe(1);
  });

  test("reports sheet, row, column and risky aliases on check, and writes nothing on build", async () => {
    await ruleset("init", at("faulty"));
    edit("faulty/alias.csv", (text) => `${text}pilkada-antah-2026,99.01,1,calon,Amin\n`);
    const warned = await ruleset("check", at("faulty"));
    expect([warned.code, warned.err]).toEqual([
      0,
      expect.stringMatching(/^! Lembar paslon, baris 2: .*“Amin”/m),
    ]);
    edit("faulty/akun.csv", (text) => text.replace("relawan", "relawn"));
    const id = await ruleset("check", at("faulty"));
    expect([id.code, id.err]).toEqual([
      1,
      expect.stringContaining("✗ Lembar akun, baris 3, kolom jenis: “relawn”"),
    ]);
    expect(id.err).toContain("Tulis: relawan");
    const en = await ruleset("check", at("faulty"), "--lang=en");
    expect(en.err).toContain("Sheet akun, row 3, column jenis");
    expect((await ruleset("build", at("faulty"), "-o", at("faulty.json"))).code).toBe(1);
    expect(() => statSync(at("faulty.json"))).toThrow();
  });

  test("warns where the version did not rise and where the key was made for another publisher", async () => {
    await ruleset("init", at("issue"));
    await ruleset("build", at("issue"), "-o", at("issue.json"));
    expect((await ruleset("check", at("issue"), "--last", at("issue.json"))).err).toBe("");
    edit("issue/paslon.csv", (text) => text.replace("RADISEKAR", "RADIKAR"));
    const same = await ruleset("check", at("issue"), "--last", at("issue.json"));
    expect([same.code, same.err]).toEqual([0, expect.stringContaining("versi 1 tidak lebih tinggi")]);
    edit("issue/keterangan.csv", (text) => text.replace("versi,1", "versi,2"));
    expect((await ruleset("check", at("issue"), "--last", at("issue.json"))).err).toBe("");

    await ruleset("keygen", "-o", at("other-key.json"), "--publisher", "Bukan Dinas");
    const signed = await ruleset(
      "sign",
      at("issue.json"),
      "--key",
      at("other-key.json"),
      "-o",
      at("other.json"),
    );
    expect([signed.code, signed.err]).toEqual([0, expect.stringContaining("dibuat untuk “Bukan Dinas”")]);
  });

  test("hands over from an old key to a new one, as the extension admits it", async () => {
    await ruleset("init", at("turn"));
    await ruleset("build", at("turn"), "-o", at("turn.json"));
    const made = async (name: string) => {
      const { out } = await ruleset("keygen", "-o", at(name), "--publisher", "Dinas Contoh");
      return /[0-9A-F]{4}( [0-9A-F]{4}){7}/.exec(out)![0];
    };
    const [old, fresh] = [await made("old-key.json"), await made("new-key.json")];
    const signing = (key: string, ...more: string[]) =>
      ruleset("sign", at("turn.json"), "--key", at(key), ...more, "-o", at("turned.json"));
    const admitted = async (current?: AdmittedLayer) =>
      admitLayerText(readFileSync(at("turned.json"), "utf8"), {
        name: "agency",
        date: "2026-11-21",
        bundled: bundled(),
        layers: {},
        current,
      });
    await signing("old-key.json");
    const first = await admitted();
    expect(first.ok && first.confirm).toBe(old);
    const turned = await signing("new-key.json", "--previous", at("old-key.json"));
    expect([turned.code, turned.err]).toEqual([0, ""]);
    expect(turned.out).toContain(`menggantikan: ${old}`);
    const next = await admitted(first.ok ? first.admitted : undefined);
    expect(next.ok && [next.confirm, next.admitted.signedBy?.fingerprint]).toEqual([undefined, fresh]);
    expect((await signing("new-key.json", "--previous", at("new-key.json"))).code).toBe(1);
    expect((await signing("new-key.json", "--previous", at("turn.json"))).code).toBe(1);
  });

  test("issues old content again above the last version, and refuses what has ended or is another's", async () => {
    await ruleset("init", at("back"));
    await ruleset("build", at("back"), "-o", at("back-1.json"));
    edit("back/keterangan.csv", (text) => text.replace("versi,1", "versi,7"));
    edit("back/paslon.csv", (text) => text.replace("RADISEKAR", "RADIKAR"));
    await ruleset("build", at("back"), "-o", at("back-7.json"));
    const again = await ruleset(
      "rollback",
      at("back-1.json"),
      "--last",
      at("back-7.json"),
      "-o",
      at("back-8.json"),
    );
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("versi 8")]);
    const layerIn = (name: string) => JSON.parse(readFileSync(at(name), "utf8")) as Layer;
    const { meta, ...content } = layerIn("back-8.json");
    const { meta: oldMeta, ...oldContent } = layerIn("back-1.json");
    expect(content).toEqual(oldContent);
    expect(meta).toEqual({ ...oldMeta, version: 8, issued: localDay(new Date()) });
    expect((await ruleset("check", at("back-8.json"), "--last", at("back-7.json"))).err).toBe("");
    const with_ = (name: string, change: Partial<Layer["meta"]>) => {
      const layer = layerIn("back-1.json");
      writeFileSync(at(name), JSON.stringify({ ...layer, meta: { ...layer.meta, ...change } }));
      return ruleset("rollback", at(name), "--last", at("back-7.json"), "-o", at("not.json"));
    };
    expect((await with_("ended.json", { validUntil: "2020-01-01" })).err).toContain("Masa berlaku berakhir");
    expect((await with_("others.json", { id: "dinas-lain" })).err).toContain("dinas-lain");
    expect(() => statSync(at("not.json"))).toThrow();
  });

  test("makes a workbook that passes check, and shows what it would ask about on try", async () => {
    expect((await ruleset("init", at("pilkada.xlsx"))).code).toBe(0);
    expect((await ruleset("init", at("pilkada.xlsx"))).code).toBe(1);
    const checked = await ruleset("check", at("pilkada.xlsx"));
    expect([checked.code, checked.err]).toEqual([0, ""]);
    expect(checked.out).toContain("6 pemilihan, 14 paslon, 60 akun");
    writeFileSync(
      at("texts.csv"),
      "teks;tanggal;situs;akun;nama\r\nSelamat pagi semua;10/10/2029;x;@relawan_basekar;Sahabat\r\nSelamat pagi semua;10/10/2029;x;@orang_lain;Budi\r\n",
    );
    const tried = await ruleset("try", at("pilkada.xlsx"), "--texts", at("texts.csv"));
    expect(tried.code).toBe(0);
    expect(tried.out).toContain("2029-10-10, Masa kampanye: ditanyakan (sebelumnya dibiarkan)");
    expect(tried.out).toContain("dibiarkan, seperti sebelumnya");
    expect(tried.out).toContain("2 dicoba: 1 akan ditanyakan, 1 berubah");
    expect((await ruleset("try", at("pilkada.xlsx"), "--date", "besok")).code).toBe(2);
  });

  test("says of a JSON file what is wrong without patterns, paths or a parser's English", async () => {
    await ruleset("init", at("plain"));
    await ruleset("build", at("plain"), "-o", at("plain.json"));
    const text = readFileSync(at("plain.json"), "utf8");
    for (const broken of [
      text.slice(0, -40),
      text.replace('"2026-11-01"', '"1 November"'),
      text.replace('"version": 1', '"version": "satu"'),
      text.replace('"id": "dinas-contoh"', '"id": "dinas contoh"'),
      text.replace('"number": 1', '"number": 1.5'),
      text.replace('"site": "x"', '"site": "twitter"'),
    ]) {
      expect(broken).not.toBe(text);
      writeFileSync(at("broken.json"), broken);
      const { code, err } = await ruleset("check", at("broken.json"));
      expect([code, err !== ""]).toEqual([1, true]);
      expect(err).not.toMatch(
        /\/\^|\[A-Za-z|\\[dpw]|\bset\.|meta\.|Unexpected|expected|Invalid|string|number|undefined/,
      );
    }
  });

  test("describes changes in words on diff", async () => {
    await ruleset("init", at("next"));
    expect((await ruleset("diff", at("sheets"), at("next"))).out).toContain("Tidak ada yang berubah");
    edit("next/paslon.csv", (text) => `${text}pilkada-antah-2026,99.01,3,BIMA SAGARA,,,,,\n`);
    const said = await ruleset("diff", at("sheets"), at("next"));
    expect([said.code, said.out]).toEqual([
      0,
      "Paslon ditambahkan: nomor 3 BIMA SAGARA (Pemilihan Bupati Antah Berantah 2026)\n",
    ]);
  });

  test("exits with the same codes as a program", () => {
    const code = (...args: string[]) =>
      spawnSync(process.execPath, ["scripts/ruleset/cli.ts", ...args]).status;
    expect([code("--help"), code("check", at("nowhere")), code("publish")]).toEqual([0, 1, 2]);
  });

  test("serves the example with an ETag, 304 and 404, and stops on request", async () => {
    const child = spawn(process.execPath, ["scripts/ruleset/cli.ts", "serve-example", "--port", "0"]);
    try {
      let out = "";
      const url = await new Promise<string>((found) => {
        child.stdout.on("data", (chunk) => {
          out += chunk;
          const address = /http:\/\/127\.0\.0\.1:\d+\/contoh\.json/.exec(out)?.[0];
          if (address && /[0-9A-F]{4}( [0-9A-F]{4}){7}/.test(out)) found(address);
        });
      });
      const first = await fetch(url);
      const said = await admitLayerText(await first.text(), {
        name: "agency",
        date: "2026-11-21",
        bundled: bundled(),
        layers: {},
      });
      expect(said.ok && out.includes(said.confirm!)).toBe(true);
      const again = await fetch(url, { headers: { "if-none-match": first.headers.get("etag")! } });
      expect([first.status, again.status, (await fetch(`${url}x`)).status]).toEqual([200, 304, 404]);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await new Promise((ended) => child.once("exit", ended))).toBe(0);
  });
});
