import { browser } from "@wxt-dev/browser";
import { runInSlices } from "../dom/scheduling.ts";
import type { SiteId } from "../domain/vocabulary.ts";
import type { Session } from "../guard/session.ts";
import { onMessage } from "../messaging/messages.ts";
import type { Sender } from "../messaging/transport.ts";
import type { SiteData } from "../sites/adapter.ts";
import { ENGINE_TIMEOUT_MS, waitForEngine } from "./engine-handshake.ts";

/** A guarded document, as the popup asks about it. */
export interface GuardedDocument {
  site: SiteId;
  session: Session;
  /** The site's data that apply now. */
  data(): SiteData;
}

/** The popup names so many of the posts found. */
const MAX_FOUND = 3;

function checkSender(sender: Sender): void {
  if (sender.id !== browser.runtime.id) throw new Error("unknown sender");
}

/** Answers the questions of the popup about this page. Stores nothing. */
export function answerPopup(doc: Document, { site, session, data }: GuardedDocument): void {
  const { signal } = new AbortController();
  onMessage("getState", ({ sender }) => {
    checkSender(sender);
    const found = session.posts().slice(0, MAX_FOUND);
    return {
      ...session.state(),
      found: found.map(({ surface: { author } }) => (author?.name ?? author?.handle ?? "").slice(0, 80)),
    };
  });
  onMessage("reveal", ({ data, sender }) => {
    checkSender(sender);
    session.posts()[data]?.post.scrollIntoView({ block: "center" });
  });
  onMessage("structure", async ({ sender }): Promise<string> => {
    checkSender(sender);
    const { structureReport } = await waitForEngine(ENGINE_TIMEOUT_MS);
    return new Promise((done) => runInSlices(doc, structureReport(doc, site, data()), signal, done, true));
  });
}
