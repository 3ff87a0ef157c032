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
  | "context"; /* makes an ambiguous alias count */

export interface Term {
  text: string;
  role: TermRole;
  /** ISO 639 code: "id", "jv", "su", "min", "bug", "mak", "bbc", "mad", "ban", "bjn", "en" … */
  language: string;
  /** 0 to 1. */
  weight: number;
  topic?: Topic | undefined;
}
