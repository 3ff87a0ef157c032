import type { Language } from "./languages.ts";

/** A text in the languages of the interface; Bahasa Indonesia replaces a missing one. */
export type LocalizedText = { readonly id: string } & {
  readonly [L in Exclude<Language, "id">]?: string | undefined;
};
