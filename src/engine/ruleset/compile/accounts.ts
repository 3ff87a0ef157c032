import { normalise } from "../../text/normalise.ts";
import type { Account } from "../schema/index.ts";

/** What a page shows of an account. */
export interface ShownAccount {
  name?: string | undefined;
  handle?: string | undefined;
  id?: string | undefined;
  url?: string | undefined;
}

/** Host and path without protocol, "www.", "m." and query: two ways to write one address. */
function plainUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:(?:www|m|web|mobile|id-id)\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

/** Known accounts by site and handle, id, address or, where a page shows nothing else, name. */
export class AccountTable {
  readonly #all: () => readonly Account[];
  readonly #onSite: (site: string) => readonly Account[];
  /** A page asks for its own site only; keys are made for the sites that are asked for. */
  readonly #bySite = new Map<string, Map<string, Account>>();
  #byHandle: Map<string, Account> | undefined;
  #byName: Map<string, Account> | undefined;

  /** @param on those of one site, in the same order. */
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

  /** The first account of a handle on any site. */
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

  /** Names are folded when the first page shows an account by name alone, which few do. */
  #byNameOnSite(site: string, name: string): Account | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const account of this.all) {
        if (account.name) this.#byName.set(`${account.site} ${normalise(account.name).text}`, account);
      }
    }
    return this.#byName.get(`${site} ${normalise(name).text}`);
  }

  /** The known account that a page shows, if any. `site` "unknown" or "news": any site's handle counts. */
  find(site: string, shown: ShownAccount | undefined): Account | undefined {
    if (shown === undefined) return undefined;
    const keys = this.#keysOnSite(site);
    // Where a page shows the handle alone, readers hand it over as the name.
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

  /** The account a text mentions as "@handle", on its own site or any. */
  findMentioned(site: string, handle: string): Account | undefined {
    const key = handle.toLowerCase();
    return this.#keysOnSite(site).get(`@${key}`) ?? this.#byHandleOnAnySite(key);
  }
}
