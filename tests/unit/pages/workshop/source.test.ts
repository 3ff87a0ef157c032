import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type AdmittedLayer, admitLayerText } from "../../../../src/engine/ruleset/layers/admit.ts";
import { makeKey } from "../../../../src/engine/ruleset/layers/signature.ts";
import { keyFileText } from "../../../../src/engine/ruleset/layers/signed-file.ts";
import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";
import { bundledText } from "../../engine/ruleset/bundled.ts";
import { files, layerOf } from "../../engine/ruleset/example.ts";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
/* What a page fetches from its own extension. */
vi.stubGlobal("fetch", async (url: string) =>
  url.includes("text-model")
    ? new Response(readFileSync("assets/model/text-model.json", "utf8"))
    : new Response(bundledText()),
);
vi.doMock("../../../../src/messaging/messages.ts", () => ({ sendMessage: vi.fn() }));
const saved: { name: string; content: string | Uint8Array }[] = [];
vi.doMock("../../../../src/pages/shared/download.ts", () => ({
  download: (name: string, _type: string, content: string | Uint8Array) => saved.push({ name, content }),
}));
const { workshopSource } = await import("../../../../src/pages/workshop/source.ts");

const listeners = new Map<string, (event: unknown) => void>();
vi.stubGlobal("addEventListener", (type: string, heard: (event: unknown) => void) =>
  listeners.set(type, heard),
);
vi.stubGlobal("removeEventListener", (type: string) => listeners.delete(type));

const sheets = (of: Record<string, string>) =>
  new File(
    [zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, strToU8(text)])))],
    "aturan.zip",
  );
const damaged = () => ({ ...files(), "akun.csv": files()["akun.csv"]!.replace("relawan", "relawn") });
const savedText = (name: RegExp) => saved.findLast((one) => name.test(one.name))?.content;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal("navigator", { languages: ["id"] });
  saved.length = 0;
  listeners.clear();
});

describe("the page on which an agency builds its rules", () => {
  it("names each damaged cell as the tool does and offers nothing to sign", async () => {
    const { load, actions } = workshopSource();
    await actions.chooseFile(sheets(damaged()));
    await actions.makeKey("Dinas");
    await actions.saveKey();
    await actions.sign();
    const { file, signed, tried } = await load();
    expect(file!.faults).toEqual([
      expect.stringMatching(/^Lembar akun, baris 3, kolom jenis: .*Tulis: relawan$/),
    ]);
    expect([file!.summary, signed, tried]).toEqual([undefined, undefined, []]);
    expect(savedText(/aturan|contoh/)).toBeUndefined();
  });

  it("shows what would be asked about before and after, also for a sentence of one's own", async () => {
    const { load, actions } = workshopSource();
    await actions.chooseFile(sheets(files()));
    const { tried, file } = await load();
    expect(file!.summary).toMatchObject({ version: layerOf().meta.version });
    expect(tried.filter(({ before, after }) => before !== after && after === "warn").length).toBeGreaterThan(
      0,
    );
    expect(tried.at(-1)).toMatchObject({ before: "clear", after: "clear" });
    await actions.tryOne({ text: "Selamat pagi", date: "2026-11-10", site: "facebook" });
    expect((await load()).tried.length).toBe(tried.length + 1);
    expect((await load()).tried[0]).toMatchObject({ trial: { text: "Selamat pagi" }, after: "clear" });
  });

  it("signs with a key made here only after it was saved, and saves it once", async () => {
    const { load, actions } = workshopSource();
    await actions.chooseFile(sheets(files()));
    await actions.makeKey("Dinas Contoh");
    expect((await load()).key).toMatchObject({ unsaved: true });
    await actions.sign();
    expect((await load()).signed).toBeUndefined();
    await actions.saveKey();
    await actions.saveKey();
    expect(saved.filter(({ name }) => /kunci/.test(name)).length).toBe(1);
    await actions.sign();
    const { signed, key } = await load();
    const admission = await admitLayerText(savedText(/\.json$/) as string, {
      name: "agency",
      date: "2026-11-21",
      bundled: JSON.parse(bundledText()) as Ruleset,
      layers: {},
    });
    expect(admission).toMatchObject({ ok: true, confirm: signed!.fingerprint });
    expect(signed!.fingerprint).toBe(key!.fingerprint);
  });

  it("takes a saved key again, and says of other files what they are", async () => {
    const { load, actions } = workshopSource();
    await actions.makeKey("Dinas Contoh");
    await actions.saveKey();
    const print = (await load()).key!.fingerprint;
    await actions.forgetKey();
    expect((await load()).key).toBeUndefined();
    const text = savedText(/kunci/) as string;
    await actions.chooseKey(new File([text], "kunci.json"));
    expect((await load()).key).toMatchObject({
      fingerprint: print,
      unsaved: false,
      publisher: "Dinas Contoh",
    });
    await actions.chooseKey(new File(["{}"], "lain.json"));
    expect(await load()).toMatchObject({ key: undefined, keyError: "Ini bukan berkas kunci penerbit" });
    const broken = { ...JSON.parse(text), publicKey: "A".repeat(43) };
    await actions.chooseKey(new File([JSON.stringify(broken)], "rusak.json"));
    expect((await load()).keyError).toMatch(/rusak/);
    await actions.chooseFile(new File([text], "kunci.json"));
    expect((await load()).file!.faults).toEqual([expect.stringMatching(/kunci rahasia.*jangan dibagikan/)]);
  });

  it("warns before an unsaved key is lost, and forgets every key when the page is left", async () => {
    const { load, actions, subscribe } = workshopSource();
    const stop = subscribe!(
      () => {},
      () => {},
    );
    const asked = () => {
      const event = { preventDefault: vi.fn() };
      listeners.get("beforeunload")!(event);
      return event.preventDefault.mock.calls.length > 0;
    };
    expect(asked()).toBe(false);
    await actions.makeKey("Dinas");
    expect(asked()).toBe(true);
    await actions.saveKey();
    expect(asked()).toBe(false);
    listeners.get("pagehide")!({});
    expect((await load()).key).toBeUndefined();
    stop();
    expect(listeners.size).toBe(0);
  });

  it("warns where the version did not rise and where the key was made for another publisher", async () => {
    const { load, actions } = workshopSource();
    await actions.chooseFile(sheets(files()));
    await actions.makeKey("Bukan Dinas");
    const next = layerOf();
    const older = {
      ...next,
      meta: { ...next.meta, version: next.meta.version + 4, note: { id: "a", en: "b" } },
    };
    await actions.chooseLast(new File([JSON.stringify(older)], "dinas-5.json"));
    const { file, last } = await load();
    expect(last).toMatchObject({ name: "dinas-5.json", version: older.meta.version });
    expect(file!.warnings.join("\n")).toMatch(/tidak lebih tinggi dari terbitan terakhir/);
    expect(file!.warnings.join("\n")).toMatch(/kunci ini dibuat untuk “Bukan Dinas”/);
  });

  it("makes a policy of the signed file, or says why not", async () => {
    const { load, actions } = workshopSource();
    await actions.chooseFile(sheets(files()));
    await actions.makeKey("Dinas");
    await actions.saveKey();
    await actions.sign();
    const wish = { browser: "firefox", system: "linux", extension: "", address: "" } as const;
    await actions.savePolicy(wish);
    const text = new TextDecoder().decode(savedText(/kebijakan/) as Uint8Array);
    expect(text).toContain('"rulesetInline"');
    expect(text).toContain((await load()).key!.publicKey);
    await actions.savePolicy({ ...wish, address: "http://contoh.go.id/a.json" });
    expect((await load()).policyError).toMatch(/https/);
  });

  it("offers the example of a whole Pilkada, which has nothing to mend", async () => {
    const { load, actions } = workshopSource();
    await actions.saveTemplate();
    const bytes = savedText(/\.xlsx$/) as Uint8Array<ArrayBuffer>;
    await actions.chooseFile(new File([bytes], "aturan.xlsx"));
    expect((await load()).file).toMatchObject({
      faults: [],
      summary: { contests: 6, tickets: 14, accounts: 60 },
    });
  });
});

describe("a key that replaces an old one", () => {
  const keyFile = async (name: string) =>
    new File([keyFileText(await makeKey(name, "2026-11-21"))], "kunci.json");
  const admitted = async (text: string, current?: AdmittedLayer) =>
    admitLayerText(text, {
      name: "agency",
      date: "2026-11-21",
      bundled: JSON.parse(bundledText()) as Ruleset,
      layers: {},
      current,
    });

  it("signs with both, so that a machine with the old one goes on unasked, and both are forgotten", async () => {
    const { load, actions } = workshopSource();
    const [old, fresh] = [await keyFile("Dinas"), await keyFile("Dinas")];
    await actions.chooseFile(sheets(files()));
    await actions.chooseKey(old);
    await actions.sign();
    const first = await admitted(String(saved.at(-1)!.content));
    await actions.chooseKey(fresh);
    await actions.choosePrevious(fresh);
    expect((await load()).previous).toBe("same");
    await actions.choosePrevious(new File(["{}"], "a.json"));
    expect((await load()).previous).toMatchObject({ problem: expect.stringContaining("bukan berkas kunci") });
    await actions.choosePrevious(old);
    await actions.sign();
    const next = await admitted(String(saved.at(-1)!.content), first.ok ? first.admitted : undefined);
    expect(next.ok && [next.confirm, next.admitted.signedBy?.fingerprint]).toEqual([
      undefined,
      (await load()).key!.fingerprint,
    ]);
    await actions.forgetKey();
    expect([(await load()).key, (await load()).previous]).toEqual([undefined, undefined]);
    await actions.chooseKey(fresh);
    await actions.sign();
    expect(String(saved.at(-1)!.content)).not.toContain("handover");
  });
});
