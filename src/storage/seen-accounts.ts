import { type Fields, isList } from "./fields.ts";
import { isHex, newKey, tagOf } from "./silenced.ts";

/**
 * Accounts seen calling to vote while their contest runs, for one session of the browser: HMAC-SHA-256 tags of accounts
 * and posts under a key of that session, never a name or a text.
 */
export interface Seen {
  /** 64 hex digits, new each session; "" before the first post. */
  key: string;
  /** Tag of the account, then the tags of its posts, at most `MIN_POSTS`; newest account last. */
  accounts: string[][];
}

/** Fewest posts that make an account count as a campaign account. */
export const MIN_POSTS = 3;
/** Most accounts that are stored; beyond it those seen longest ago are dropped. */
export const MAX_SEEN = 500;

export const NO_SEEN: Seen = { key: "", accounts: [] };

export const seenFields: Fields<Seen> = {
  key: { or: "", must: "64 hex digits", is: (v) => v === "" || isHex(v) },
  accounts: {
    or: [],
    must: "lists of tags",
    is: (v) =>
      isList(v, MAX_SEEN, (one) => isList(one, MIN_POSTS + 1, isHex) && (one as unknown[]).length >= 2),
  },
};

/** The tags of a post and its account. */
export interface SeenPost {
  account: string;
  post: string;
}

/** The list in which pages look up accounts. */
export interface SeenList {
  key: string;
  /** Tags of the accounts that count as campaign accounts. */
  campaign: string[];
}

/** The value, with a new key if it has none. */
export const withKey = (seen: Seen): Seen => (seen.key ? seen : { ...NO_SEEN, key: newKey() });

/** Adds a post. A post counts once, and an account with `MIN_POSTS` posts needs no more. */
export function withSeen(seen: Seen, { account, post }: SeenPost): Seen {
  const before = seen.accounts.find(([tag]) => tag === account) ?? [account];
  if (before.length > MIN_POSTS || before.indexOf(post, 1) > 0) return seen;
  const others = seen.accounts.filter((one) => one !== before);
  return { ...seen, accounts: [...others, [...before, post]].slice(-MAX_SEEN) };
}

export const seenListOf = ({ key, accounts }: Seen): SeenList => ({
  key,
  campaign: accounts.flatMap(([account, ...posts]) => (posts.length >= MIN_POSTS ? [account!] : [])),
});

/** A folded post shows only the beginning of its text, so the beginning alone identifies a post. */
const PREFIX_LENGTH = 80;

/** The tags of a post and its account under a key. */
export async function tagsOf(key: string, account: string, text: string): Promise<SeenPost> {
  const prefix = text.replace(/\s+/g, " ").trim().slice(0, PREFIX_LENGTH);
  const [tag, post] = await Promise.all([tagOf({ key }, account), tagOf({ key }, `${account} ${prefix}`)]);
  return { account: tag, post };
}
