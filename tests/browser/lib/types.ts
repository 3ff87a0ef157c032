/** What a browser test can do to a page, the same in Chromium and Firefox. */
import type { BrowserKind } from "../../../scripts/dev/browsers.ts";

export type { BrowserKind };

/** A page to serve under its real address. */
export interface PageSource {
  /** Real address, e.g. "https://www.facebook.com/". */
  url: string;
  html: string;
  /** Put in front of `</body>`. */
  css?: string | undefined;
  /** Script text put right behind `<head>`: runs before everything else of the page. */
  early?: string | undefined;
  /** Script texts put in front of `</body>`, in order. */
  scripts?: readonly string[] | undefined;
  /** The page's last script is answered so late, in ms: until then its parser waits, and the page is "loading". */
  lastScriptAfterMs?: number | undefined;
  /** Further pages for its frames, of this or another host, found by host and path. */
  others?: readonly PageSource[] | undefined;
}

/** One request a page's app made because its user performed an action. */
export interface Performed {
  action: string;
  via: string;
  host: string;
  target?: unknown;
  text?: string;
  reaction?: string;
}

/** Where to point: CSS pixels of the viewport. */
export interface Point {
  x: number;
  y: number;
}

/** A button of the question. `armed`: it takes a click. */
export interface Button {
  name: string;
  armed: boolean;
  at: Point;
  width: number;
  height: number;
}

/** The extension's modal question as it stands in the closed shadow root. */
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
