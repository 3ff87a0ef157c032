/** True in a frame inside another site's page, where a question could be covered or too small to be read. */
export function isForeignFrame(doc: Document): boolean {
  const view = doc.defaultView;
  try {
    return !view || view.top?.location.origin !== view.location.origin;
  } catch {
    return true;
  }
}
