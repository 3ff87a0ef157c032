import type { Topic } from "./law.ts";

export type TermRole =
  | "call-to-vote"
  | "ballot-number" /* a word before a number: "nomor urut", "paslon", "coblos" */
  | "slogan"
  | "programme"
  | "event"
  | "charity"
  | "attribute"
  | "victory"
  | "volunteer-name" /* "Relawan …", "Sahabat …" in names */
  | "category" /* page categories */
  | "office" /* Bupati, Wali Kota, Gubernur in a name or bio */
  | "news" /* press style: lowers the score */
  | "neutral-name" /* KPU, Bawaslu, Pemkab … in names: lowers the score */
  | "context" /* makes an ambiguous alias count */
  /* What explicit material is made of (src/detect/explicit): */
  | "choose" /* "coblos"; 1: of nothing but elections */
  | "support" /* "menangkan", "lanjutkan", "jangan lupa" */
  | "join" /* invitations, volunteers, witnesses */
  | "gift"
  | "praise"
  | "attack"
  | "mention" /* spoken of, not done: prohibitions, reports; 1: anywhere in the text, less: in its sentence */
  | "other-election" /* of a class, a village, a club, an idol, a product */
  | "past"
  | "number-word";

export interface Term {
  text: string;
  role: TermRole;
  /** ISO 639 code: "id", "jv", "su", "min", "bug", "mak", "bbc", "mad", "ban", "bjn", "en" … */
  language: string;
  /** 0 to 1. */
  weight: number;
  topic?: Topic | undefined;
  /** What a number word means. */
  number?: number | undefined;
}
