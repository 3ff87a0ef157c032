import type { IDBPDatabase } from "idb";
import { toSlip, toWeek } from "./boxes.ts";
import type { Sealing } from "./keyring.ts";
import { readCheck, readEntry } from "./schema.ts";
import { OLD_STORES, type Shelf, STORES } from "./shelf.ts";

/**
 * Takes over what a version before the seal left: its lines and checks are sealed, and what lay there open is cleared,
 * in one step. Lines that cannot be read go with it.
 */
export async function takeOver(db: IDBPDatabase<Shelf>, sealing: () => Promise<Sealing>): Promise<void> {
  const stores = OLD_STORES.filter((store) => db.objectStoreNames.contains(store));
  const values = await Promise.all(stores.map((store) => db.getAll(store)));
  if (values.every((all) => all.length === 0)) return;
  const keys = await sealing();
  const [entries, checks] = OLD_STORES.map((store) => values[stores.indexOf(store)] ?? []);
  const slips = await Promise.all(
    entries!.flatMap((value) => readEntry(value) ?? []).map((e) => toSlip(keys, e)),
  );
  const weeks = await Promise.all(
    checks!.flatMap((value) => readCheck(value) ?? []).map((c) => toWeek(keys, c)),
  );
  const transaction = db.transaction([...STORES, ...stores], "readwrite");
  const known = transaction.objectStore("slips").index("mark");
  for (const slip of slips)
    if ((await known.getKey(slip.mark)) === undefined) await transaction.objectStore("slips").add(slip);
  for (const week of weeks) await transaction.objectStore("weeks").put(week);
  for (const store of stores) await transaction.objectStore(store).clear();
  await transaction.done;
}
