import type { GuardUi } from "../guard/overlay-port.ts";
import type { MakeSite, SiteData } from "../sites/adapter.ts";
import { isForeignFrame, startGuarded } from "./bootstrap.ts";
import { nothingSeen } from "./nothing-seen.ts";
import { askElsewhere } from "./remote-question.ts";

/** Nothing is drawn in a frame inside another site's page: it could be covered there, or too small to be seen. */
const unseen: GuardUi = {
  question: () => {
    throw new Error("no question is drawn in a foreign frame");
  },
  prewarm: null,
  mark: () => () => {},
  toast: null,
  strip: () => () => {},
};

/** Starts the guard in a site's plugin or embedded post inside another site's page; nowhere else. */
export function startEmbed(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || !isForeignFrame(doc)) return;
  startGuarded(doc, make, data, { ui: unseen, askRemotely: askElsewhere, makeSeen: nothingSeen });
}
