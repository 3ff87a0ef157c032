import { normalise } from "../../text/normalise.ts";
import type { Account } from "../types.ts";

/** What a page shows of an account. */
export interface Shown {
  name?: string | undefined;
  handle?: string | undefined;
  id?: string | undefined;
  url?: string | undefined;
}

/** Host and path without protocol, "www.", "m." and query: two ways to write one address. */
export function plainUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:(?:www|m|web|mobile|id-id)\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

/** Known accounts by site and handle, id, address or, where a page shows nothing else, name. */
export class AccountTable {
  readonly all: readonly Account[];
  readonly #byKey = new Map<string, Account>();
  readonly #byHandle = new Map<string, Account>();
  #byName: Map<string, Account> | undefined;

  constructor(accounts: readonly Account[]) {
    this.all = accounts;
    for (const account of accounts) {
      const { site, handle, siteId, url } = account;
      if (handle) {
        this.#byKey.set(`${site} @${handle.toLowerCase()}`, account);
        if (!this.#byHandle.has(handle.toLowerCase())) this.#byHandle.set(handle.toLowerCase(), account);
      }
      if (siteId) this.#byKey.set(`${site} #${siteId}`, account);
      if (url) this.#byKey.set(`${site} /${plainUrl(url)}`, account);
    }
  }

  /** Names are folded when the first page shows an account by name alone, which few do. */
  #byNameOn(site: string, name: string): Account | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const account of this.all) {
        if (account.name) this.#byName.set(`${account.site} ${normalise(account.name).text}`, account);
      }
    }
    return this.#byName.get(`${site} ${normalise(name).text}`);
  }

  /** The known account that a page shows, if any. `site` "unknown" or "news": any site's handle counts. */
  find(site: string, shown: Shown | undefined): Account | undefined {
    if (shown === undefined) return undefined;
    const handle = shown.handle?.replace(/^@/, "").toLowerCase();
    if (handle) {
      const found = this.#byKey.get(`${site} @${handle}`);
      if (found) return found;
      if (site === "unknown" || site === "news") return this.#byHandle.get(handle);
    }
    if (shown.id) {
      const found = this.#byKey.get(`${site} #${shown.id}`);
      if (found) return found;
    }
    if (shown.url) {
      const found = this.#byKey.get(`${site} /${plainUrl(shown.url)}`);
      if (found) return found;
    }
    return !handle && !shown.id && shown.name ? this.#byNameOn(site, shown.name) : undefined;
  }

  /** The account a text mentions as "@handle", on its own site or any. */
  mentioned(site: string, handle: string): Account | undefined {
    const key = handle.toLowerCase();
    return this.#byKey.get(`${site} @${key}`) ?? this.#byHandle.get(key);
  }
}
