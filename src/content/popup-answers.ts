import { browser } from "@wxt-dev/browser";
import type { Session } from "../guard/session.ts";
import { inSlices } from "../guard/slices.ts";
import type { PageState } from "../guard/types.ts";
import { onMessage } from "../messaging/messages.ts";
import { structureOf } from "../sites/structure.ts";
import type { SiteData } from "../sites/types.ts";
import type { SiteId } from "../words.ts";

/** Answers what the popup asks of the page it stands over. Keeps nothing. */
export function answerPopup(
  doc: Document,
  site: SiteId,
  data: () => SiteData,
  session: Pick<Session, "state">,
  signal: AbortSignal,
): void {
  onMessage("ask", (message): PageState => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return session.state();
  });
  onMessage("structure", (message): Promise<string> => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return new Promise((done) => inSlices(doc, structureOf(doc, site, data()), signal, done, true));
  });
}
