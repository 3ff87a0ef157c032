import { storage } from "@wxt-dev/storage";
import { readStored, type StoredValue } from "./fields.ts";
import { type Profile, profileFields } from "./profile.ts";

/**
 * The user's profile; to be read by `readProfile` only, which validates it. In the session's memory, where no page script
 * reads; the background puts it there from its database (src/background/vouched-storage.ts).
 */
export const profileItem = storage.defineItem<unknown>("session:profile");

/** Reads the stored profile; invalid fields become their defaults and are named. */
export async function readProfile(): Promise<StoredValue<Profile>> {
  return readStored(profileFields, await profileItem.getValue());
}

/** After how many ms without use an opened journal locks, as the user chose. */
export const readLockDelay = async (): Promise<number> => (await readProfile()).value.lockAfter * 60_000;
