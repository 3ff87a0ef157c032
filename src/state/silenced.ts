import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Fields } from "./fields.ts";

/** Accounts and posts the user called "bukan kampanye", kept as HMAC-SHA-256 tags, never as names. */
export interface Silenced {
  /** 32 random bytes, hex; made once on this device. */
  key: string;
  /** Tags, oldest first. */
  tags: string[];
}

const isHex = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);

/** Without a good key the tags mean nothing: both must be right. */
export const silencedFields: Fields<Silenced> = {
  key: { or: "", must: "64 hex digits", is: isHex },
  tags: {
    or: [],
    must: "list of 64 hex digits",
    is: (v) => Array.isArray(v) && v.length <= MAX_SILENCED && v.every(isHex),
  },
};

/** Beyond this the oldest posts are forgotten. */
export const MAX_SILENCED = 5_000;

export const newSilenced = (): Silenced => ({ key: bytesToHex(randomBytes(32)), tags: [] });

/** The tag of a silence key ("account:…" or "post:…"). Synchronous: it is looked up during a click. */
export const tagOf = (silenced: Silenced, key: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(silenced.key), utf8ToBytes(key)));

export const isSilenced = (silenced: Silenced, key: string): boolean =>
  silenced.tags.length > 0 && silenced.tags.includes(tagOf(silenced, key));

/** A new value with this key added; the same value where it is there already. */
export function withSilenced(silenced: Silenced, key: string): Silenced {
  const tag = tagOf(silenced, key);
  if (silenced.tags.includes(tag)) return silenced;
  return { ...silenced, tags: [...silenced.tags, tag].slice(-MAX_SILENCED) };
}
