import { afterAll, expect, test } from "vitest";
import { openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pagesOf } from "./lib/pages.ts";
import { journalEntries, readStorage, writeStorage } from "./lib/popup.ts";
import type { Visit } from "./lib/visit.ts";

/* Files of one worker share a browser, so nothing may carry over from one to the next. */
let visit: Visit;
afterAll(() => visit?.close());

/** Databases with anything in them: the background opens an empty one at its start. */
const FULL_DATABASES = `const full = async () => {
  const names = [];
  const local = await api.storage.local.get(null);
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
    for (const store of db.objectStoreNames) {
      const keys = await new Promise((done, fail) => { const r = db.transaction(store).objectStore(store).getAllKeys(); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
      /* The background takes over at some time after its start what lies in the storage. */
      if (keys.length === 0) continue;
      if (name !== "shared" || keys.some((key) => key !== "adopted" && !(key in local))) names.push(name + "/" + store);
    }
    db.close();
  }
  return names;
};`;
/* Of long values, as the compiled rules, the length: comparing megabytes again and again takes longer than it waits. */
const EVERYTHING = `${FULL_DATABASES} const short = (text = "") => (text.length < 400 ? text : text.length);
  return { stored: Object.fromEntries(Object.entries(await api.storage.local.get(null)).map(([key, value]) => [key, short(JSON.stringify(value))])), session: Object.entries(await api.storage.session.get(null)).filter(([, value]) => value?.accounts?.length !== 0).map(([key]) => key),
  databases: await full(), alarms: (await api.alarms.getAll()).map((one) => one.name).sort() };`;
/** The same twice, half a second apart. */
const AT_REST = `const read = async () => { ${EVERYTHING} };
  const before = JSON.stringify(await read());
  await new Promise((done) => setTimeout(done, 500));
  return JSON.stringify(await read()) === before;`;
/** Firefox's first tab, the driver's own, is not recreated. */
const TABS = "return (await api.tabs.query({})).length;";

test("a returned browser has the state it had after the installation", async () => {
  visit = await launch(BROWSER);
  /* The background is still writing when the rules are there. */
  await expect.poll(() => visit!.inExtension<boolean>(AT_REST)).toBe(true);
  const before = await visit.inExtension(EVERYTHING);
  const tabs = await visit.inExtension<number>(TABS);
  await openWithQuestion(visit);
  await visit.answer("not-campaign");
  await expect.poll(() => journalEntries(visit)).toHaveLength(1);
  await writeStorage(visit, { settings: { language: "en" }, profile: 7, unknown: 1 });
  await visit.inExtension(`await api.storage.session.set({ left: 1 }); await drop("pageTexts");
    await api.alarms.create("left", { periodInMinutes: 600 });`);
  await visit.evaluate(`localStorage.setItem("left", "1"), document.cookie = "left=1"`);
  await visit.openTab();
  const { origin } = visit;
  await visit.close();

  visit = await launch(BROWSER);
  expect(visit.origin).toBe(origin);
  await expect.poll(() => visit!.inExtension(EVERYTHING)).toEqual(before);
  expect(await visit.inExtension<number>(TABS)).toBeLessThanOrEqual(tabs);
  expect(visit.performed).toEqual([]);
  await visit.open(pagesOf("facebook")[0]!.source);
  expect(await visit.evaluate(`[localStorage.getItem("left"), document.cookie]`)).toEqual([null, ""]);
  expect(await readStorage(visit, "unknown")).toBeNull();
});
