/**
 * A stand-in for a site in one file: a page, and in two scripts of it what the tests know of it and how its app acts.
 *
 *   <script type="application/json" data-slots>{ "url": …, "posts": […], "rows": […] }</script>
 *   <script data-app>(() => { __live.start({ … }) })()</script>
 */
export interface StandIn {
  /** The page without the two. */
  html: string;
  slots: unknown;
  app: string;
}

const SLOTS = /<script type="application\/json" data-slots>([\s\S]*?)<\/script>\n?/;
const APP = /<script data-app>([\s\S]*?)<\/script>\n?/;

/** Takes a page apart that brings its slots and its app along; null where it brings none. */
export function standInOf(page: string): StandIn | null {
  const slots = SLOTS.exec(page)?.[1];
  const app = APP.exec(page)?.[1];
  return slots && app
    ? { html: page.replace(SLOTS, "").replace(APP, ""), slots: JSON.parse(slots), app }
    : null;
}
