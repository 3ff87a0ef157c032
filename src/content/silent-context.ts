/**
 * Stands in for WXT's `ContentScriptContext`, whose constructor dispatches an event on the page's document that bears
 * the extension's id, and which a page can switch off with one forged event of that name (docs/security.md, class 1).
 * The guard is driven by its own AbortController, so nothing of it is needed. wxt.config.ts puts it in its place; the
 * test "content script neither announces itself nor hears a forged start" keeps it there.
 */
export class ContentScriptContext {
  readonly contentScriptName: string;
  constructor(contentScriptName: string) {
    this.contentScriptName = contentScriptName;
  }
}
