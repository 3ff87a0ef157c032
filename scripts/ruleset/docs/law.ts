import { isInForce } from "../../../src/engine/ruleset/law/explain.ts";
import type { Ruleset, SourceRef, Trigger } from "../../../src/engine/ruleset/schema/index.ts";

/** Text for a table cell. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
export const row = (...cells: (string | number | undefined)[]) =>
  `| ${cells.map((one) => cell(String(one ?? ""))).join(" | ")} |`;
export const table = (heading: string[], rows: string[]) => [
  row(...heading),
  `|${heading.map(() => "---").join("|")}|`,
  ...rows,
  "",
];

/** Sources as links with a description of each. */
export const sources = (list: readonly SourceRef[]) =>
  list.map(({ url, kind, read }) => `[${kind}](${url.replaceAll(")", "%29")}) ${read}`).join(", ");

export function instruments({ instruments: list }: Ruleset): string[] {
  return [
    "## Peraturan · Instruments",
    "",
    "Status: `current` berlaku atau tidak ditemukan pencabutannya; `advice` imbauan; `limited` dibuat untuk satu pemilihan; `superseded` diganti; `historical` tidak dipakai lagi. Tanpa tanggal awal dianggap mulai pada tahun nomornya.",
    "",
    ...table(
      ["id", "peraturan", "status", "sejak", "sampai", "diganti oleh", "catatan", "sumber (jenis, dibaca)"],
      list.map((i) =>
        row(
          `\`${i.id}\``,
          i.title.id,
          i.status,
          i.validFrom ?? i.year,
          i.validUntil,
          i.supersededBy,
          i.note?.id,
          sources(i.sources),
        ),
      ),
    ),
  ];
}

export function bases({ bases: list }: Ruleset): string[] {
  return [
    "## Dasar · Bases",
    "",
    ...table(
      [
        "id",
        "peraturan",
        "pasal atau butir",
        "bunyi (ringkas)",
        "in English",
        "hanya untuk",
        "objek",
        "sumber (jenis, dibaca)",
      ],
      list.map((b) =>
        row(
          `\`${b.id}\``,
          `\`${b.instrument}\``,
          b.article,
          b.text.id,
          b.text.en,
          b.binds?.join(", "),
          b.object,
          sources(b.sources),
        ),
      ),
    ),
  ];
}

/** Rules with every trigger and the bases in force on the day of review. */
export function rules(ruleset: Ruleset, day: string): string[] {
  return [
    "## Aturan · Rules",
    "",
    "Kekuatan: `firm` tegas, `advice` imbauan, `disputed` diperdebatkan. Ditahan: tindakan ditunda dan ditanyakan; dicatat: hanya pemberitahuan.",
    "",
    ...ruleset.rules.flatMap((rule) => [
      `### ${rule.id} ${rule.title.id}`,
      "",
      `*${rule.title.en}*`,
      "",
      rule.explanation.id,
      "",
      `*${rule.explanation.en}*`,
      "",
      `Mengikat: ${rule.binds.join(", ")}${rule.only ? "; hanya bila pasangannya calon" : ""}.`,
      "",
      `Dibaca di: ${sources(rule.sources ?? [])}`,
      "",
      ...rule.do.map((one) => `- Boleh: ${one.id} · *${one.en}*`),
      ...rule.dont.map((one) => `- Jangan: ${one.id} · *${one.en}*`),
      "",
      ...table(
        ["tindakan", "di", "bila", "kekuatan", "", `dasar yang berlaku ${day}`, "dasar lama", "catatan"],
        rule.triggers.map((trigger) => triggerRow(ruleset, trigger, day)),
      ),
    ]),
  ];
}

function triggerRow(ruleset: Ruleset, trigger: Trigger, day: string): string {
  const holds = (id: string) => {
    const basis = ruleset.bases.find((one) => one.id === id)!;
    return isInForce(basis, ruleset.instruments.find((one) => one.id === basis.instrument)!, day);
  };
  const names = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(" ");
  return row(
    trigger.actions.join(", "),
    trigger.surfaces.join(", "),
    [trigger.topic, trigger.accounts?.join("/")].filter(Boolean).join(", "),
    trigger.strength,
    trigger.holds ? "ditahan" : "dicatat",
    names(trigger.bases.filter(holds)),
    names(trigger.bases.filter((id) => !holds(id))),
    trigger.note ? `${trigger.note.id} · ${trigger.note.en}` : "",
  );
}

export function sanctions({ sanctions: list }: Ruleset): string[] {
  return [
    "## Sanksi · Sanctions",
    "",
    "Yang menyebut aturan didahulukan dari yang tidak.",
    "",
    ...table(
      ["id", "tahapan", "status pegawai", "aturan", "tingkat", "bunyi", "in English", "dasar"],
      list.map((s) =>
        row(
          `\`${s.id}\``,
          s.phases.join(", "),
          s.statuses.join(", "),
          s.rules?.join(", "),
          s.level,
          s.text.id,
          s.text.en,
          s.bases.join(", "),
        ),
      ),
    ),
  ];
}
