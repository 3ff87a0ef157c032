/**
 * One browser with the extension for all files of a test worker. Starting one and letting the extension compile its
 * rules costs five to ten seconds of processor time, more than most files need for their tests. A file that ends
 * returns the browser in its state after the installation; a browser that cannot be reset is closed.
 */
import { VOUCHED_KEYS } from "../../../src/background/changes.ts";
import type { Visit } from "./visit.ts";

/** The extension's storage by area: each value as JSON. */
type Stored = Record<string, string>;

interface Kept {
  visit: Visit;
  stored: Stored;
  /** Scripts registered by the extension itself. */
  scripts: string[];
  alarms: string[];
  /** What the rules' database knows of those compiled after the installation, by key, as JSON. */
  layers: Stored;
}

/** The idle browser. */
let idle: Kept | undefined;

/** True where files share browsers; set by the tests' configuration. */
const isShared = (): boolean => Boolean(process.env.JN_SHARED_BROWSER);

const DATABASE = `const rulesDatabase = (work) => new Promise((done, fail) => {
  const opening = indexedDB.open("rules", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("layers");
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("layers", "readwrite");
    const found = work(transaction.objectStore("layers"));
    transaction.oncomplete = () => { opening.result.close(); done(found); };
    transaction.onabort = () => fail(transaction.error);
  };
});`;
const READ = `${DATABASE}
  const layers = await rulesDatabase((store) => {
    const found = {};
    store.openCursor().onsuccess = ({ target: { result } }) => {
      if (!result) return;
      found[result.key] = JSON.stringify(result.value);
      result.continue();
    };
    return found;
  });
  const stored = Object.entries(await api.storage.local.get(null));
  const scripts = await (api.scripting?.getRegisteredContentScripts() ?? []);
  const alarms = await api.alarms.getAll();
  return { stored: Object.fromEntries(stored.map(([key, value]) => [key, JSON.stringify(value)])),
    layers, scripts: scripts.map((one) => one.id).sort(), alarms: alarms.map((one) => one.name).sort() };`;

/** What the background's own database holds of the stored values, and its note that it took over what there was. */
const vouched = (stored: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries([
    ["adopted", true],
    ...VOUCHED_KEYS.filter((key) => stored[key] !== undefined).map((key) => [key, JSON.parse(stored[key]!)]),
  ]);

/** All areas except local storage. */
const EMPTY = ({ scripts, alarms, layers, stored }: Omit<Kept, "visit">) => `${DATABASE}
  for (const { name } of await indexedDB.databases()) await new Promise((done, fail) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => done(); deleting.onerror = () => fail(deleting.error); });
  await rulesDatabase((store) => {
    for (const [key, value] of Object.entries(${JSON.stringify(layers)})) store.put(JSON.parse(value), key);
  });
  /* A background that wakes meanwhile puts these back, and takes over nothing that still lies in the storage. */
  for (const [key, value] of Object.entries(${JSON.stringify(vouched(stored))}))
    await inDatabase("shared", "values", (store) => store.put(value, key));
  await api.storage.session.clear();
  const registered = (await (api.scripting?.getRegisteredContentScripts() ?? [])).map((one) => one.id);
  const added = registered.filter((id) => !${JSON.stringify(scripts)}.includes(id));
  if (added.length) await api.scripting.unregisterContentScripts({ ids: added });
  for (const { name } of await api.alarms.getAll())
    if (!${JSON.stringify(alarms)}.includes(name)) await api.alarms.clear(name);
  localStorage.clear();`;

/** Restores the extension's state after its installation. @throws Error where that fails */
async function putBack(visit: Visit, asNew: Omit<Kept, "visit">): Promise<void> {
  await visit.endBackground();
  await visit.inExtension(EMPTY(asNew));
  const now = await visit.inExtension<Omit<Kept, "visit">>(READ);
  const added = Object.keys(now.stored).filter((key) => !(key in asNew.stored));
  const changed = Object.entries(asNew.stored).filter(([key, value]) => now.stored[key] !== value);
  if (added.length) await visit.inExtension(`await drop(${JSON.stringify(added)});`);
  if (changed.length)
    await visit.inExtension(
      `await put({${changed.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(", ")}});`,
    );
  /* A background woken by a change remembers nothing of before. */
  if (added.length || changed.length) await visit.endBackground();
}

/** A browser returned by an earlier file, or a new one. */
export async function borrowBrowser(make: () => Promise<Visit>): Promise<Visit> {
  if (!isShared()) return make();
  const kept = idle ?? (await firstKept(await make()));
  idle = undefined;
  return lent(kept);
}

async function firstKept(visit: Visit): Promise<Kept> {
  /* A signal ends the worker; the drivers end their browsers only when the process exits. */
  process.once("SIGTERM", () => process.exit());
  process.on("exit", () => visit.removeProfile());
  return { visit, ...(await visit.inExtension<Omit<Kept, "visit">>(READ)) };
}

/** Its `close` returns the browser to the pool. */
function lent({ visit, ...asNew }: Kept): Visit {
  const really = visit.close.bind(visit);
  visit.close = async () => {
    visit.close = async () => {};
    if (idle) return really();
    try {
      const next = await visit.renew();
      await putBack(next, asNew);
      idle = { visit: next, ...asNew };
    } catch (error) {
      console.warn("a browser could not be put back and is closed:", error);
      await really();
    }
  };
  return visit;
}
