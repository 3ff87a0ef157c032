/** Finds what the page has in the browser's top layer, in the document and in every shadow root. */

/**
 * Everything that browsers paint in the top layer or above it: also fullscreen elements (with a modal dialog open,
 * Chromium's hit test misses them just as it misses popovers), pickers of `<select>` and others that the page may style,
 * and the page itself while a view transition covers it. `:is` forgives what a browser does not know yet.
 */
export const TOP_LAYER =
  ":is(:popover-open,dialog:modal,:fullscreen,:open:not(details,dialog),:active-view-transition)";

/** Top layer elements of the document itself; fast, but without those in shadow roots. */
export const topLayer = (doc: Document): Element[] => [...doc.querySelectorAll(TOP_LAYER)];
