import { storage } from "@wxt-dev/storage";
import { type Read, readStored } from "./fields.ts";
import { type Own, ownFields } from "./profile.ts";

/** Where the user's own answers are kept; read by `readOwn`, never trusted as they are. */
export const ownItem = storage.defineItem<unknown>("local:own");

/** Reads what is stored; bad fields become their defaults and are named. */
export async function readOwn(): Promise<Read<Own>> {
  return readStored(ownFields, await ownItem.getValue());
}
