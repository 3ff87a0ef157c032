import { readFileSync } from "node:fs";
import { LANGUAGES, type Language } from "../../src/domain/languages.ts";

/** What a store's page says, in one language. `summary` is the manifest's description, which Chrome and Edge show. */
export interface StoreTexts {
  name: string;
  summary: string;
  /** Paragraphs and lists as plain text. */
  description: string;
  singlePurpose: string;
  /** Words to be found by; Edge only. */
  searchTerms: readonly string[];
  /** Heading and line of each picture, by name. */
  pictures: Readonly<Record<string, readonly [heading: string, line: string]>>;
}

/** Why the extension asks for a permission, and what it does with data; in English, which every reviewer reads. */
export interface StoreForms {
  permissions: Readonly<Record<string, string>>;
  remoteCode: string;
  /** The stores' kinds of data with what is said of each. */
  data: readonly (readonly [kind: string, answer: string])[];
  certifications: readonly string[];
  /** For Mozilla's reviewers: how to build. */
  reviewers: string;
}

const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** All texts by language; name and summary come from the manifest's messages, which stores read by themselves. */
export const readTexts = (): Record<Language, StoreTexts> =>
  Object.fromEntries(
    LANGUAGES.map((language) => {
      const { description, ...rest } = json<Omit<StoreTexts, "description"> & { description: string[] }>(
        `assets/store/${language}.json`,
      );
      const names = json<Record<string, string>>(`assets/locales/${language}/manifest.json`);
      const own = { name: names.extensionName!, summary: names.extensionDescription! };
      return [language, { ...rest, ...own, description: description.join("\n") }];
    }),
  ) as Record<Language, StoreTexts>;

export const readForms = (): StoreForms => json("assets/store/forms.json");

/**
 * The stores' limits in characters, as their documentation gave them when this was written (November 2026): name,
 * summary, description, single purpose, and why a permission is asked for. Where a store has no limit or field, none
 * stands here.
 */
export const STORES = {
  chrome: { name: 75, summary: 132, description: 16_000, singlePurpose: 1_000, permission: 1_000 },
  edge: {
    name: 45,
    summary: 132,
    description: 10_000,
    leastDescription: 250,
    searchTerms: 7,
    searchTerm: 30,
  },
  firefox: { name: 45, summary: 250, description: 15_000 },
} as const;
export type StoreName = keyof typeof STORES;

type Limits = Partial<
  Record<
    | "name"
    | "summary"
    | "description"
    | "leastDescription"
    | "singlePurpose"
    | "permission"
    | "searchTerms"
    | "searchTerm",
    number
  >
>;

/** What is longer (or shorter) than a store takes, a line each. */
export function tooLong(texts: Readonly<Record<string, StoreTexts>>, forms: StoreForms): string[] {
  const faults: string[] = [];
  const check = (store: string, what: string, text: string, most: number | undefined) => {
    const length = [...text].length;
    if (most !== undefined && length > most)
      faults.push(`${store}: ${what} has ${length} characters, ${most} fit`);
    if (length === 0) faults.push(`${store}: ${what} is empty`);
  };
  for (const [store, limits] of Object.entries(STORES) as [StoreName, Limits][]) {
    for (const [language, text] of Object.entries(texts)) {
      for (const part of ["name", "summary", "description", "singlePurpose"] as const)
        check(store, `${part} (${language})`, text[part], limits[part]);
      const least = limits.leastDescription ?? 0;
      if ([...text.description].length < least)
        faults.push(`${store}: description (${language}) has less than ${least} characters`);
      if (limits.searchTerms === undefined) continue;
      if (text.searchTerms.length > limits.searchTerms)
        faults.push(
          `${store}: ${text.searchTerms.length} search terms (${language}), ${limits.searchTerms} fit`,
        );
      for (const term of text.searchTerms) check(store, `search term “${term}”`, term, limits.searchTerm);
    }
    for (const [permission, why] of Object.entries(forms.permissions))
      check(store, `the reason for ${permission}`, why, limits.permission);
  }
  return faults;
}

/** What the manifests ask for and the form does not explain, or the form explains and nobody asks for. */
export function unexplained(forms: StoreForms, manifests: readonly object[]): string[] {
  const asked = new Set(
    manifests.flatMap((manifest) => {
      const all = manifest as Record<string, readonly string[] | undefined>;
      const hosts = all.host_permissions?.length ? ["host permissions"] : [];
      return [
        ...(all.permissions ?? []),
        ...(all.optional_permissions ?? []),
        ...(all.optional_host_permissions ?? []),
        ...hosts,
      ];
    }),
  );
  const explained = new Set(Object.keys(forms.permissions));
  return [
    ...[...asked].filter((one) => !explained.has(one)).map((one) => `${one} is asked for and not explained`),
    ...[...explained].filter((one) => !asked.has(one)).map((one) => `${one} is explained and not asked for`),
  ];
}
