/**
 * A stand-in for a site in one file: a page with two scripts, which contain its slots and the stand-in for its app.
 *
 *   <script type="application/json" data-slots>{ "url": …, "posts": […], "rows": […] }</script>
 *   <script data-app>(() => { __live.start({ … }) })()</script>
 */
export interface StandIn {
  /** The page without these scripts. */
  html: string;
  slots: unknown;
  /** Absent where the stand-in of all pages of the site serves (tests/browser/pages/live). */
  app?: string | undefined;
}

const SLOTS = /<script type="application\/json" data-slots>([\s\S]*?)<\/script>\n?/;
const APP = /<script data-app>([\s\S]*?)<\/script>\n?/;

/** Separates a page from its slots and its app; null if the page contains no slots. */
export function standInOf(page: string): StandIn | null {
  const slots = SLOTS.exec(page)?.[1];
  const app = APP.exec(page)?.[1];
  return slots ? { html: page.replace(SLOTS, "").replace(APP, ""), slots: JSON.parse(slots), app } : null;
}
