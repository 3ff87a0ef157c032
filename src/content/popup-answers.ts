import { browser } from "@wxt-dev/browser";
import { runInSlices } from "../dom/scheduling.ts";
import type { SiteId } from "../domain/vocabulary.ts";
import type { PageState } from "../domain/warning.ts";
import type { Session } from "../guard/session.ts";
import { onMessage } from "../messaging/messages.ts";
import type { SiteData } from "../sites/adapter.ts";
import { ENGINE_WITHIN_MS, waitForEngine } from "./engine-handshake.ts";

/** What a guarded document is to those that speak for it. */
export interface GuardedDocument {
  site: SiteId;
  session: Session;
  /** The site's data as they hold now. */
  data(): SiteData;
}

/** Answers what the popup asks of the page it stands over. Keeps nothing. */
export function answerPopup(doc: Document, { site, session, data }: GuardedDocument): void {
  const { signal } = new AbortController();
  onMessage("ask", (message): PageState => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return session.state();
  });
  onMessage("structure", async (message): Promise<string> => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    const { structureOf } = await waitForEngine(ENGINE_WITHIN_MS);
    return new Promise((done) => runInSlices(doc, structureOf(doc, site, data()), signal, done, true));
  });
}
