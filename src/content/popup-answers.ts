import { browser } from "@wxt-dev/browser";
import { runInSlices } from "../dom/scheduling.ts";
import type { SiteId } from "../domain/vocabulary.ts";
import type { PageState } from "../domain/warning.ts";
import type { Session } from "../guard/session.ts";
import { onMessage } from "../messaging/messages.ts";
import type { SiteData } from "../sites/adapter.ts";
import { ENGINE_TIMEOUT_MS, waitForEngine } from "./engine-handshake.ts";

/** A guarded document, as the popup asks about it. */
export interface GuardedDocument {
  site: SiteId;
  session: Session;
  /** The site's data that apply now. */
  data(): SiteData;
}

/** Answers the questions of the popup about this page. Stores nothing. */
export function answerPopup(doc: Document, { site, session, data }: GuardedDocument): void {
  const { signal } = new AbortController();
  onMessage("getState", (message): PageState => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return session.state();
  });
  onMessage("structure", async (message): Promise<string> => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    const { structureReport } = await waitForEngine(ENGINE_TIMEOUT_MS);
    return new Promise((done) => runInSlices(doc, structureReport(doc, site, data()), signal, done, true));
  });
}
