import { describe, expect, it } from "vitest";
import { addRoster } from "../../../../scripts/model/roster-file.ts";
import type { Surface } from "../../../../src/domain/assessment.ts";
import { createAssessor } from "../../../../src/engine/detection/assess.ts";
import { contestSpan, contestState } from "../../../../src/engine/detection/situation.ts";
import {
  assessed,
  BETWEEN,
  COMING,
  levelOf,
  OVER,
  ROSTER,
  RUNNING,
  shippedEngine,
  surface,
  under,
} from "./shipped.ts";

const engine = shippedEngine();
const contest = engine.contests.findIndex((row) => row[0] === "berkas-rimbaraya/0");

describe("the state of a contest", () => {
  it.each([
    ["2029-03-01", "none"],
    [COMING, "coming"],
    ["2030-09-01", "running"],
    ["2030-11-27", "running"],
    ["2030-11-28", "over"],
  ])("on %s says %s", (date, clock) => {
    expect(contestState(engine, contest, date)).toBe(clock);
  });

  it("runs on every day if the roster names no days", () => {
    const paslon = ROSTER.paslon.map(({ mulai: _, pemungutan: __, ...pair }) => pair);
    const dayless = shippedEngine({ paslon });
    const at = dayless.contests.findIndex((row) => row[0] === "berkas-rimbaraya/0");
    expect(contestSpan(dayless, at)).toBeUndefined();
    for (const date of ["2019-01-01", RUNNING, "2045-01-01"])
      expect(contestState(dayless, at, date)).toBe("running");
  });

  it("applies a re-vote's stages only to contests that have one", () => {
    const at = (id: string): number => engine.contests.findIndex((row) => row[0] === id);
    expect(contestState(engine, at("pilkada-2024/7373"), "2025-05-01")).toBe("running");
    expect(contestState(engine, at("pilkada-2024/36"), "2025-05-01")).toBe("over");
  });

  it("rejects an invalid day and an impossible order", () => {
    const pair = ROSTER.paslon[0]!;
    const add = (more: object) => () =>
      addRoster({ roster: { parties: [] } } as never, { paslon: [{ ...pair, ...more }] });
    expect(add({ mulai: "2030-02-30" })).toThrow(/mulai/);
    expect(add({ pemungutan: "2030-01-01" })).toThrow(/pemungutan/);
    expect(add({ visi: "x" })).toThrow(/visi/);
  });
});

describe("a public person", () => {
  const praise = [
    "Pak Prabowo sehat selalu ya",
    "Mas Gibran tadi lucu waktu pidato",
    "Pidato Pak Prabowo tadi pagi keren, semangat terus Pak",
    "Prabowo kok diam saja harga beras naik",
    "Ganjar sama Anies akur ya di hajatan itu",
  ];
  it.each(praise)("outside every contest carries no evidence: %s", (text) => {
    expect(levelOf(text, BETWEEN)).toBe("clear");
  });
  it("makes the same words less probable than they are while a contest runs", () => {
    const text = "Suwardana kerja nyata, rakyat senang, mantap terus Pak";
    const [idle, running] = [BETWEEN, RUNNING].map((date) => assessed(text, date));
    expect(idle!.level).toBe("clear");
    expect(idle!.score).toBeLessThan(0.35);
    expect(running!.score).toBeGreaterThan(idle!.score + 0.3);
  });
  it("is a candidate while the contest runs", () => {
    expect(levelOf("Pidato Pak Prabowo tadi pagi keren, semangat terus Pak", "2024-01-15")).not.toBe("clear");
  });
  it("is a candidate again beside a word of elections", () => {
    expect(levelOf("Coblos Prabowo Gibran lagi ya", BETWEEN)).toBe("warn");
    expect(levelOf("all in Prabowo dua periode", BETWEEN)).not.toBe("clear");
  });
  it("is no candidate a year before the first stage", () => {
    const text = "Suwardana Kelanajaya paling layak memimpin, idola kami";
    expect(levelOf(text, RUNNING)).toBe("warn");
    expect(levelOf(text, "2029-01-10")).toBe("clear");
  });
});

describe("explicit material and time", () => {
  const call = "Ayo coblos nomor 1, Suwardana Marsinta!";
  it.each([BETWEEN, COMING, RUNNING, OVER])("is held on %s", (date) => {
    expect(levelOf(call, date)).toBe("warn");
  });
  it("gets a notice if the page's day is before the end of a contest that is over", () => {
    expect(levelOf(call, OVER, { postedAt: "2030-10-20" })).toBe("notice");
    expect(levelOf(call, OVER, { postedAt: "2031-02-20" })).toBe("warn");
    expect(levelOf(call, RUNNING, { postedAt: "2030-10-10" })).toBe("warn");
  });
  it("gets a notice if its words are clearly about the past", () => {
    expect(levelOf("dulu saya coblos nomor 1, sekarang nyesel", OVER)).toBe("notice");
    expect(levelOf("waktu pilkada lalu kami menangkan Suwardana Marsinta", OVER)).not.toBe("warn");
  });
});

describe("an anchor", () => {
  it.each([
    "terbaik banget suaranya bikin merinding, the best selalu di hati kami semua",
    "juara umum lagi, semangat terus pantang mundur, kami bangga",
    "menang lagi menang lagi, luar biasa tim kita, satu komando",
  ])("is needed for a notice: the learnt score alone never marks (%s)", (text) => {
    expect(levelOf(text, BETWEEN)).toBe("clear");
  });
});

describe("taking a side", () => {
  it("for or against a named candidate warns while the contest runs, and only then", () => {
    for (const text of [
      "Suwardana Kelanajaya paling layak memimpin",
      "Bratasena Wijayalaga tukang bohong, obral janji",
    ]) {
      expect([text, levelOf(text, RUNNING)]).toEqual([text, "warn"]);
      expect([text, levelOf(text, OVER)]).not.toEqual([text, "warn"]);
    }
  });
  it("does not count for newsrooms", () => {
    const title = "Relawan Bratasena Wijayalaga Serahkan Bantuan Dukungan untuk Warga";
    expect(levelOf(title, RUNNING)).toBe("clear");
  });

  it("is not an agency because he works at one", () => {
    const call = "besok coblos nomor 2, menangkan Bertika";
    expect(levelOf(call, RUNNING, { author: { name: "Pak Karyo Dinas Sosial" } })).toBe("warn");
    expect(levelOf(call, RUNNING, { author: { name: "Dinas Sosial Rimbaraya" } })).not.toBe("warn");
    const work = (category: string) =>
      levelOf(call, RUNNING, { author: { name: "Tuti Alawiyah", category } });
    expect(work("Kepala Dinas Sosial")).toBe("warn");
    expect(work("Dinas Sosial")).not.toBe("warn");
  });

  it("does not take a question or a plain mention for a side", () => {
    for (const text of [
      "Suwardana Kelanajaya itu orang mana ya?",
      "Tadi ketemu Bratasena Wijayalaga di pasar",
    ])
      expect([text, levelOf(text, RUNNING)]).not.toEqual([text, "warn"]);
  });
});

describe("surfaces of a campaign", () => {
  it("add their weight to what stands under them", () => {
    const parent = under("Terima kasih warga Lembah Hijau", "Relawan PULIH Rimbaraya");
    expect(levelOf("mantap, kami ikut", RUNNING)).toBe("clear");
    expect(levelOf("mantap, kami ikut", RUNNING, parent)).toBe("warn");
    expect(levelOf("satu aja pak", RUNNING, parent)).toBe("warn");
  });
  it("are recognised by the pair's acronym, the candidate's name or a listed account", () => {
    for (const name of ["PULIH Rimbaraya", "Suwardana Kelanajaya", "Tim Pemenangan Bertika"])
      expect([name, levelOf("mantap, kami ikut", RUNNING, under("Selamat pagi", name))]).toEqual([
        name,
        "warn",
      ]);
    expect(levelOf("mantap, kami ikut", RUNNING, under("Selamat pagi", "Toko Roti Pulih"))).toBe("clear");
  });
  it("are a candidate's own account while the contest runs, a team's before it, too", () => {
    const by = (name: string, date: string) => levelOf("Selamat Hari Guru", date, { author: { name } });
    expect(by("Suwardana Kelanajaya", RUNNING)).toBe("warn");
    expect(by("Suwardana Kelanajaya", COMING)).not.toBe("warn");
    expect(by("Relawan PULIH", COMING)).toBe("warn");
  });
  it("include pages and parents", () => {
    const page = { kind: "group" as const, name: "Relawan BERTIKA" };
    expect(levelOf("kumpul jam tiga ya", RUNNING, { page })).toBe("warn");
    expect(levelOf("kumpul jam tiga ya", RUNNING, { page: { kind: "group", name: "Warga RT 05" } })).toBe(
      "clear",
    );
  });
  it("include a team's own chat group, whoever writes in it", () => {
    const said = (category: string, site: "whatsapp" | "facebook" = "whatsapp") =>
      levelOf("besok subuh pasang umbul-umbul, bawa tangga", RUNNING, {
        site,
        author: { name: "Mak Zaki", category },
      });
    expect(said("BERTIKA Lembah Hijau")).toBe("warn");
    expect(said("Arisan RT 05")).toBe("clear");
    expect(said("Pengajian Bang Sena", "facebook")).toBe("clear");
  });
  it("are told by the category of volunteers or of a candidate beside a nickname", () => {
    const by = (name: string, category: string, bio = "") =>
      levelOf("besok subuh di lapangan, sarapan disediakan", RUNNING, { author: { name, category, bio } });
    expect(by("Subuh Bratasena", "Relawan")).toBe("warn");
    expect(by("Bratasena", "Politikus")).toBe("warn");
    expect(by("Barisan Subuh", "Komunitas", "relawan BERTIKA se-Rimbaraya")).toBe("warn");
    expect(by("Komando Bahari", "Kanal relawan")).toBe("warn");
    for (const [name, category] of [
      ["Subuh Bratasena", "Komunitas"],
      ["Bratasena", "Toko"],
      ["Kawan Bencana", "Relawan"],
      ["Gerak Subuh", "Relawan kemanusiaan"],
      ["Rina Kusuma", "Politikus"],
    ] as const)
      expect([name, by(name, category)]).not.toEqual([name, "warn"]);
  });
  it("hold nothing after their contest, nor a year and more before the first stage, but for a call", () => {
    const paslon = ROSTER.paslon.map((pair) => ({
      ...pair,
      akun: [{ situs: "facebook", nama: pair.calon, handle: `tim.${pair.nomor}`, jenis: "tim" }],
    }));
    const assess = createAssessor(shippedEngine({ paslon }));
    const parent = { ...surface("Terima kasih warga Lembah Hijau"), author: { handle: "tim.1" } };
    const said = (text: string, date: string) =>
      assess(surface(text, { kind: "comment", parent }), { date }).level;
    for (const [day, level] of [
      ["2029-03-01", "notice"],
      [COMING, "warn"],
      [RUNNING, "warn"],
      [OVER, "notice"],
    ] as const)
      expect([day, said("alhamdulillah, kami sekampung senang", day)]).toEqual([day, level]);
    expect(said("putaran depan coblos nomor 1 lagi ya", OVER)).toBe("warn");
  });
  it("are a party's by its letters as they are written", () => {
    const by = (name: string) => levelOf("Latihan bab dua sudah kami unggah", RUNNING, { author: { name } });
    expect(by("PKN Rimbaraya")).not.toBe("clear");
    expect(by("Kumpulan Soal PPKn SMA")).toBe("clear");
    expect(by("PAN Rimbaraya")).not.toBe("clear");
    expect(by("Pan Jero")).toBe("clear");
  });
  it("do not take a question or a reminder of the rule for help", () => {
    const parent = under("Terima kasih warga Lembah Hijau", "Relawan PULIH Rimbaraya");
    for (const asked of [
      "visi misinya apa?",
      "tolong jalan ke pasar diperbaiki pak",
      "kapan irigasi Lembah Hijau diperbaiki?",
      "guru honorer bagaimana nasibnya pak?",
    ])
      expect([asked, levelOf(asked, RUNNING, parent)]).toEqual([asked, "notice"]);
    expect(levelOf("mohon maaf, saya ASN, tolong keluarkan dari grup ini", RUNNING, parent)).not.toBe("warn");
  });
});

describe("a question under a campaign's post", () => {
  const parent = under("Terima kasih warga Lembah Hijau", "Relawan PULIH Rimbaraya");
  it.each([
    "maaf acaranya jam berapa?",
    "kapan kumpul lagi min?",
    "daftarnya di mana kak?",
    "mau ikut, caranya gimana?",
    "kaosnya masih ada ukuran L?",
    "posko terdekat sebelah mana?",
    "tolong kirim stiker dua puluh lembar",
  ])("is held if it asks how, where or when to take part: %s", (text) => {
    expect(levelOf(text, RUNNING, parent)).toBe("warn");
    expect(levelOf(text, RUNNING, under("Selamat pagi", "Warga RT 05"))).not.toBe("warn");
    expect(levelOf(text, RUNNING, { ...parent, kind: "composer" })).toBe("warn");
  });
});

describe("a question to the candidate under a campaign's post", () => {
  const parent = under("Terima kasih warga Lembah Hijau", "Relawan PULIH Rimbaraya");
  it.each(["Pak Dana, jalan Lembah Hijau kapan diperbaiki?", "Suwardana kapan ke Lembah Hijau?"])(
    "takes no side by his name: %s",
    (text) => {
      expect(levelOf(text, RUNNING, parent)).toBe("notice");
    },
  );
});

describe("an everyday word that is an alias", () => {
  it("is no call and no name by itself, not even on the candidate's own account", () => {
    const paslon = ROSTER.paslon.map((pair, at) => ({
      ...pair,
      sebutan: at === 0 ? "PAGI" : "SENJA",
      alias: at === 0 ? ["Pagi", "Indah"] : ["Senja"],
      akun: [{ situs: "facebook", nama: pair.calon, handle: `tim.${pair.nomor}`, jenis: "tim" }],
    }));
    const assess = createAssessor(shippedEngine({ paslon }));
    const kinds = (text: string, more: Partial<Surface>) =>
      assess(surface(text, more), { date: RUNNING }).evidence.map((one) => one.kind);
    const parent = { ...surface("Rapat"), author: { handle: "tim.1" } };
    for (const text of ["Selamat pagi semuanya", "pagi semua", "indah sekali senja ini", "Semangat pagi!"])
      for (const more of [{ author: { handle: "tim.1" } }, { kind: "comment", parent }, {}] as const) {
        expect([text, kinds(text, more)]).not.toContainEqual([
          text,
          expect.arrayContaining(["call-to-vote"]),
        ]);
        expect(kinds(text, more).filter((kind) => kind === "candidate" || kind === "ticket")).toEqual([]);
      }
    expect(kinds("besok coblos PAGI", { author: { handle: "tim.1" } })).toContain("call-to-vote");
  });
});

describe("a candidate whose contest is only coming", () => {
  it("may be liked or blamed, not called for", () => {
    const liked = "Bratasena Wijayalaga memang idola";
    expect(levelOf(liked, RUNNING)).toBe("warn");
    expect(levelOf(liked, COMING)).not.toBe("warn");
    expect(levelOf("ayo dukung Bratasena Wijayalaga jadi bupati", COMING)).toBe("warn");
  });
});

describe("a thread about a contest", () => {
  const debate = under("Debat calon bupati Rimbaraya malam ini: siapa pilihan Anda?", "Rimbaraya Pos");
  it("lets a bare number refer to a candidate", () => {
    for (const text of ["tetap 02", "nomor dua pokoknya"]) {
      expect([text, levelOf(text, RUNNING)]).not.toEqual([text, "warn"]);
      expect([text, levelOf(text, RUNNING, debate)]).toEqual([text, "warn"]);
    }
  });
  it.each([
    "Siapa pilihan warga Rimbaraya?",
    "jagoanmu siapa lur",
    "Saha pilihan wargi?",
    "sapo pilihan wong kito",
    "ise jagoanmu?",
    "pele sapa?",
  ])("is one that asks for a choice, in any language: %s", (title) => {
    expect(levelOf("tetap 02", RUNNING, under(title, "Rimbaraya Viral"))).toBe("warn");
    expect(levelOf("tetap 02", BETWEEN, under(title, "Rimbaraya Viral"))).not.toBe("warn");
  });
  it("makes a nickname a candidate's, not an everyday word that is an acronym", () => {
    for (const said of ["pak dana be", "pak dana kok begitu terus"]) {
      expect(levelOf(said, RUNNING, debate)).toBe("warn");
      expect(levelOf(said, RUNNING, under("Resep sayur asem", "Dapur Ibu"))).not.toBe("warn");
    }
    expect(levelOf("pulih kok begitu terus", RUNNING, debate)).not.toBe("warn");
  });
  it("makes one word of a name a candidate's", () => {
    const anywhere = under("Debat calon bupati malam ini: siapa pilihan Anda?", "Warta Kota");
    for (const said of ["bratasena kok begitu terus", "mending suwardana"]) {
      expect([said, levelOf(said, RUNNING, anywhere)]).toEqual([said, "warn"]);
      expect([said, levelOf(said, RUNNING, under("Resep sayur asem", "Dapur Ibu"))]).not.toEqual([
        said,
        "warn",
      ]);
    }
  });
  it("is not about a word said twice", () => {
    expect(levelOf("dua dong", RUNNING, debate)).toBe("warn");
    for (const text of ["dua2nya adem", "dua-duanya adem", "satu2 dong"])
      expect([text, levelOf(text, RUNNING, debate)]).not.toEqual([text, "warn"]);
  });
  it("does not include an idol's contest", () => {
    const show = under("Liga Dangdut: siapa juara pilihanmu? Ketik nomor finalis", "Liga Dangdut TV");
    expect(levelOf("nomor dua pokoknya, dukung terus", RUNNING, show)).not.toBe("warn");
  });
});

describe("a parent", () => {
  const text = "Ayo coblos nomor 1! Menangkan Suwardana-Marsinta untuk Rimbaraya";
  it.each([
    "Debat Ketiga Calon Bupati Rimbaraya: Dua Kandidat Bertemu",
    "Resep Sayur Asem Ala Dapur Ibu",
    "KPU menetapkan dua pasangan calon, ujar ketua. Selengkapnya di tautan",
  ])("never takes away what the comment says: %s", (title) => {
    expect(levelOf(text, RUNNING)).toBe("warn");
    for (const name of [undefined, "Rimbaraya Pos", "KPU Rimbaraya", "Berita Harian"])
      expect([name, levelOf(text, RUNNING, under(title, name))]).toEqual([name, "warn"]);
  });
  it("never takes a dialog away that the text alone earns", () => {
    const earns = ["BERTIKA di hati", "Bang Sena hebat, semoga menang", "Coblos Bratasena", "#BertikaBisa"];
    const besides = [
      "",
      '. Kata anakku tadi sore, "nomor satu"',
      ', "satu" kata anakku tadi',
      ". Menurut survei satu",
      ". Lawannya Suwardana Marsinta",
      ". Dulu nomor satu",
    ];
    const parents = [
      "Debat calon bupati Rimbaraya malam ini: siapa pilihan Anda?",
      "KPU: jangan lupa datang ke TPS",
      "Bang Sena dan Pak Dana bertemu di debat calon bupati",
      "Ayo coblos Bratasena-Wulantika nomor 2",
    ];
    let held = 0;
    for (const said of earns)
      for (const beside of besides) {
        const alone = levelOf(said + beside, RUNNING, { kind: "comment" });
        if (alone !== "warn") continue;
        held++;
        for (const parent of parents)
          expect([
            said + beside,
            parent,
            levelOf(said + beside, RUNNING, under(parent, "Rimbaraya Pos")),
          ]).toEqual([said + beside, parent, "warn"]);
      }
    expect(held).toBeGreaterThan(16);
  });
  it("that is neutral does not make the comment neutral", () => {
    for (const praise of ["Suwardana Marsinta hebat, semoga sukses", "Suwardana Marsinta tadi lewat sini"]) {
      const level = levelOf(praise, RUNNING);
      expect(level).not.toBe("clear");
      expect(levelOf(praise, RUNNING, under("Selamat pagi", "KPU Rimbaraya"))).toBe(level);
    }
  });
});
