import { fromHex, toHex } from "../domain/encoding.ts";
import { type Fields, isList } from "./fields.ts";

/** Accounts and posts that the user answered "Bukan kampanye" for, stored as HMAC-SHA-256 tags, never as names. */
export interface Silenced {
  /** 32 random bytes, hex; created once on this device. Without the device's secret it makes no tag. */
  key: string;
  /** Tags, oldest first. */
  tags: string[];
  /** Where and when each tag was made, newest last: all that the settings can show. If it is damaged, the tags stay. */
  origins: AnswerOrigin[];
}

/** Where and when an answer was given. */
export interface AnswerOrigin {
  /** Host name, without "www." and the like. */
  host: string;
  /** Local day, ISO. */
  day: string;
}

/** True for a key or a tag. */
export const isHex = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);

const isOrigin = (v: unknown): boolean => {
  const { host, day, ...more } = (v ?? {}) as Record<string, unknown>;
  return (
    typeof host === "string" &&
    host.length <= 100 &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(day)) &&
    Object.keys(more).length === 0
  );
};

/** Without a valid key the tags mean nothing. */
export const silencedFields: Fields<Silenced> = {
  key: { or: "", must: "64 hex digits", is: isHex },
  tags: {
    or: [],
    must: "tags",
    is: (v) => isList(v, MAX_SILENCED, isHex),
  },
  origins: {
    or: [],
    must: "hosts and days",
    is: (v) => isList(v, MAX_SILENCED, isOrigin),
  },
};

/** Most tags that are stored; beyond it the oldest are dropped. */
export const MAX_SILENCED = 5_000;

/** A secret of this device, never sent anywhere. */
export const newKey = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)));

export const newSilenced = (): Silenced => ({
  key: newKey(),
  tags: [],
  origins: [],
});

/** The tag of a silence key ("account:…" or "post:…"). */
export async function tagOf(secretOf: Partial<Silenced> & { key: string }, key: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", fromHex(secretOf.key), algorithm, false, ["sign"]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(key))));
}

/** The tag of an account or post under a stored key and the secret that is stored elsewhere (64 hex digits). */
export const tagUnder = (stored: { key: string }, secret: string, subject: string): Promise<string> =>
  tagOf({ key: secret + stored.key }, subject);

/** Adds a silence key. Returns the value itself if it contains the key already. */
export async function withSilenced(
  silenced: Silenced,
  secret: string,
  key: string,
  origin: AnswerOrigin,
): Promise<Silenced> {
  const tag = await tagUnder(silenced, secret, key);
  if (silenced.tags.includes(tag)) return silenced;
  return {
    ...silenced,
    tags: [...silenced.tags, tag].slice(-MAX_SILENCED),
    origins: [...silenced.origins, origin].slice(-MAX_SILENCED),
  };
}

/** All tags with their origins, oldest first. If there are fewer origins than tags, they belong to the newest tags. */
export function listTags({ tags, origins }: Silenced): { tag: string; origin: AnswerOrigin | undefined }[] {
  const from = tags.length - origins.length;
  return tags.map((tag, at) => ({ tag, origin: origins[at - from] }));
}

/** Removes one tag: its account or post is asked about again. */
export function withoutTag(silenced: Silenced, tag: string): Silenced {
  const remaining = listTags(silenced).filter((one) => one.tag !== tag);
  return {
    ...silenced,
    tags: remaining.map((one) => one.tag),
    origins: remaining.flatMap((one) => one.origin ?? []),
  };
}

/** A host name for display: without "www." and similar prefixes. */
export const displayHost = (hostname: string): string =>
  hostname.replace(/^(www|web|m|mobile|mbasic)\./, "").slice(0, 100);

/**
 * Silenced accounts and posts, available while a click is handled. WebCrypto is asynchronous, so the result is
 * `undefined` until `lookUp` has computed the tag (under a millisecond); posts are looked up as they are read.
 */
export class SilenceLookup {
  readonly #value: Silenced;
  readonly #secret: () => Promise<string>;
  readonly #results = new Map<string, boolean>();

  constructor(value: Silenced, secret: () => Promise<string>) {
    this.#value = value;
    this.#secret = secret;
  }

  /** True if it was made from a value with the same tags: then everything looked up so far is still valid. */
  hasTagsOf({ key, tags }: Silenced): boolean {
    const now = this.#value;
    return key === now.key && tags.length === now.tags.length && tags.at(-1) === now.tags.at(-1);
  }

  has(key: string): boolean | undefined {
    return this.#results.get(key) ?? (this.#value.tags.length === 0 ? false : undefined);
  }

  /** Never throws: without the secret the question is asked. */
  async lookUp(keys: readonly string[]): Promise<void> {
    if (this.#value.tags.length === 0) return;
    if (this.#results.size > 5_000) this.#results.clear();
    await Promise.all(
      keys.map(async (key) => {
        const tag = await this.#secret().then(
          (secret) => tagUnder(this.#value, secret, key),
          () => "",
        );
        this.#results.set(key, this.#value.tags.includes(tag));
      }),
    );
  }
}
