import type { Language } from "./languages.ts";

/** A text in the languages of the interface; Bahasa Indonesia stands for those it lacks. */
export type LocalizedText = { readonly id: string } & {
  readonly [L in Exclude<Language, "id">]?: string | undefined;
};
