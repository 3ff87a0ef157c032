import type { Language } from "../domain/vocabulary.ts";

/** The language of the interface, for every text of a document. */
let current: Language = "id";
const heard = new Set<() => void>();

/** Values for the slots of a message. Strings may come from a page: they are cleaned and bounded. */
export type Values = Readonly<Record<string, string | number>>;

/** The language of the interface now. */
export function language(): Language {
  return current;
}

/** Switches the language everywhere in this document at once; who listens by `onLanguage` is told. */
export function setLanguage(next: Language): void {
  if (next === current) return;
  current = next;
  for (const tell of [...heard]) tell();
}

/** Calls `tell` after each switch of language until the returned function is called. */
export function onLanguage(tell: () => void): () => void {
  heard.add(tell);
  return () => heard.delete(tell);
}
