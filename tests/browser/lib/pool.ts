/**
 * One browser with the extension for all files that a worker of the tests runs, one after another. To start one and let
 * the extension make its rules costs five to ten seconds of processor time, more than most files need for their tests.
 * A file that ends gives it back as it was after the installation; one that cannot be put back so is closed.
 */
import type { Visit } from "./visit.ts";

/** What the extension keeps, by area: each value as JSON. */
type Stored = Record<string, string>;

interface Kept {
  visit: Visit;
  stored: Stored;
  /** Scripts that the extension registered itself. */
  scripts: string[];
  alarms: string[];
}

/** The browser that no file uses now. */
let idle: Kept | undefined;

/** Is this a run in which files share browsers? Set by the tests' configuration. */
const isShared = (): boolean => Boolean(process.env.JN_SHARED_BROWSER);

const READ = `const stored = Object.entries(await api.storage.local.get(null));
  const scripts = await (api.scripting?.getRegisteredContentScripts() ?? []);
  const alarms = await api.alarms.getAll();
  return { stored: Object.fromEntries(stored.map(([key, value]) => [key, JSON.stringify(value)])),
    scripts: scripts.map((one) => one.id).sort(), alarms: alarms.map((one) => one.name).sort() };`;

/** Everything but the local storage. */
const EMPTY = (scripts: readonly string[], alarms: readonly string[]) => `
  for (const { name } of await indexedDB.databases()) await new Promise((done, fail) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => done(); deleting.onerror = () => fail(deleting.error); });
  await api.storage.session.clear();
  const registered = (await (api.scripting?.getRegisteredContentScripts() ?? [])).map((one) => one.id);
  const added = registered.filter((id) => !${JSON.stringify(scripts)}.includes(id));
  if (added.length) await api.scripting.unregisterContentScripts({ ids: added });
  for (const { name } of await api.alarms.getAll())
    if (!${JSON.stringify(alarms)}.includes(name)) await api.alarms.clear(name);
  localStorage.clear();`;

/** Puts the extension back as it was after its installation. @throws Error where that does not work */
async function putBack(visit: Visit, asNew: Omit<Kept, "visit">): Promise<void> {
  await visit.endBackground();
  await visit.inExtension(EMPTY(asNew.scripts, asNew.alarms));
  const now = await visit.inExtension<Omit<Kept, "visit">>(READ);
  const added = Object.keys(now.stored).filter((key) => !(key in asNew.stored));
  const changed = Object.entries(asNew.stored).filter(([key, value]) => now.stored[key] !== value);
  if (added.length) await visit.inExtension(`await api.storage.local.remove(${JSON.stringify(added)});`);
  if (changed.length)
    await visit.inExtension(
      `await api.storage.local.set({${changed
        .map(([key, value]) => `${JSON.stringify(key)}: ${value}`)
        .join(", ")}});`,
    );
  /* What a change woke remembers nothing of before. */
  if (added.length || changed.length) await visit.endBackground();
}

/** A browser that an earlier file gave back, or a new one. */
export async function borrow(make: () => Promise<Visit>): Promise<Visit> {
  if (!isShared()) return make();
  const kept = idle ?? (await firstKept(await make()));
  idle = undefined;
  return lent(kept);
}

async function firstKept(visit: Visit): Promise<Kept> {
  /* A worker is ended by a signal; the drivers end their browsers as the process exits, and not before. */
  process.once("SIGTERM", () => process.exit());
  process.on("exit", () => visit.removeProfile());
  return { visit, ...(await visit.inExtension<Omit<Kept, "visit">>(READ)) };
}

/** Its `close` gives the browser back. */
function lent({ visit, ...asNew }: Kept): Visit {
  const really = visit.close.bind(visit);
  visit.close = async () => {
    visit.close = async () => {};
    if (idle) return really();
    try {
      const next = await visit.renewed();
      await putBack(next, asNew);
      idle = { visit: next, ...asNew };
    } catch (error) {
      console.warn("a browser could not be put back and is closed:", error);
      await really();
    }
  };
  return visit;
}
