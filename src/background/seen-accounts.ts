import * as z from "zod/mini";
import { onMessage } from "../messaging/messages.ts";
import { seenSchema } from "../messaging/schemas.ts";
import { readStored } from "../storage/fields.ts";
import { listOf, seenFields, withKey, withSeen } from "../storage/seen-accounts.ts";
import { fromUs } from "./sender.ts";
import { serial } from "./serial.ts";

/** In `storage.session`: memory of the browser, never its disk; scripts in pages cannot read it. */
const KEY = "seen";

/** The one writer of what was seen of accounts in this session. @returns what forgets all of it */
export function startSeen(): () => Promise<void> {
  const inTurn = serial();
  const { session } = browser.storage;
  const take = async (post: z.infer<typeof seenSchema>, isPrivate: boolean) => {
    const before = readStored(seenFields, (await session.get(KEY))[KEY]).value;
    const now = withKey(before);
    /* A page that made its tags with a key that was forgotten meanwhile is told the new one. */
    const isOurs = post !== null && post.key === now.key && !isPrivate;
    const next = isOurs ? withSeen(now, post) : now;
    if (next !== before) await session.set({ [KEY]: next });
    return listOf(next);
  };
  onMessage("seen", ({ data, sender }) => {
    fromUs(sender, "page");
    const post = z.parse(seenSchema, data);
    return inTurn(() => take(post, sender.tab?.incognito === true));
  });
  /* The key is there before any page is: what a page makes happen by itself writes nothing. */
  void inTurn(() => take(null, false)).catch(() => {});
  return () => inTurn(() => session.remove(KEY));
}
