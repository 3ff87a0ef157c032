import type { GuardUi } from "../guard/overlay-port.ts";
import type { MakeSite, SiteData } from "../sites/adapter.ts";
import { isForeignFrame } from "./foreign-frame.ts";
import { whenGuardCame } from "./guard-handshake.ts";
import { noSeenAccounts } from "./nothing-seen.ts";
import { askRemotely } from "./remote-question.ts";

const none = (): never => {
  throw new Error("no question is drawn in a foreign frame");
};

/** Draws nothing: in a frame inside another site's page it could be covered or too small to be read. */
const noUi: GuardUi = {
  question: none,
  tools: none,
  prewarm: null,
  mark: () => () => {},
  toast: null,
  strip: () => () => {},
};

/**
 * Guards a site's plugin or embedded post inside another site's page, and does nothing elsewhere. Part of the embeds' own
 * scripts: no other page asks remotely.
 */
export function guardEmbed(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || !isForeignFrame(doc)) return;
  whenGuardCame(({ startGuarded }) =>
    startGuarded(doc, make, data, { ui: noUi, askRemotely, makeSeen: noSeenAccounts }),
  );
}
