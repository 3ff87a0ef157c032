import puppeteer, { type Browser, type HTTPRequest, type Page } from "puppeteer-core";
import { ensureBrowser } from "../../../scripts/browsers.ts";
import { type CountingProxy, countingProxy } from "./proxy.ts";
import { buttonsOf, HOSTS, openDialog, type SeenNode, textOf } from "./shadow.ts";
import type { Point, ShownDialog } from "./types.ts";
import { pause, type RawPage, Visit } from "./visit.ts";

/** A node as WebDriver BiDi serialises it. */
interface BidiNode {
  sharedId: string;
  value: {
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

type BidiResult = { type: string; result?: { value?: unknown } };
/** Puppeteer keeps the raw BiDi connection on the browser object without typing it. */
type WithConnection = {
  connection: { send(method: string, params: object): Promise<{ result: BidiResult }> };
};

export interface FirefoxOptions {
  extension?: string | undefined;
  headless?: boolean;
  viewport?: { width: number; height: number };
  /** Further preferences. */
  prefs?: Record<string, unknown>;
}

export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxVisit> {
  const proxy = await countingProxy();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: await ensureBrowser("firefox"),
    headless: options.headless !== false,
    defaultViewport: options.viewport ?? { width: 1000, height: 800 },
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxy.port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxy.port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "dom.w3c_touch_events.enabled": 1,
      "intl.accept_languages": "id-ID, id, en",
      ...options.prefs,
    },
  });
  if (options.extension) await browser.installExtension(options.extension);
  const visit = new FirefoxVisit(browser, await browser.newPage(), proxy);
  await visit.ready();
  return visit;
}

export class FirefoxVisit extends Visit {
  readonly kind = "firefox";
  readonly console: string[] = [];
  readonly browser: Browser;
  readonly page: Page;
  protected readonly raw: RawPage;
  readonly #proxy: CountingProxy;

  constructor(browser: Browser, page: Page, proxy: CountingProxy) {
    super();
    this.browser = browser;
    this.page = page;
    this.raw = page as unknown as RawPage;
    this.#proxy = proxy;
  }

  async ready(): Promise<void> {
    this.page.on("console", (message) => this.console.push(message.text()));
    this.page.on("pageerror", (error) => this.console.push(String(error)));
    await this.page.setRequestInterception(true);
    this.page.on("request", (request) => void this.#respond(request));
  }

  async #respond(request: HTTPRequest): Promise<void> {
    if (!/^https?:/.test(request.url())) return request.continue();
    const top = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    const body = request.hasPostData() ? await request.fetchPostData().catch(() => undefined) : undefined;
    const reply = this.answerRequest({ url: request.url(), method: request.method(), body, top });
    await (reply === "abort"
      ? request.abort()
      : request.respond({ status: reply.status, contentType: reply.type, body: reply.body }));
  }

  protected async go(url: string): Promise<void> {
    this.console.length = 0;
    await this.page.goto(url, { waitUntil: "load" });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  /** Puppeteer has no "Control+Enter" notation. */
  async press(keys: string): Promise<void> {
    const parts = keys.split("+");
    const last = (parts.at(-1) === "Space" ? " " : parts.at(-1)) as "Enter";
    parts.pop();
    for (const held of parts) await this.page.keyboard.down(held as "Control");
    await this.page.keyboard.press(last);
    for (const held of parts) await this.page.keyboard.up(held as "Control");
  }

  async tapAt({ x, y }: Point, holdMs = 0): Promise<void> {
    if (!holdMs) return this.page.touchscreen.tap(x, y);
    const touch = await this.page.touchscreen.touchStart(x, y);
    await pause(holdMs);
    await touch.end();
  }

  async #call(declaration: string, sharedId?: string): Promise<BidiResult> {
    const { connection } = this.browser as unknown as WithConnection;
    const context = (this.page.mainFrame() as unknown as { _id: string })._id;
    const { result } = await connection.send("script.callFunction", {
      functionDeclaration: declaration,
      awaitPromise: false,
      target: { context },
      arguments: sharedId ? [{ sharedId }] : [],
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 30, maxObjectDepth: 4 },
    });
    return result;
  }

  async seen(): Promise<ShownDialog | undefined> {
    try {
      const list = await this.#call(`() => ${HOSTS}`);
      const dialog = openDialog(((list.result?.value ?? []) as BidiNode[]).map(toSeen));
      if (!dialog) return undefined;
      const buttons = [];
      for (const button of buttonsOf(dialog)) {
        const box = await this.#call(
          `(e) => { e.scrollIntoView({ block: "nearest" }); const r = e.getBoundingClientRect();
            return JSON.stringify(r.width ? { at: { x: r.x + r.width / 2, y: r.y + r.height / 2 }, width: r.width, height: r.height } : null); }`,
          button.ref,
        );
        const parsed = JSON.parse(box.result?.value as string) as {
          at: Point;
          width: number;
          height: number;
        } | null;
        if (parsed) buttons.push({ name: textOf(button), ...parsed });
      }
      return { text: textOf(dialog), role: dialog.attributes.role ?? "", buttons };
    } catch {
      return undefined; // it went away while we looked
    }
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file as `${string}.png` });
  }

  protected outside(): readonly string[] {
    return this.#proxy.foreign();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#proxy.close();
  }
}

function toSeen(node: BidiNode): SeenNode<string> {
  const { localName = "", nodeValue = "", attributes = {}, children = [], shadowRoot } = node.value;
  const below = shadowRoot ? [shadowRoot, ...children] : children;
  return { name: localName, text: nodeValue, attributes, children: below.map(toSeen), ref: node.sharedId };
}
