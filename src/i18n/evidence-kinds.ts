import { addMessages, type Messages, message } from "./catalogue.ts";

/*
 * The names of kinds of evidence. They are in the overlay's files beside the sentences; the build takes them out of the
 * overlay's texts, because page scripts do not show them, and leaves only them in this import.
 */
const files = import.meta.glob<string>("../../assets/locales/*/overlay.json", {
  eager: true,
  import: "default",
  query: "?raw",
});
addMessages(
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, JSON.parse(text) as Messages] as const),
  ),
);

/** The name of a kind of evidence in the current language. */
export const evidenceKindName = (kind: string): string => message(`kind.${kind}`);
