import type { Sender } from "../messaging/transport.ts";
import { siteIdOf } from "../sites/hosts.ts";

/** Required sender: our content script in a guarded page, or a page of the extension. */
export type SenderKind = "page" | "extension";

/** Checks that a message comes from the required sender. @throws for every other one */
export function assertSender(sender: Sender, kind: SenderKind): void {
  if (sender?.id !== browser.runtime.id) throw new Error("message from an unknown sender refused");
  if (kind === "page") {
    const host = sender.url ? new URL(sender.url).hostname : "";
    if (!sender.tab || !siteIdOf(host)) throw new Error("message from an unlisted page refused");
  } else if (!sender.url?.startsWith(browser.runtime.getURL("/" as never)))
    throw new Error("message from outside the extension refused");
}
