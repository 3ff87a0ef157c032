/** What a browser test can do to a page, alike in Chromium and Firefox. */
import type { BrowserKind } from "../../../scripts/dev/browsers.ts";

export type { BrowserKind };

/** A page to serve under its real address. */
export interface PageSource {
  /** Real address, e.g. "https://www.facebook.com/". */
  url: string;
  html: string;
  /** Inserted before `</body>`. */
  css?: string | undefined;
  /** Script text inserted right after `<head>`: runs before everything else of the page. */
  early?: string | undefined;
  /** Script texts inserted before `</body>`, in order. */
  scripts?: readonly string[] | undefined;
  /** Delay in ms of the page's last script: until then its parser waits, and the page is "loading". */
  lastScriptAfterMs?: number | undefined;
  /** Further pages for its frames, of this or another host, matched by host and path. */
  others?: readonly PageSource[] | undefined;
}

/** One request of a page's app for an action its user performed. */
export interface Performed {
  action: string;
  via: string;
  host: string;
  target?: unknown;
  text?: string;
  reaction?: string;
}

/** A point in CSS pixels of the viewport. */
export interface Point {
  x: number;
  y: number;
}

/** A button of the question. `armed`: it accepts a click. */
export interface Button {
  name: string;
  armed: boolean;
  at: Point;
  width: number;
  height: number;
}

/** The extension's modal question in its closed shadow root. */
export interface ShownDialog {
  /** All its text, in document order. */
  text: string;
  role: string;
  buttons: readonly Button[];
}

export type AnswerName = "cancel" | "continue" | "not-campaign";
export type WayName = "mouse" | "keyboard" | "touch";

/**
 * An element of the page: a JavaScript expression in the page's own world. `S` stands for the page's slots, resolved
 * when the page was fresh, e.g. `S.posts[0].like` or `document.querySelector("[data-testid=tweetButton]")`.
 */
export type Target = string;

/** Names of the dialog's buttons in both languages of the interface. */
export const BUTTON: Record<AnswerName, RegExp> = {
  cancel: /^(Batal|Cancel)$/,
  continue: /^(Tetap lanjutkan|Continue anyway)$/,
  "not-campaign": /^(Bukan kampanye|Not a campaign|Not campaign)$/,
};
