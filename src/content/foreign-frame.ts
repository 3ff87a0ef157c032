/**
 * True in a frame inside another site's page, where a question could be covered or too small to be read. A frame without an
 * address of its own (`srcdoc`, about:blank) has the origin of the page that made it, which its address does not tell.
 */
export function isForeignFrame(doc: Document): boolean {
  const view = doc.defaultView;
  try {
    return !view || view.top?.origin !== view.origin;
  } catch {
    return true;
  }
}
