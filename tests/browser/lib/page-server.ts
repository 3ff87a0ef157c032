/** The server side of a test page: its answers, the performed actions, the stray requests. */
import type { PageSource, Performed } from "./types.ts";

export interface PageRequest {
  url: string;
  method: string;
  body: string | undefined;
  /** True for the document of the tab itself. */
  top: boolean;
}

export type Reply = { status: number; type: string; body: string; afterMs?: number } | "abort";

/** The script for which a page's parser waits. */
const LAST_SCRIPT = "/__last.js";

export class PageServer {
  /** Requests of the page's app, one for each performed action. */
  readonly performed: Performed[] = [];
  /** All other requests, which are refused. */
  readonly stray: string[] = [];
  #page: PageSource | undefined;
  readonly #html = new Map<string, string>();
  /** Host and path of pages that frames may request as well. */
  #others = new Set<string>();
  /** Hosts whose apps perform actions. */
  #hosts = new Set<string>();

  show(page: PageSource): void {
    this.#page = page;
    this.#html.clear();
    const all = [page, ...(page.others ?? [])];
    this.#others = new Set((page.others ?? []).map((one) => placeOf(new URL(one.url))));
    this.#hosts = new Set(all.map((one) => new URL(one.url).hostname));
    for (const one of all) this.#html.set(placeOf(new URL(one.url)), withInjected(one));
    this.performed.length = 0;
    this.stray.length = 0;
  }

  /** The browser's own schemes (`data:`, `blob:`, `chrome-extension:` …) never come here. */
  answer(request: PageRequest): Reply {
    const url = new URL(request.url);
    const host = this.#page ? new URL(this.#page.url).hostname : "";
    if (url.pathname === "/__action" && this.#hosts.has(url.hostname)) {
      this.performed.push({ ...parsed(request.body), host: url.hostname });
      return { status: 200, type: "application/json", body: '{"ok":true}' };
    }
    /* Sent by the tests themselves (`performedByNextTurn`). */
    if (url.pathname === "/__turn") return { status: 200, type: "text/plain", body: "" };
    const inFrame = !request.top && this.#others.has(placeOf(url));
    if ((request.top && url.hostname === host) || inFrame) {
      const body = this.#html.get(placeOf(url)) ?? this.#html.values().next().value ?? "";
      return { status: 200, type: "text/html; charset=utf-8", body };
    }
    if (url.pathname === LAST_SCRIPT && url.hostname === host && this.#page?.lastScriptAfterMs)
      return { status: 200, type: "text/javascript", body: "", afterMs: this.#page.lastScriptAfterMs };
    if (url.pathname !== "/favicon.ico") this.stray.push(request.url);
    return "abort";
  }
}

const placeOf = ({ hostname, pathname }: URL): string => hostname + pathname;

function parsed(body: string | undefined): { action: string; via: string } {
  try {
    return JSON.parse(body ?? "{}") as { action: string; via: string };
  } catch {
    return { action: "unreadable", via: "" };
  }
}

function withInjected(page: PageSource): string {
  const early = page.early ? `<script>${page.early.replace(/<\/script/gi, "<\\/script")}</script>` : "";
  const css = page.css ? `<style data-test>${page.css}</style>` : "";
  const scripts = (page.scripts ?? []).map(
    (text) => `<script>${text.replace(/<\/script/gi, "<\\/script")}</script>`,
  );
  const last = page.lastScriptAfterMs ? `<script src="${LAST_SCRIPT}"></script>` : "";
  const all = css + scripts.join("") + last;
  const html = early ? page.html.replace(/<head[^>]*>/i, (head) => head + early) : page.html;
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end < 0 ? html + all : html.slice(0, end) + all + html.slice(end);
}
