import { describe, expect, it } from "vitest";
import { assessed, BETWEEN, levelOf, RUNNING, under } from "../../shipped.ts";

describe("explicit material", () => {
  it.each([
    "coblos nomor satu",
    "ＣＯＢＬＯＳ ＮＯＭＯＲ ４",
    "pilih jo nomor 3",
    "dukung 03",
    "jangan coblos nomor 1",
    "saya tidak akan coblos nomor 1",
    "c0bl0s n0mor du4",
    "nyoblos ✌️ besok",
    "no brp? duaaa!",
    "aja lali nyoblos nomer loro",
    "hayu urang nyoblos nomer tilu",
    "jan lupo mancoblos nomor duo",
    "pillit ma nomor tolu",
    "tapileh nomor saboh",
    "eda engsap nyoblos nomer besik",
  ])("is held in any wording, number and language: %s", (text) => {
    expect(levelOf(text, BETWEEN)).toBe("warn");
  });

  it.each([
    "PULIH saja, satu! Jangan salah",
    "Bratasena Wijayalaga nomor 2 aja",
    "besok tusuk Suwardana Kelanajaya",
    "kaos PULIH gratis, ambil di posko ya",
    "ayo hadir, senam bersama Suwardana Kelanajaya",
    "cari relawan buat Bratasena Wijayalaga, daftar di sini",
    "pagi yang cerah #PULIHSatu",
    "satukan suara, menangkan BERTIKA",
  ])("is held while its contest runs: %s", (text) => {
    expect(levelOf(text, RUNNING)).toBe("warn");
  });

  it.each([
    "lapak gratis setahun, itu saja sudah cukup buat saya ke TPS. Dua.",
    "jang lupa, satu jo, biar torang samua sanang",
    "PKS nomor 2 pokoknya",
    "dua jari buat Bratasena Wijayalaga",
    "stiker Bertika sudah kutempel di kaca",
    "panggung Bertika pindah ke lapangan, sound tetap",
    "janji Suwardana Kelanajaya masuk akal, aku ikut",
  ])("is held in talk while a contest runs, without a verb that calls: %s", (text) => {
    expect(levelOf(text, RUNNING)).toBe("warn");
    expect(levelOf(text, BETWEEN)).not.toBe("warn");
  });

  it.each([
    "anak saya dua, yang kecil baru masuk SD",
    "pesan satu porsi ya, minumnya dua",
    "PKS 2 kursi, PAN 3 kursi",
    "badan sudah pulih, jangan lupa minum",
    "kemarin ketemu Bratasena Wijayalaga di pasar, belanja sayur",
    "siapa yang pasang stiker Bertika di pagar?",
  ])("is none where nobody is meant: %s", (text) => {
    expect(levelOf(text, RUNNING)).not.toBe("warn");
  });

  it.each([
    "kami dukung penuh Letkol (Purn.) Umbu Raga, bakal calon bupati",
    "ayo dukung Haji Syamsir, calon wakil wali kota kita",
    "lanjutkan Bu Parti, cabup pilihan rakyat",
    "coblos pak ridwan besok",
  ])("is held for somebody who stands, though no roster names him: %s", (text) => {
    expect(levelOf(text, RUNNING)).toBe("warn");
  });

  it.each([
    "Bu, maaf, kalau acara calon kita tidak boleh ikut",
    "Haji Syamsir, calon wakil wali kota, hadir di pengajian RT 05",
    "dukung Bu Ratna jualan kue di bazar sekolah",
    "Pak Seno calon mertua saya, ayo datang ke syukuran",
    "Bu Lurah ganteng sekali calon menantunya",
  ])("is none where a person only stands or is only helped: %s", (text) => {
    expect(levelOf(text, RUNNING)).not.toBe("warn");
  });

  it("recognises a name in the author's own leaning words", () => {
    const own = { kind: "composer" } as const;
    expect(levelOf("Bratasena Wijayalaga orangnya sederhana", RUNNING, own)).toBe("warn");
    expect(levelOf("Bratasena Wijayalaga orangnya sederhana", BETWEEN, own)).not.toBe("warn");
  });

  it("holds drafts by the same grammar", () => {
    for (const text of ["besok aku coblos nomor 2, ikut ya", "menangkan BERTIKA"])
      expect([text, levelOf(text, RUNNING, { kind: "composer" })]).toEqual([text, "warn"]);
    expect(levelOf("rapat besok jam dua, jangan lupa bawa laptop", RUNNING, { kind: "composer" })).toBe(
      "clear",
    );
  });

  it("recognises calls in image texts, polls, events, groups and pages", () => {
    const poster = ["Mungkin gambar 2 orang dan teks yang menyatakan 'AYO COBLOS 2 BERTIKA'"];
    expect(levelOf("cek ini", RUNNING, { imageAlt: poster })).toBe("warn");
    for (const kind of ["event", "group", "profile", "live", "comment"] as const)
      expect([kind, levelOf("menangkan BERTIKA, coblos nomor 2", RUNNING, { kind })]).toEqual([kind, "warn"]);
  });

  it("lists checkable evidence first and the model last", () => {
    const { evidence, situation } = assessed("Ayo coblos nomor 2, menangkan Bratasena Wulantika!", RUNNING);
    expect(evidence[0]!.kind).toBe("call-to-vote");
    const kinds = evidence.map((one) => one.kind);
    if (kinds.includes("model")) expect(kinds.at(-1)).toBe("model");
    expect(situation).toContainEqual({
      key: "situation-running",
      values: { contest: "Kabupaten Rimbaraya" },
    });
  });
});

describe("short talk while a contest runs", () => {
  it.each(["Bratasena Wijayalaga be", "Bang Sena lah, siapa lagi", "Suwardana Kelanajaya jo torang"])(
    "settles for a nickname in few words: %s",
    (text) => {
      expect(levelOf(`${text} di Rimbaraya`, RUNNING)).toBe("warn");
      expect(levelOf(text, BETWEEN)).not.toBe("warn");
      expect(levelOf(`tadi ketemu ${text}`, RUNNING)).not.toBe("warn");
    },
  );
  it.each(["sada sada sada ersada", "TELLU TELLU TELLU madeceng", "hiji hiji hiji hayu"])(
    "is held of a chant: %s",
    (text) => {
      expect(levelOf(text, RUNNING)).toBe("warn");
      expect(levelOf(text, BETWEEN)).not.toBe("warn");
    },
  );
  it.each([
    "pose satu jari di Gong Perdamaian",
    "foto keluarga, jari dua semua",
    "di pelaminan pun dua jari ka",
  ])("is held of fingers raised for a picture: %s", (text) => {
    expect(levelOf(text, RUNNING)).toBe("warn");
    expect(levelOf(text, BETWEEN)).not.toBe("warn");
  });
  it.each([
    "satu dua tiga, yang belum daftar angkat tangan",
    "foto dua jari peace pas liburan",
    "boleh foto dua jari nggak ya?",
    "prewed kami spontan dua jari, hasilnya blur",
    "dua jari saya terjepit pintu",
    "jumlahnya dua dua orang",
  ])("is none if it counts or poses for nobody: %s", (text) => {
    expect(levelOf(text, RUNNING)).not.toBe("warn");
  });
});

describe("mentioned calls", () => {
  it.each([
    "Bang Sena sekarang caleg. Karena itu mohon jangan ada yang foto bareng beliau besok.",
    "foto bareng Bang Sena selama kampanye turun dari akun pemkot, sudah ada teguran lisan dari sekda",
    "ASN dilarang mengajak coblos nomor 1 atau menangkan Suwardana-Marsinta",
    "Ingat, ASN tidak boleh ikut mengajak pilih nomor 2 atau mendukung Bertika",
    'Contoh pelanggaran netralitas: menulis "ayo coblos nomor 1, menangkan Suwardana-Marsinta"',
    'Soal ujian: jelaskan arti kalimat "Ayo coblos nomor 1, menangkan Suwardana-Marsinta!"',
    "spanduk bertuliskan Coblos Nomor 1 Suwardana-Marsinta sudah diturunkan Satpol PP",
    "Simulasi: cara mencoblos surat suara, misalnya coblos nomor 2 pada gambar buah",
    'tadi di jalan ada yang teriak "coblos nomor 2" keras sekali sampai anak saya bangun',
    "takut dikira dukung nomer dua gara-gara foto ini",
  ])("holds nothing, whoever writes it: %s", (text) => {
    for (const name of ["Rina Kusuma", undefined])
      expect(levelOf(text, RUNNING, name ? { author: { name } } : {})).not.toBe("warn");
  });

  it("does not excuse a call by a prohibition far from the call in a long text", () => {
    const between =
      "kami bicara panjang soal panen, harga pupuk, jalan desa, irigasi dan sekolah anak-anak di kampung. ";
    const far = `Ada surat edaran di papan pengumuman kantor. ${between.repeat(4)}Besok coblos nomor 2, menangkan Bertika.`;
    expect(levelOf(far, RUNNING)).toBe("warn");
    expect(
      levelOf("Ada surat edaran di papan pengumuman: dilarang ajak coblos nomor 2, Bertika.", RUNNING),
    ).not.toBe("warn");
  });

  it("does not excuse the author's own call in quotation marks", () => {
    expect(levelOf('"Coblos nomor 2 BERTIKA"', RUNNING)).toBe("warn");
  });
});

describe("texts without a call", () => {
  it.each([
    ["a list of all who stand", "Paslon 1 janji jalan, paslon 2 janji pasar. Debat berlanjut besok"],
    ["a class", "Ayo pilih ketua kelas! coblos nomor 2 Kiko"],
    ["a village", "Pilkades besok, coblos nomor 1 Pak Darto"],
    ["a club", "Pemira BEM: menangkan paslon 02, pilih nomor 2"],
    ["an idol", "vote nomor 08 buat fandom kita, menangkan bias kita"],
    ["a product", "pilih nomor 3 ya kak, varian rasa keju ready stok"],
    ["a queue", "antrean nomor 4 silakan masuk"],
    ["a menu", "menu nomor 3 paling laku, pilih nomor 3 juga boleh"],
    ["said twice", "ga usah dukung2 an, capek"],
    ["a count", "coblos satu-satu lalu lipat lagi"],
  ])("%s: %s", (_, text) => {
    expect(levelOf(text, BETWEEN)).not.toBe("warn");
  });
});

describe("a running contest", () => {
  it("does not take a list of all candidates for a call", () => {
    const one = "Bratasena Wijayalaga bagi stiker gratis";
    expect(levelOf(one, RUNNING)).toBe("warn");
    expect(levelOf(`Suwardana Kelanajaya bagi kaos gratis, ${one}`, RUNNING)).not.toBe("warn");
  });
  it("does not take a question for a call", () => {
    expect(levelOf("saya dukung Suwardana Kelanajaya", RUNNING)).toBe("warn");
    expect(levelOf("kok nggak dukung Suwardana Kelanajaya?", RUNNING)).not.toBe("warn");
  });
  it("somebody else of the same name is told by what stands right beside it", () => {
    const own = { kind: "composer" } as const;
    expect(levelOf("Bang Sena hari ini genap 70 tahun", RUNNING, own)).toBe("warn");
    for (const text of [
      "Bang Sena, tetangga depan rumah, hari ini genap 70 tahun",
      "Bang Sena tukang becak hari ini genap 70 tahun",
      "Besok nobar di saung Bang Sena, kaos biru semua",
    ])
      expect([text, levelOf(text, RUNNING, own)]).not.toEqual([text, "warn"]);
    expect(levelOf("Coblos Bang Sena, tetangga kita", RUNNING)).toBe("warn");
  });
  it("does not take a counting number for a ballot number", () => {
    expect(levelOf("bagi sembako di balai, nomor urut 12 silakan maju dulu", RUNNING)).not.toBe("warn");
  });
});

describe("a ballot number", () => {
  const debate = under("Debat calon bupati Rimbaraya malam ini: siapa pilihan Anda?", "Rimbaraya Pos");
  const own = { kind: "composer" } as const;
  it.each([
    ["said again and again", "kalih kalih kalih braya", debate],
    ["said again in keycaps", "2️⃣2️⃣2️⃣2️⃣", debate],
    ["written to its word", "no1 no1 no1 pokoknya", debate],
    ["at the end, after a call", "pilih yang tegas, jalan langsung dicor. nomor 3 ya nomor 3", {}],
    ["beside its nickname, in a recipe", "resepnya enak, tapi buat Rimbaraya: Bang Sena, dua.", {}],
    ["at the end of one's own words", "mau tinggal di daerah yang bupatinya baca buku. itu saja. dua.", own],
    ["of which a word of another sentence says nothing", "aku di lantai atas. nomor 2 pokoknya", debate],
    ["that settles between two names", "Pak Dana janjinya apa? aku ke Bang Sena saja. Dua.", {}],
    ["set off by a colon", "biar ASN, di bilik bebas. Bisikan: dua. Hapus ya", {}],
    ["of a party's list, in talk of school", "kutempel di pintu kelas. nomor 2 PKS pokoknya", {}],
    ["after a call that is only told", "Bapakku ngajak semua pilih Bang Sena. Kita ikut, dua ya pak", {}],
  ])("is held %s: %s", (_, text, more) => {
    expect(levelOf(text, RUNNING, more)).toBe("warn");
    if (more !== debate) expect(levelOf(text, BETWEEN, more)).not.toBe("warn");
  });
  it.each([
    ["counts", "dua puluh dua orang braya", debate],
    ["is a year in keycaps", "2️⃣0️⃣3️⃣0️⃣ semoga sehat", debate],
    ["is part of a word", "dukung2 begitu saja terus", debate],
    ["is one of several figures", "menit 18 mic calon 2 mati 40 detik, tolong unggah ulang", debate],
    ["is denied", "standarnya lima derajat, bukan 6", debate],
    ["belongs to another ticket's name", "resepnya enak: Bang Sena, satu.", {}],
    ["is set off, but of no election", "jumlah anaknya: dua. Umurnya belum setahun", {}],
    ["is told", "Bapakku ngajak semua pilih Bang Sena.", {}],
    ["ends a few own words", "pesan lagi. dua.", own],
    ["is a table's", "aku di lantai 2 ya", debate],
  ])("is none if it %s: %s", (_, text, more) => {
    expect(levelOf(text, RUNNING, more)).not.toBe("warn");
  });
});

describe("a mind made up", () => {
  it("is a call like any other", () => {
    expect(levelOf("Benar, Bu. Saya pun sudah mantap dengan nomor tiga, tinggal suami", RUNNING)).toBe(
      "warn",
    );
    expect(levelOf("sudah mantap dengan tiga anak, tinggal suami", RUNNING)).not.toBe("warn");
  });
});

describe("a name in talk", () => {
  const own = { kind: "composer" } as const;
  it("is not another vote's for a village has its own", () => {
    const text = "Pilkades: calon nomor satu Pak Dana, nomor dua Bang Sena, jangan lupa memilih";
    expect(levelOf(text, RUNNING)).not.toBe("warn");
    expect(
      levelOf("Pilkades: calon nomor satu Suwardana, nomor dua Bratasena, ayo memilih", RUNNING),
    ).not.toBe("warn");
    expect(levelOf("calon bupati kita Bang Sena, ayo memilih Bang Sena", RUNNING)).toBe("warn");
  });
  it("takes no side beside its rival's, unless something leans", () => {
    const promises = "Pak Dana janji bebas rob, Bang Sena janji tanggul. airnya tetap datang tiap hari";
    expect(levelOf(promises, RUNNING)).not.toBe("warn");
    expect(levelOf("Pak Dana janji terus, mending Bang Sena, hebat orangnya", RUNNING)).toBe("warn");
  });
  it("takes none where the writer says that he belongs to nobody", () => {
    expect(levelOf("timses Bertika kumpul di posko nanti malam", RUNNING)).toBe("warn");
    expect(levelOf("aku bukan timses Bertika lho ya, cuma lewat", RUNNING)).not.toBe("warn");
  });
  it("takes none in a condolence", () => {
    expect(levelOf("Bang Sena hari ini genap 70 tahun", RUNNING, own)).toBe("warn");
    expect(levelOf("turut berduka, Bang Sena meninggal dunia tadi malam", RUNNING, own)).not.toBe("warn");
  });
  it("is told from the words of a hashtag outside the tag", () => {
    expect(levelOf("pagi yang cerah #PULIHSatu", RUNNING)).toBe("warn");
    expect(levelOf("badan pulih satu minggu lagi, kata dokter", RUNNING)).toBe("clear");
  });
  it("is held though a question follows much later", () => {
    const tail =
      "soalnya dia satu-satunya yang pernah duduk di warung sini lalu tanya soal kapal yang hilang, siapa yang cari?";
    expect(levelOf(`aku milih Bratasena Wijayalaga ${tail}`, RUNNING)).toBe("warn");
    expect(levelOf("kok nggak dukung Bratasena Wijayalaga?", RUNNING)).not.toBe("warn");
  });
  it("is held in several sentences, each with its capital", () => {
    expect(levelOf("Kami ikut Bratasena Wijayalaga. Pilih dua. Bismillah. Ayo", RUNNING)).toBe("warn");
    expect(levelOf("Partai Anu Dukung Bratasena Wijayalaga Jelang Pencoblosan", RUNNING)).not.toBe("warn");
  });
});

describe("shouting", () => {
  it.each([
    "sudah jelas pilih prabowo gibran saja",
    "ayo coblos nomor dua besok pagi jangan lupa",
    "bratasena wijayalaga paling layak memimpin kita",
    "pagi ini antre minyak goreng di balai desa",
  ])("has the level of small letters: %s", (text) => {
    for (const date of [BETWEEN, RUNNING])
      expect(levelOf(text.toUpperCase(), date)).toBe(levelOf(text, date));
  });
});
