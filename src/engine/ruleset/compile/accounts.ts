import { normalise } from "../../text/normalise.ts";
import type { Account } from "../schema/index.ts";

/** What a page shows of an account. */
export interface ShownAccount {
  name?: string | undefined;
  handle?: string | undefined;
  id?: string | undefined;
  url?: string | undefined;
}

/** Host and path without protocol, "www.", "m." and query, so that variants of one address compare equal. */
function plainUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:(?:www|m|web|mobile|id-id)\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

/** Listed accounts by site and handle, id, address or, if a page shows nothing else, name. */
export class AccountTable {
  readonly #all: () => readonly Account[];
  readonly #onSite: (site: string) => readonly Account[];
  /** A page needs only its own site, so keys are built per site on demand. */
  readonly #bySite = new Map<string, Map<string, Account>>();
  #byHandle: Map<string, Account> | undefined;
  #byName: Map<string, Account> | undefined;

  /** @param onSite accounts of one site, in the same order. */
  constructor(all: () => readonly Account[], on: (site: string) => readonly Account[]) {
    this.#all = all;
    this.#onSite = on;
  }

  get all(): readonly Account[] {
    return this.#all();
  }

  #keysOnSite(site: string): ReadonlyMap<string, Account> {
    let keys = this.#bySite.get(site);
    if (keys === undefined) {
      keys = new Map();
      for (const account of this.#onSite(site)) {
        const { handle, siteId, url } = account;
        if (handle) keys.set(`@${handle.toLowerCase()}`, account);
        if (siteId) keys.set(`#${siteId}`, account);
        if (url) keys.set(`/${plainUrl(url)}`, account);
      }
      this.#bySite.set(site, keys);
    }
    return keys;
  }

  /** First account with this handle on any site. */
  #byHandleOnAnySite(handle: string): Account | undefined {
    if (this.#byHandle === undefined) {
      this.#byHandle = new Map();
      for (const account of this.all) {
        const key = account.handle?.toLowerCase();
        if (key && !this.#byHandle.has(key)) this.#byHandle.set(key, account);
      }
    }
    return this.#byHandle.get(handle);
  }

  /** Names are folded only when a page first shows an account by name alone, which is rare. */
  #byNameOnSite(site: string, name: string): Account | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const account of this.all) {
        if (account.name) this.#byName.set(`${account.site} ${normalise(account.name).text}`, account);
      }
    }
    return this.#byName.get(`${site} ${normalise(name).text}`);
  }

  /** The listed account that a page shows, if any. For the sites "unknown" and "news" a handle of any site counts. */
  find(site: string, shown: ShownAccount | undefined): Account | undefined {
    if (shown === undefined) return undefined;
    const keys = this.#keysOnSite(site);
    // If a page shows only the handle, readers pass it as the name.
    const handle = (shown.handle || (shown.id ? "" : shown.name))?.replace(/^@/, "").toLowerCase();
    if (handle) {
      const found = keys.get(`@${handle}`);
      if (found) return found;
      if (site === "unknown" || site === "news") return this.#byHandleOnAnySite(handle);
    }
    if (shown.id) {
      const found = keys.get(`#${shown.id}`);
      if (found) return found;
    }
    if (shown.url) {
      const found = keys.get(`/${plainUrl(shown.url)}`);
      if (found) return found;
    }
    return !shown.handle && !shown.id && shown.name ? this.#byNameOnSite(site, shown.name) : undefined;
  }

  /** The account that a text mentions as "@handle", on its own site or any other. */
  findMentioned(site: string, handle: string): Account | undefined {
    const key = handle.toLowerCase();
    return this.#keysOnSite(site).get(`@${key}`) ?? this.#byHandleOnAnySite(key);
  }
}
