import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SITE_IDS, SITE_NAMES } from "../../../../src/domain/sites.ts";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { HelpPage } from "../../../../src/pages/help/page.tsx";
import { contactParts } from "../../../../src/pages/shared/channels.tsx";
import { helpMemory } from "../../../browser/ui/help-memory.ts";
import { draw, fire, text } from "../shared/dom.ts";

beforeEach(() => {
  vi.stubGlobal("location", { hash: "" });
});
afterEach(() => {
  setLanguage("id");
  vi.unstubAllGlobals();
});

async function help() {
  const memory = helpMemory();
  const model = await memory.source.load();
  const { root } = draw(<HelpPage model={model} actions={memory.source.actions} />);
  return { memory, root };
}
/** Chooses an option of a select, as a browser does. */
function choose(select: Element, value: string) {
  for (const option of select.querySelectorAll("option"))
    option.toggleAttribute("selected", option.getAttribute("value") === value);
  fire(select, "change", true);
}
const settle = () => new Promise((done) => setTimeout(done, 5));

describe("the help", () => {
  it("answers who can see what, and says what the extension cannot change", async () => {
    const { root } = await help();
    const boss = text(root.querySelector("#boss")!);
    expect(boss).toContain("Tidak ada yang dikirim ke siapa pun");
    expect(boss).toContain("Pasang frasa sandi");
    expect(boss).toContain("Di komputer kantor");
  });

  it("names for every network how to take an action back", async () => {
    const rows = (await help()).root.querySelectorAll("#undo dt");
    expect([...rows].map(text)).toEqual(SITE_IDS.map((site) => SITE_NAMES[site]));
    const ways = [...(await help()).root.querySelectorAll("#undo dd")].map(text);
    expect(new Set(ways).size).toBe(SITE_IDS.length);
  });

  it("names where to ask before where to report, with days in words and how long ago", async () => {
    const said = text((await help()).root.querySelector("#pressure")!);
    expect(said.indexOf("BKPSDM sendiri")).toBeLessThan(said.indexOf("Laman contoh"));
    expect(said).toContain("Tanyakan dulu ke bagian kepegawaian");
    expect(said).toContain("1 November 2024, 2 tahun yang lalu");
  });

  it("opens the question that the address names", async () => {
    vi.stubGlobal("location", { hash: "#undo" });
    const { root } = await help();
    expect(root.querySelector("#undo details")!.hasAttribute("open")).toBe(true);
    expect(root.querySelector("#boss details")!.hasAttribute("open")).toBe(false);
  });
});

describe("the report of a wrong question", () => {
  const field = (root: Element) => root.querySelector<HTMLTextAreaElement>("#report textarea")!;
  const press = async (root: Element, trusted = true) => {
    fire(root.querySelector("#report button")!, "click", trusted);
    await settle();
  };

  it("holds versions and what was chosen, and nothing of a page", async () => {
    const { root } = await help();
    expect(field(root).value).toMatch(
      /^Jaga Netral 0\.1\.0, aturan 2026\.11\.21\nSitus: Facebook\nYang terjadi: Ditanya padahal bukan kampanye\nKapan bertanya: sedang\n/,
    );
    expect(
      field(root)
        .value.split("\n")
        .filter((line) => /:\s?$/.test(line)),
    ).toHaveLength(3);
  });

  it("follows the choices until the user writes, and then holds what was written", async () => {
    const { root } = await help();
    const [kind, site] = root.querySelectorAll("select");
    choose(site!, "x");
    choose(kind!, "missed");
    await settle();
    expect(field(root).value).toContain("Situs: X\nYang terjadi: Tidak ditanya padahal kampanye");
    Object.assign(field(root), { value: "punya saya" });
    fire(field(root), "input", true);
    choose(site!, "reddit");
    await settle();
    expect(field(root).value).toBe("punya saya");
  });

  it("goes to the clipboard by a trusted press alone, and says so, or that it could not", async () => {
    const { memory, root } = await help();
    await press(root, false);
    expect(memory.copied).toBe("");
    await press(root);
    expect(memory.copied).toBe(field(root).value);
    expect(text(root.querySelector("#report [role=status]")!)).toBe("Tersalin.");
    memory.refuses = true;
    await press(root);
    expect(text(root.querySelector("#report [role=status]")!)).toContain("Tidak dapat disalin");
  });
});

describe("contacts", () => {
  const links = (contact: string) => contactParts(contact).flatMap(({ href }) => href ?? []);
  it.each([
    ["WhatsApp 08119810123, ayolapor@bawaslu.go.id", ["tel:08119810123", "mailto:ayolapor@bawaslu.go.id"]],
    ["SMS 1708", ["sms:1708"]],
    ["085830051948", ["tel:085830051948"]],
    ["Jalan Contoh 12, lantai 3", []],
  ])("become links a phone opens: %s", (contact, expected) => {
    expect(links(contact)).toEqual(expected);
    expect(
      contactParts(contact)
        .map((part) => part.text)
        .join(""),
    ).toBe(contact);
  });

  it("of the bundled channels are all links", () => {
    const channels = JSON.parse(readFileSync("assets/rulesets/source/channels.json", "utf8")) as {
      contact?: string;
    }[];
    const contacts = channels.flatMap(({ contact }) => contact ?? []);
    expect(contacts.length).toBeGreaterThan(2);
    expect(contacts.filter((contact) => links(contact).length === 0)).toEqual([]);
  });
});
