import type { Plugin } from "vite";

const SHEET = /[ \t]*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>\n?/g;

/**
 * Inlines the popup's style sheets: two fetches fewer before the first paint, about 16 ms of 120 measured side by side
 * in Chromium (November 2026). Other pages keep their links, which the browser caches.
 */
export function inlineStyles(page: string): Plugin {
  return {
    name: "jaga-netral:inline-styles",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const html = Object.values(bundle).find((one) => one.fileName.endsWith(page));
        if (html?.type !== "asset") return;
        html.source = String(html.source).replace(SHEET, (link, file: string) => {
          const sheet = bundle[file];
          return sheet?.type === "asset" ? `<style>${String(sheet.source)}</style>\n` : link;
        });
      },
    },
  };
}
