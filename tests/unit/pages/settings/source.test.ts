import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeSchema } from "../../../../src/messaging/changes.ts";
import type { AddLayerResult } from "../../../../src/messaging/protocol.ts";
import { settingsFileText } from "../../../../src/pages/settings/settings-file.ts";
import { bundledText } from "../../engine/ruleset/bundled.ts";
import { files, layerOf } from "../../engine/ruleset/example.ts";
import { DEFAULT_OWN, DEFAULT_SETTINGS } from "../../lib/defaults.ts";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
/* The bundle, which a page fetches from its own extension. */
vi.stubGlobal("fetch", async () => new Response(bundledText()));
const sendMessage = vi.fn();
vi.doMock("../../../../src/messaging/messages.ts", () => ({ sendMessage }));
vi.doMock("../../../../src/storage/managed-policy.ts", () => ({ readPolicy: async () => null }));
const { settingsSource } = await import("../../../../src/pages/settings/source.ts");

const DONE = { ok: true, changed: true } as AddLayerResult;
const CONFIRM = { ok: true, confirm: "ab12", publisher: "Dinas Contoh" } as AddLayerResult;
/** The background's answers to the next attempts, and how often the rules were requested. */
let answers: (AddLayerResult | Error)[];
let requests: number;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.permissions, { contains: async () => false, request: async () => true });
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => "id" });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: "0.1.0" }) });
  answers = [];
  requests = 0;
  sendMessage.mockReset();
  sendMessage.mockImplementation(async (type: string) => {
    if (type === "rulesInfo") return { request: ++requests };
    if (type === "rulesFind") return [{ name: "Airin" }];
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

/** Spreadsheets in a ZIP, as an agency publishes them. */
const sheets = (of: Record<string, string>) =>
  new File(
    [zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, strToU8(text)])))],
    "aturan.zip",
  );
const file = (text: string) => new File([text], "aturan.json");

describe("adding a layer in the settings", () => {
  it("reports a layer as added and reads the rules again", async () => {
    const { load, actions } = settingsSource();
    expect((await load()).info).toEqual({ request: 1 });
    await actions.saveSettings({ sensitivity: "ketat" });
    expect((await load()).info).toEqual({ request: 1 });
    answers = [DONE];
    await actions.addFile("own", file("{}"), false);
    expect(sendMessage).toHaveBeenCalledWith("rulesAdd", { name: "own", text: "{}", replace: false });
    expect(await load()).toMatchObject({ busy: false, outcome: { kind: "added" }, info: { request: 2 } });
  });

  it("sends the layer of a ZIP of spreadsheets, or reports faults of the spreadsheets and sends nothing", async () => {
    const { load, actions } = settingsSource();
    answers = [DONE];
    await actions.addFile("own", sheets(files()), false);
    const text = JSON.stringify(layerOf());
    expect(sendMessage).toHaveBeenCalledWith("rulesAdd", { name: "own", text, replace: false });
    sendMessage.mockClear();
    const faulty = { ...files(), "akun.csv": files()["akun.csv"]!.replace("relawan", "relawn") };
    await actions.addFile("own", sheets(faulty), false);
    const { outcome } = await load();
    expect(outcome).toEqual({
      kind: "refused",
      errors: [
        { path: "", message: expect.stringMatching(/^Lembar akun, baris 3, kolom jenis: .*Tulis: relawan$/) },
      ],
    });
    expect(sendMessage).not.toHaveBeenCalledWith("rulesAdd", expect.anything());
  });

  it("waits until the user confirms a new publisher, then sends the layer again", async () => {
    const { load, actions } = settingsSource();
    answers = [CONFIRM, DONE];
    await actions.addText("agency", "{}", true);
    expect(await load()).toMatchObject({
      busy: false,
      outcome: undefined,
      confirmation: { publisher: "Dinas Contoh", fingerprint: "ab12" },
    });
    await actions.confirmPublisher(true);
    const sent = { name: "agency", text: "{}", replace: true, confirmed: "ab12" };
    expect(sendMessage).toHaveBeenCalledWith("rulesAdd", sent);
    expect(await load()).toMatchObject({ outcome: { kind: "added" }, confirmation: undefined });
  });

  it("drops the layer if the user does not confirm the publisher", async () => {
    const { load, actions } = settingsSource();
    answers = [CONFIRM];
    await actions.addText("agency", "{}", false);
    await actions.confirmPublisher(false);
    expect((await load()).confirmation).toBeUndefined();
    expect(sendMessage.mock.calls.filter(([type]) => type === "rulesAdd")).toHaveLength(1);
  });

  it("shows at once that it is busy, without the last outcome", async () => {
    const { load, actions, subscribe } = settingsSource();
    const show = vi.fn();
    subscribe!(() => {}, show);
    answers = [new Error("gone"), DONE];
    await actions.addText("own", "{}", false);
    expect((await load()).outcome).toMatchObject({ kind: "refused" });
    const again = actions.addText("own", "{}", false);
    expect(show).toHaveBeenLastCalledWith({ busy: true, outcome: undefined, confirmation: undefined });
    await again;
    expect((await load()).outcome).toEqual({ kind: "added" });
  });

  it("does not let a load under way bring back old rules", async () => {
    const { load, actions } = settingsSource();
    await load();
    answers = [DONE];
    const slow = load();
    await Promise.all([actions.addText("own", "{}", false), slow]);
    expect(await load()).toMatchObject({ outcome: { kind: "added" }, info: { request: 2 } });
  });

  it("refuses an invalid address, or one without access, before anything is sent", async () => {
    const { load, actions } = settingsSource();
    await actions.followAddress("http://example.org/aturan.json", false);
    expect((await load()).outcome).toMatchObject({ kind: "refused" });
    Object.assign(fakeBrowser.permissions, { request: async () => false });
    await actions.followAddress("https://example.org/aturan.json", false);
    expect((await load()).outcome).toEqual({ kind: "no-access" });
    expect(sendMessage.mock.calls.every(([type]) => type === "rulesInfo")).toBe(true);
  });

  it("clears the outcome when a layer is removed and keeps the search results", async () => {
    const { load, actions } = settingsSource();
    answers = [DONE];
    await actions.addText("own", "{}", false);
    await actions.searchRoster("airin");
    await actions.removeLayer("own");
    expect(await load()).toMatchObject({
      outcome: undefined,
      matches: [{ name: "Airin" }],
      info: { request: 1 },
    });
  });

  it("asks for the rules again after the background did not answer", async () => {
    const { load } = settingsSource();
    sendMessage.mockRejectedValueOnce(new Error("no answer"));
    expect(await load()).toMatchObject({ info: null });
    const { info, infoProblem } = await load();
    expect([info, infoProblem]).toEqual([{ request: 1 }, undefined]);
  });
});

describe("a settings file", () => {
  const saved = settingsFileText(
    { ...DEFAULT_SETTINGS, sensitivity: "ketat", off: ["x"] },
    { ...DEFAULT_OWN, retention: 30 },
    "2026-11-21",
  );
  const changes = () =>
    sendMessage.mock.calls.flatMap(([type, change]) =>
      type === "change" ? [change as { type: string }] : [],
    );

  it("is taken over by small changes, each of which the background checks again", async () => {
    const { actions } = settingsSource();
    expect(await actions.loadSettingsFile(new File([saved], "a.json"))).toMatchObject({ ok: true });
    const asked = changes();
    for (const change of asked) expect(changeSchema.safeParse(change).success).toBe(true);
    expect(asked).toContainEqual({ type: "guard-site", site: "x", on: false });
    expect(asked).toContainEqual({ type: "guard-site", site: "facebook", on: true });
    expect(asked.find(({ type }) => type === "settings")).toMatchObject({ set: { sensitivity: "ketat" } });
    expect(asked.find(({ type }) => type === "profile")).toMatchObject({ set: { retention: 30 } });
  });

  it("changes nothing where one value is wrong, or where it is too large to be one", async () => {
    const { actions } = settingsSource();
    const wrong = saved.replace('"ketat"', '"keras"');
    expect(await actions.loadSettingsFile(new File([wrong], "a.json"))).toEqual({
      ok: false,
      why: "wrong",
      fields: ["sensitivity"],
    });
    const large = new File([saved, " ".repeat(200_000)], "a.json");
    expect(await actions.loadSettingsFile(large)).toEqual({ ok: false, why: "too-big" });
    expect(changes()).toEqual([]);
  });
});
