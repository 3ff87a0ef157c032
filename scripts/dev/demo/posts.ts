/**
 * The demo's six posts. Names of people and media are made up; the three tickets of 2024 appear once each, in ballot
 * order, so that no side is shown more than another.
 */
export interface DemoPost {
  id: "campaign" | "friend" | "news" | "kpu" | "everyday";
  name: string;
  handle: string;
  /** Two letters and a colour instead of a picture. */
  mark: string;
  colour: string;
  when: string;
  text: string;
  likes: number;
  picture?: "sambal" | "rally";
}

export const POSTS: readonly DemoPost[] = [
  {
    id: "campaign",
    name: "Relawan Anies Muhaimin Jawa Barat",
    handle: "relawan.amin.jabar.contoh",
    mark: "RA",
    colour: "#5b6472",
    when: "1 jam",
    text: "Sabtu ini kita turun ke jalan bersama! Ayo coblos nomor urut 1, menangkan Anies–Muhaimin di Jawa Barat.",
    likes: 214,
    picture: "rally",
  },
  {
    id: "friend",
    name: "Ratna Dewi",
    handle: "ratna.dewi.contoh",
    mark: "RD",
    colour: "#8a5a83",
    when: "2 jam",
    text: "Teman-teman, jangan lupa nanti coblos nomor urut 2 Prabowo Gibran ya. Menangkan satu putaran! 💪",
    likes: 38,
  },
  {
    id: "news",
    name: "Kabar Nusantara",
    handle: "kabarnusantara.contoh",
    mark: "KN",
    colour: "#1f5f8b",
    when: "3 jam",
    text: "KPU menetapkan tiga pasangan calon presiden dan wakil presiden untuk Pemilu 2024: Anies–Muhaimin, Prabowo–Gibran, dan Ganjar–Mahfud. Simak jadwal tahapannya.",
    likes: 512,
  },
  {
    id: "kpu",
    name: "KPU Kabupaten Contoh",
    handle: "kpu.kab.contoh",
    mark: "KPU",
    colour: "#6b4a2b",
    when: "5 jam",
    text: "Sudahkah Anda terdaftar? Cek nama Anda di daftar pemilih tetap dan gunakan hak pilih Anda. Pemilih berdaulat, negara kuat.",
    likes: 97,
  },
  {
    id: "everyday",
    name: "Slamet Riyadi",
    handle: "slamet.riyadi.contoh",
    mark: "SR",
    colour: "#3f7a4a",
    when: "8 jam",
    text: "Panen cabai pertama di pekarangan! 🌶️ Resep sambal Ibu menyusul di kolom komentar.",
    likes: 61,
    picture: "sambal",
  },
];

/** The user's own draft, already written when the composer opens. */
export const DRAFT = "Saya sudah mantap: ayo coblos nomor urut 3 Ganjar Mahfud!";

/** A page that only gets a notice outside the stages of an election: the first party by ballot number. */
export const PARTY = { name: "Partai Kebangkitan Bangsa", handle: "pkb.id", mark: "1", colour: "#3d6b57" };
