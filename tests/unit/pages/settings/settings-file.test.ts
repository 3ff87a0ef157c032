import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MAX_SETTINGS_FILE,
  readSettingsFile,
  settingsFileText,
} from "../../../../src/pages/settings/settings-file.ts";
import { DEFAULT_OWN, DEFAULT_SETTINGS } from "../../lib/defaults.ts";

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  status: "PPPK" as const,
  region: "3273",
  sensitivity: "ketat" as const,
  off: ["x" as const],
  on: ["whatsapp" as const],
};
const PROFILE = { ...DEFAULT_OWN, retention: 30 as const, reminder: 5 as const, pact: "2026-11-01" };
const TEXT = settingsFileText(SETTINGS, PROFILE, "2026-11-21");
type File_ = { settings: Record<string, unknown>; profile: Record<string, unknown> } & Record<
  string,
  unknown
>;
/** The file with a change, read. */
const changed = (change: (file: File_) => void) => {
  const file = JSON.parse(TEXT) as File_;
  change(file);
  return readSettingsFile(JSON.stringify(file));
};

describe("a settings file", () => {
  it("carries what the user chose, and neither messengers, nor the pact, nor anything of the book", () => {
    const read = readSettingsFile(`\ufeff${TEXT}`);
    expect(read).toEqual({
      ok: true,
      made: "2026-11-21",
      settings: {
        language: SETTINGS.language,
        status: "PPPK",
        spouse: false,
        region: "3273",
        sensitivity: "ketat",
        off: ["x"],
      },
      profile: {
        office: PROFILE.office,
        journalEnabled: true,
        retention: 30,
        lockAfter: 10,
        reminder: 5,
      },
    });
    expect(TEXT).not.toMatch(/whatsapp|pact|welcomed|2026-11-01/);
  });

  it.each([
    ["a value that is not known", (file: File_) => (file.settings.region = "jawa"), ["region"]],
    [
      "two of them",
      (file: File_) => Object.assign(file, { settings: { ...file.settings, status: 1, off: ["myspace"] } }),
      ["status", "off"],
    ],
    [
      "hours that end before they begin",
      (file: File_) =>
        (file.profile.office = { days: [1], from: "16:00", to: "07:30", zone: "Asia/Jakarta" }),
      ["office"],
    ],
    ["a missing field", (file: File_) => delete file.profile.retention, ["retention"]],
    ["a field of another program", (file: File_) => (file.book = []), ["other"]],
    [
      "an optional site, which needs a permission",
      (file: File_) => (file.settings.on = ["whatsapp"]),
      ["other"],
    ],
  ])("is refused as a whole with %s, by the field's name", (_, change, fields) => {
    const read = changed((file) => void change(file));
    expect(read).toEqual({ ok: false, why: "wrong", fields });
  });

  it("is told from other files, newer ones and large ones", () => {
    const why = (text: string) => (readSettingsFile(text) as { why: string }).why;
    for (const other of [
      "",
      "kunci,nilai",
      "[]",
      "null",
      '{"kind":"signed-layer"}',
      '{"kind":"publisher-key"}',
    ])
      expect(why(other)).toBe("not-ours");
    expect(changed((file) => (file.format = 2))).toEqual({ ok: false, why: "newer" });
    expect(why(TEXT + " ".repeat(MAX_SETTINGS_FILE))).toBe("too-big");
  });

  it("never throws, whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSettingsFile(text).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (settings, profile) => {
        const read = changed((file) => Object.assign(file, { settings, profile }));
        expect(read.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
