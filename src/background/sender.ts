import type { SiteId } from "../domain/sites.ts";
import type { Sender } from "../messaging/transport.ts";
import { siteIdOf } from "../sites/hosts.ts";

/** Checks that a message comes from a page of the extension. @throws for every other sender */
export function assertExtension(sender: Sender): void {
  assertOurs(sender);
  if (!sender.url?.startsWith(browser.runtime.getURL("/" as never)))
    throw new Error("message from outside the extension refused");
}

/** Checks that a message comes from our content script in a guarded page. @returns its site @throws for every other sender */
export function siteOfPage(sender: Sender): SiteId {
  assertOurs(sender);
  const site = sender.tab && (siteAt(sender.url) ?? siteAt(sender.origin));
  if (!site) throw new Error("message from an unlisted page refused");
  return site;
}

function assertOurs(sender: Sender): void {
  if (sender?.id !== browser.runtime.id) throw new Error("message from an unknown sender refused");
}

/** An empty frame has no address of its own, but the origin of the page that made it. */
const siteAt = (address: string | undefined): SiteId | null =>
  address && URL.canParse(address) ? siteIdOf(new URL(address).hostname) : null;
