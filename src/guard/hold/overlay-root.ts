/**
 * The only element the guard adds to a page: a `<div>` without attributes at the end of `<html>`, with a closed shadow
 * root. It is in the page only while a question, mark or toast is shown (docs/security.md, classes 1, 3, 9).
 */
export interface GuardRoot {
  host: HTMLElement;
  root: ShadowRoot;
  /** Called with each event of `PAGE_EVENTS` that the window hears; whatever is shown adds itself. */
  heard: Set<(event: Event) => void>;
  /** Puts the host (back) at the end of `<html>`. */
  attach(): void;
  detach(): void;
  /** False when the page removed the host, or moved it into an element that it can hide. */
  inPlace(): boolean;
  /** True between `attach` and `detach`, even if the page removed the host meanwhile. */
  shown(): boolean;
}

/**
 * What changes how a question is seen. Heard from the start of the document: a page's own listener, if it came first,
 * could keep these events from ours.
 */
export const PAGE_EVENTS = [
  "beforetoggle",
  "fullscreenchange",
  "visibilitychange",
  "focus",
  "resize",
] as const;

/*
 * `!important` inside a shadow tree beats `!important` of the page, inline styles included. `all` sets opacity, visibility,
 * filters and the like to what they are without any style.
 */
const HOST_CSS =
  ":host{all:initial;display:block;position:absolute;top:0;left:0;width:0;height:0;z-index:2147483647;}".replace(
    /;/g,
    "!important;",
  );

export function guardRoot(doc: Document): GuardRoot {
  const host = doc.createElement("div");
  const root = host.attachShadow({ mode: "closed", delegatesFocus: false });
  addStyle(root, HOST_CSS);
  let shown = false;
  const inPlace = () => host.parentNode === doc.documentElement;
  return {
    host,
    root,
    heard: new Set(),
    inPlace,
    shown: () => shown,
    attach: () => {
      shown = true;
      if (!inPlace()) doc.documentElement.append(host);
    },
    detach: () => {
      if (shown) host.remove();
      shown = false;
    },
  };
}

/** Constructed sheets pass a page's CSP; Firefox refuses them across worlds, but allows our script's `<style>`. */
function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
