/**
 * Replaces WXT's `ContentScriptContext`, whose constructor dispatches an event with the extension's id on the page's
 * document, and which a page can switch off with one forged event of that name (docs/security.md, class 1). The guard
 * has its own AbortController and needs nothing of it. wxt.config.ts replaces it; the test "content script neither
 * announces itself nor hears a forged start" makes sure that it stays replaced.
 */
export class ContentScriptContext {}
