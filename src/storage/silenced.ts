import { fromHex, toHex } from "../domain/encoding.ts";
import { type Fields, isList } from "./fields.ts";

/** Accounts and posts the user called "bukan kampanye", kept as HMAC-SHA-256 tags, never as names. */
export interface Silenced {
  /** 32 random bytes, hex; made once on this device. */
  key: string;
  /** Tags, oldest first. */
  tags: string[];
  /** Where and when each tag was made, newest last: all that can be shown of them. Damaged, it is empty; the tags stay. */
  where: Where[];
}

export interface Where {
  /** Host name, without "www." and the like. */
  host: string;
  /** ISO day. */
  day: string;
}

/** Is this a key or a tag? */
export const isHex = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);

const isWhere = (v: unknown): boolean => {
  const { host, day, ...more } = (v ?? {}) as Record<string, unknown>;
  return (
    typeof host === "string" &&
    host.length <= 100 &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(day)) &&
    Object.keys(more).length === 0
  );
};

/** Without a good key the tags mean nothing: both must be right. */
export const silencedFields: Fields<Silenced> = {
  key: { or: "", must: "64 hex digits", is: isHex },
  tags: {
    or: [],
    must: "list of 64 hex digits",
    is: (v) => isList(v, MAX_SILENCED, isHex),
  },
  where: {
    or: [],
    must: "list of host and day",
    is: (v) => isList(v, MAX_SILENCED, isWhere),
  },
};

/** Beyond this the oldest are forgotten. */
export const MAX_SILENCED = 5_000;

/** A secret of this device, never sent anywhere. */
export const newKey = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)));

export const newSilenced = (): Silenced => ({
  key: newKey(),
  tags: [],
  where: [],
});

/** The tag of a silence key ("account:…" or "post:…"). */
export async function tagOf(secretOf: Partial<Silenced> & { key: string }, key: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", fromHex(secretOf.key), algorithm, false, ["sign"]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(key))));
}

/** A new value with this key added; the same value where it is there already. */
export async function withSilenced(silenced: Silenced, key: string, where: Where): Promise<Silenced> {
  const tag = await tagOf(silenced, key);
  if (silenced.tags.includes(tag)) return silenced;
  return {
    ...silenced,
    tags: [...silenced.tags, tag].slice(-MAX_SILENCED),
    where: [...silenced.where, where].slice(-MAX_SILENCED),
  };
}

/** What can be shown of the tags, oldest first. The list of places may be shorter: it is as new as the newest tags. */
export function shownTags({ tags, where }: Silenced): { tag: string; where: Where | undefined }[] {
  const from = tags.length - where.length;
  return tags.map((tag, at) => ({ tag, where: where[at - from] }));
}

/** Without one tag: what was silenced by it is asked about again. */
export function withoutTag(silenced: Silenced, tag: string): Silenced {
  const left = shownTags(silenced).filter((one) => one.tag !== tag);
  return {
    ...silenced,
    tags: left.map((one) => one.tag),
    where: left.flatMap((one) => one.where ?? []),
  };
}

/** The name of a host as it is shown: without "www." and the like. */
export const shownHost = (hostname: string): string =>
  hostname.replace(/^(www|web|m|mobile|mbasic)\./, "").slice(0, 100);

/**
 * Answers "is this silenced?" during a click. WebCrypto answers later, so a key seen for the first time is `undefined`
 * until `learn` has looked it up (under a millisecond); a page's posts are looked up as they are read.
 */
export class SilenceBook {
  readonly #value: Silenced;
  readonly #known = new Map<string, boolean>();

  constructor(value: Silenced) {
    this.#value = value;
  }

  /** Does it answer by this value already? Then what was looked up need not be looked up again. */
  holds({ key, tags }: Silenced): boolean {
    const now = this.#value;
    return key === now.key && tags.length === now.tags.length && tags.at(-1) === now.tags.at(-1);
  }

  has(key: string): boolean | undefined {
    return this.#known.get(key) ?? (this.#value.tags.length === 0 ? false : undefined);
  }

  async learn(keys: readonly string[]): Promise<void> {
    if (this.#known.size > 5_000) this.#known.clear();
    await Promise.all(
      keys.map(async (key) => {
        const tag = await tagOf(this.#value, key);
        this.#known.set(key, this.#value.tags.includes(tag));
      }),
    );
  }
}
