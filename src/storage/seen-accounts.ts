import { type Fields, isList } from "./fields.ts";
import { isHex, newKey, tagOf } from "./silenced.ts";

/**
 * Accounts that were seen to call to vote while the contest runs, for one session of the browser: HMAC-SHA-256 tags of
 * accounts and posts under a key of that session; never a name, never a text.
 */
export interface Seen {
  /** 64 hex digits, made anew each session; "" before the first post. */
  key: string;
  /** Tag of the account, then the tags of its posts, at most `ENOUGH`; newest account last. */
  accounts: string[][];
}

/** So many posts make a campaign account. */
export const ENOUGH = 3;
/** Beyond this the accounts seen longest ago are forgotten. */
export const MAX_SEEN = 500;

export const NO_SEEN: Seen = { key: "", accounts: [] };

export const seenFields: Fields<Seen> = {
  key: { or: "", must: "64 hex digits", is: (v) => v === "" || isHex(v) },
  accounts: {
    or: [],
    must: "lists of tags",
    is: (v) => isList(v, MAX_SEEN, (one) => isList(one, ENOUGH + 1, isHex) && (one as unknown[]).length >= 2),
  },
};

/** A post by its tags. */
export interface SeenPost {
  account: string;
  post: string;
}

/** What pages look accounts up in. */
export interface SeenList {
  key: string;
  /** Tags of the accounts that count as a campaign's. */
  campaign: string[];
}

/** The value to go on with: with a key. */
export const withKey = (seen: Seen): Seen => (seen.key ? seen : { ...NO_SEEN, key: newKey() });

/** With one more post; a post counts once, and an account that has enough needs no more. */
export function withSeen(seen: Seen, { account, post }: SeenPost): Seen {
  const before = seen.accounts.find(([tag]) => tag === account) ?? [account];
  if (before.length > ENOUGH || before.indexOf(post, 1) > 0) return seen;
  const others = seen.accounts.filter((one) => one !== before);
  return { ...seen, accounts: [...others, [...before, post]].slice(-MAX_SEEN) };
}

export const listOf = ({ key, accounts }: Seen): SeenList => ({
  key,
  campaign: accounts.flatMap(([account, ...posts]) => (posts.length >= ENOUGH ? [account!] : [])),
});

/** A post shows less of its text until it is unfolded: what it begins with names it. */
const BEGINNING = 80;

/** The tags of a post under a key. */
export async function tagsOf(key: string, account: string, text: string): Promise<SeenPost> {
  const begins = text.replace(/\s+/g, " ").trim().slice(0, BEGINNING);
  const [tag, post] = await Promise.all([tagOf({ key }, account), tagOf({ key }, `${account} ${begins}`)]);
  return { account: tag, post };
}
