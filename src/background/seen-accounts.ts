import * as z from "zod/mini";
import { onMessage } from "../messaging/messages.ts";
import { seenPostSchema } from "../messaging/schemas.ts";
import { readStored } from "../storage/fields.ts";
import { seenFields, seenListOf, withKey, withSeen } from "../storage/seen-accounts.ts";
import { assertSender } from "./sender.ts";
import { serialQueue } from "./serial.ts";

/** Key in `storage.session`, which is in memory, never on disk; content scripts cannot read it. */
const KEY = "seenAccounts";

/** The only writer of the accounts seen in this session. @returns a function that deletes all of them */
export function startSeenAccounts(): () => Promise<void> {
  const enqueue = serialQueue();
  const { session } = browser.storage;
  const take = async (post: z.infer<typeof seenPostSchema>, isPrivate: boolean) => {
    const before = readStored(seenFields, (await session.get(KEY))[KEY]).value;
    const now = withKey(before);
    /* A page whose key was deleted meanwhile gets the new one; its post is not counted. */
    const isCounted = post !== null && post.key === now.key && !isPrivate;
    const next = isCounted ? withSeen(now, post) : now;
    if (next !== before) await session.set({ [KEY]: next });
    return seenListOf(next);
  };
  onMessage("seenPost", ({ data, sender }) => {
    assertSender(sender, "page");
    const post = z.parse(seenPostSchema, data);
    return enqueue(() => take(post, sender.tab?.incognito === true));
  });
  /* Creates the key before any page needs it: a page that only asks for the list must not cause a write. */
  void enqueue(() => take(null, false)).catch(() => {});
  return () => enqueue(() => session.remove(KEY));
}
