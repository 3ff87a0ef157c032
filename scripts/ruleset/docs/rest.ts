import type { Contest, Ruleset } from "../../../src/engine/ruleset/schema/index.ts";
import { row, sources, table } from "./law.ts";

export function calendar({ phases }: Ruleset): string[] {
  return [
    "## Tahapan · Phases",
    "",
    ...table(
      ["id", "nama", "penjelasan", "berjalan", "objek"],
      phases.kinds.map((k) =>
        row(
          `\`${k.id}\``,
          `${k.name.id} · ${k.name.en}`,
          k.explanation.id,
          k.running ? "ya" : "tidak",
          k.object,
        ),
      ),
    ),
    ...phases.elections.flatMap((election) => [
      `### ${election.name.id}`,
      "",
      ...(election.note ? [election.note.id, ""] : []),
      `Sumber: ${sources(election.sources)}`,
      "",
      ...(election.stages.length === 0
        ? ["Belum ada tahapan bertanggal.", ""]
        : table(
            ["tahapan", "mulai", "selesai", "hanya di", "catatan"],
            election.stages.map((s) => row(s.phase, s.from, s.until, s.contests?.join(", "), s.note?.id)),
          )),
    ]),
  ];
}

export function numbers({ statistics, channels }: Ruleset): string[] {
  return [
    "## Angka · Numbers",
    "",
    ...table(
      ["masa", "angka", "disampaikan", "catatan", "sumber"],
      statistics.map((s) => row(s.period.id, s.text.id, s.date, s.note?.id, sources(s.sources))),
    ),
    "## Saluran · Channels",
    "",
    "Tidak diperiksa apakah masih menjawab; ditampilkan dengan “terakhir disebut”.",
    "",
    ...table(
      ["saluran", "untuk", "alamat", "terakhir disebut", "catatan", "sumber"],
      channels.map((c) =>
        row(c.name.id, c.kind, c.url ?? c.contact, c.lastSeen, c.note?.id, sources(c.sources)),
      ),
    ),
  ];
}

export function lexicon({ lexicon: terms, ordinary }: Ruleset): string[] {
  const groups = new Map<string, string[]>();
  for (const { role, language, weight, topic, text } of terms) {
    const key = [role, language, weight, topic ?? ""].join("|");
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  return [
    "## Istilah · Lexicon",
    "",
    ...table(
      ["peran", "bahasa", "bobot", "pokok", "istilah"],
      [...groups].map(([key, texts]) => row(...key.split("|"), texts.join("; "))),
    ),
    `### Kata umum · Everyday words (${ordinary.length})`,
    "",
    "Alias yang sama dengan salah satunya hanya dihitung di dekat kata pemilihan.",
    "",
    ordinary.join("; "),
    "",
  ];
}

export function parties({ roster }: Ruleset): string[] {
  const handles = (party: string, site: string) =>
    roster.accounts
      .filter((account) => account.party === party && account.site === site)
      .map((account) => account.handle ?? account.siteId)
      .join(", ");
  return [
    `## Partai · Parties (${roster.parties.length})`,
    "",
    ...table(
      ["nomor", "partai", "singkatan", "facebook", "instagram", "x"],
      roster.parties.map((p) =>
        row(
          p.number,
          p.name,
          p.short,
          handles(p.id, "facebook"),
          handles(p.id, "instagram"),
          handles(p.id, "x"),
        ),
      ),
    ),
  ];
}

export function accounts({ roster }: Ruleset): string[] {
  const kinds = [...new Set(roster.accounts.map((account) => account.kind))].sort();
  return [
    `## Akun · Accounts (${roster.accounts.length})`,
    "",
    "Akun X selain akun resmi partai dan calon diambil dari unggahan publik Pemilu dan Pilkada 2024 yang terlihat; jumlahnya tidak sama untuk setiap paslon dan bukan daftar lengkap. Yang kaitannya tidak terbaca dari namanya dibiarkan tanpa kaitan.",
    "",
    ...kinds.flatMap((kind) => {
      const list = roster.accounts.filter((account) => account.kind === kind);
      const shown = list.map(
        (a) =>
          `${a.site}:${a.handle ?? a.siteId}${a.ticket ? ` → ${a.ticket}` : ""}${a.party ? ` → ${a.party}` : ""}`,
      );
      return [`### ${kind} (${list.length})`, "", shown.join("; "), ""];
    }),
  ];
}

/** Every ticket with its detected names; derived ones follow the KPU's spelling. */
export function contests({ roster }: Ruleset): string[] {
  return roster.contests.flatMap((contest: Contest) => [
    `### ${contest.name.id} \`${contest.id}\``,
    "",
    ...contest.tickets.map((ticket) => {
      const people = ticket.candidates
        .map(({ name, aliases }) => `${name} (${aliases.join(", ") || "—"})`)
        .join(" – ");
      return `${ticket.number}. ${people}${ticket.aliases.length > 0 ? `; pasangan: ${ticket.aliases.join(", ")}` : ""}`;
    }),
    ...(contest.tickets.length === 0 ? ["Paslonnya tidak terbaca."] : []),
    "",
  ]);
}
