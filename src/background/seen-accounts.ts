import * as z from "zod/mini";
import { SITE_IDS, type SiteId } from "../domain/sites.ts";
import { onMessage } from "../messaging/messages.ts";
import { seenPostSchema } from "../messaging/schemas.ts";
import { readStored } from "../storage/fields.ts";
import { seenFields, seenListOf, withKey, withSeen } from "../storage/seen-accounts.ts";
import { makePageRates } from "./page-limits.ts";
import { siteOfPage } from "./sender.ts";
import { serialQueue } from "./serial.ts";

/**
 * Key in `storage.session`, which is in memory, never on disk; content scripts cannot read it. Each site has its own, so
 * that its pages neither learn of nor change what was seen elsewhere.
 */
const keyOf = (site: SiteId): string => `seenAccounts ${site}`;

/** The only writer of the accounts seen in this session. @returns a function that deletes all of them */
export function startSeenAccounts(): () => Promise<void> {
  const enqueue = serialQueue();
  const { session } = browser.storage;
  const mayStill = makePageRates(() => Date.now());
  const take = async (site: SiteId, post: z.infer<typeof seenPostSchema>, isPrivate: boolean) => {
    const key = keyOf(site);
    const before = readStored(seenFields, (await session.get(key))[key]).value;
    const now = withKey(before);
    /* A page whose key was deleted meanwhile gets the new one; its post is not counted. */
    const isCounted = post !== null && post.key === now.key && !isPrivate && mayStill(site, "seen");
    const next = isCounted ? withSeen(now, post) : now;
    if (next !== before) await session.set({ [key]: next });
    return seenListOf(next);
  };
  onMessage("seenPost", ({ data, sender }) => {
    const site = siteOfPage(sender);
    const post = z.parse(seenPostSchema, data);
    return enqueue(() => take(site, post, sender.tab?.incognito === true));
  });
  /* Creates the keys before any page needs one: a page that only asks for the list must not cause a write. */
  void enqueue(async () => {
    for (const site of SITE_IDS) await take(site, null, false);
  }).catch(() => {});
  return () => enqueue(() => session.remove(SITE_IDS.map(keyOf)));
}
