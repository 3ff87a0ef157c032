/** Reads the popup and the extension's own storage. */
import { readdirSync, readFileSync } from "node:fs";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

const locale = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(`assets/locales/${language}`).map((file) =>
      JSON.parse(readFileSync(`assets/locales/${language}/${file}`, "utf8")),
    ),
  );
const LOCALES = [locale("id"), locale("en")];

/**
 * A text of ours in either language as a pattern; slots match anything.
 * @throws Error for an unknown key and for a text with a plural, which such a pattern cannot match
 */
export function textPattern(key: string): RegExp {
  const texts = LOCALES.map((texts) => texts[key]);
  if (texts.some((text) => text === undefined)) throw new Error(`no text ${key} in the locale files`);
  if (texts.some((text) => text!.includes(", plural,"))) throw new Error(`${key} has a plural`);
  const escaped = texts.map((text) => text!.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, ".*"));
  return new RegExp(escaped.join("|"));
}

/**
 * Text of the popup over this tab once it matches, or its last text where it never does.
 * @param view the popup's page ("more", "rules"), else the first
 */
export async function popupText(
  visit: Visit,
  wanted: RegExp,
  timeoutMs = PATIENCE_MS,
  view = "",
): Promise<string> {
  const popup = await visit.popup(view);
  try {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const text = await popup.evaluate<string>("document.body.innerText");
      if (wanted.test(text) || Date.now() > until) return text;
      await pause(100);
    }
  } finally {
    await popup.close();
  }
}

/** Writes values into the extension's storage unchecked, however wrong. */
export const writeStorage = (visit: Visit, values: Record<string, unknown>): Promise<void> =>
  visit.inExtension(`await put(${JSON.stringify(values)});`);

/** One stored value, as pages of the extension read it. */
export const readStorage = <T = unknown>(visit: Visit, key: string): Promise<T> =>
  visit.inExtension<T>(
    `const key = ${JSON.stringify(key)};
    return (await api.storage[inSession.includes(key) ? "session" : "local"].get(key))[key] ?? null;`,
  );

/** All lines of the book, oldest first, as the background sends them to the popup. @throws Error while it is locked */
export const journalEntries = <T = Record<string, unknown>>(visit: Visit): Promise<T[]> =>
  visit.inExtension<T[]>(`const { res, err } = await api.runtime.sendMessage(
    { id: 1, type: "journalEntries", data: { last: 1000 }, timestamp: Date.now() });
  if (err || res.problem || res.locked) throw new Error(JSON.stringify(err ?? res));
  return res.entries.reverse();`);

/** Resets to the state after the installation in this language: default settings, an empty book. The rules stay. */
export const resetExtension = (visit: Visit, language = "id"): Promise<void> =>
  visit.inExtension(`await drop(
    ["profile", "silenced", "today", "feedback", "pause", "answeredWeek", "reminded", "rulesOff"]);
  await put({ settings: { language: ${JSON.stringify(language)} } });
  const { res, err } = await api.runtime.sendMessage(
    { id: 1, type: "eraseEntries", data: { holdId: null }, timestamp: Date.now() });
  if (err || res.problem) throw new Error(JSON.stringify(err ?? res));`);

/** Adds an invalid line directly to the database of an existing book. */
export const addInvalidEntry = (visit: Visit, line: unknown): Promise<void> =>
  visit.inExtension(`const db = await new Promise((done, fail) => { const r = indexedDB.open("book");
    r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
  await new Promise((done, fail) => {
    const r = db.transaction("pending", "readwrite").objectStore("pending").add(${JSON.stringify(line)});
    r.onsuccess = () => done(); r.onerror = () => fail(r.error); });
  db.close();`);
