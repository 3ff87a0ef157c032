import type { Sender } from "../messaging/transport.ts";
import { siteIdOf } from "../sites/hosts.ts";

/** Whose message it must be: our script's on a guarded site, or one of our own pages'. */
export type From = "page" | "popup";

/** Only our own pages and our own script on a guarded site are answered. @throws for all others */
export function fromUs(sender: Sender, where: From): void {
  if (sender?.id !== browser.runtime.id) throw new Error("message from an unknown sender refused");
  if (where === "page") {
    const host = sender.url ? new URL(sender.url).hostname : "";
    if (!sender.tab || !siteIdOf(host)) throw new Error("message from an unlisted page refused");
  } else if (!sender.url?.startsWith(browser.runtime.getURL("/" as never)))
    throw new Error("message from outside the extension refused");
}
