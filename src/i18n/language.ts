import type { Language } from "../domain/vocabulary.ts";

/** The language of the interface, for every text of a document. */
let current: Language = "id";
const listeners = new Set<() => void>();

/** Values for the slots of a message. Strings may come from a page: they are cleaned and bounded. */
export type Values = Readonly<Record<string, string | number>>;

/** The current language of the interface. */
export function language(): Language {
  return current;
}

/** Switches the language of this document and calls the listeners of `onLanguageChange`. */
export function setLanguage(next: Language): void {
  if (next === current) return;
  current = next;
  for (const listener of [...listeners]) listener();
}

/** Calls `listener` after each change of language, until the returned function is called. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
