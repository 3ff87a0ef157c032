import { readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type HTTPRequest, type Page } from "puppeteer-core";
import { ensureBrowser } from "../../../scripts/dev/browsers.ts";
import { type BidiNode, type BidiResult, toShadowNode } from "./bidi-node.ts";
import type { DriverPage, ExtensionPage } from "./driver-page.ts";
import { clearSites, endBackground, inFirefoxChromeWindow } from "./firefox-chrome-window.ts";
import { drivenPage } from "./firefox-page.ts";
import { REDUCED_MOTION, type TemporaryProfile, temporaryProfile, throughProxy } from "./firefox-profile.ts";
import { type CountingProxy, countingProxy, type Tunnel } from "./proxy.ts";
import { buttonsOf, type Find, HOSTS, isArmed, openDialog, textOf } from "./shadow.ts";
import type { Button, Point, ShownDialog } from "./types.ts";
import { PATIENCE_MS, pause, Visit } from "./visit.ts";

/** Puppeteer keeps the raw BiDi connection on the browser object without typing it. */
type WithConnection = {
  connection: { send(method: string, params: object): Promise<{ result: BidiResult }> };
};

export interface FirefoxOptions {
  extension?: string | undefined;
  headless?: boolean;
  viewport?: { width: number; height: number };
  prefs?: Record<string, unknown>;
  colorScheme?: "light" | "dark";
  /** A profile folder that is kept, with the extension's storage in it. */
  profile?: string | undefined;
  /** An https server on this machine under a host name; its certificate is not checked. */
  tunnel?: Tunnel | undefined;
}

const idOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

/** Firefox gives each extension a random address; here it is fixed so that the tests know it. */
const UUID = "7a9a0e7e-0000-4000-8000-6a6167616e65";

/** The gecko id of a built extension. */
function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  return manifest.browser_specific_settings?.gecko?.id ?? "";
}

export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxVisit> {
  const proxy = await countingProxy(options.tunnel);
  const id = options.extension ? geckoId(options.extension) : "";
  const own = options.profile ? { folder: options.profile, remove: () => {} } : temporaryProfile();
  const browser = await puppeteer.launch({
    browser: "firefox",
    ...(options.tunnel ? { acceptInsecureCerts: true } : {}),
    args: ["--remote-allow-system-access"] /* to open the extension's own pages */,
    executablePath: await ensureBrowser("firefox"),
    ...(own.folder ? { userDataDir: own.folder } : {}),
    headless: options.headless !== false,
    defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1000, height: 800 }),
    extraPrefsFirefox: {
      ...throughProxy(proxy.port),
      ...(options.headless === false ? {} : REDUCED_MOTION),
      "dom.w3c_touch_events.enabled": 1,
      "privacy.reduceTimerPrecision": false,
      "intl.accept_languages": "id-ID, id, en",
      "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }),
      "layout.css.prefers-color-scheme.content-override": options.colorScheme === "dark" ? 0 : 1,
      /* A temporary extension is uninstalled at the end, but its storage must stay. */
      "extensions.webextensions.keepStorageOnUninstall": options.profile !== undefined,
      ...options.prefs,
    },
  });
  const visit = new FirefoxVisit(browser, proxy, id, own);
  /* Installs into a running browser, as users do. */
  await visit.turnTo(await browser.newPage());
  if (options.extension) await visit.install(options.extension);
  if (options.extension && !options.profile) await visit.welcomed();
  return visit;
}

export class FirefoxVisit extends Visit {
  readonly kind = "firefox";
  readonly console: string[] = [];
  readonly browser: Browser;
  page!: Page;
  protected raw!: DriverPage;
  readonly #proxy: CountingProxy;
  readonly #own: TemporaryProfile;
  /** The first tab; the extension's own open beside it in its window. */
  #home: string | undefined;

  readonly origin = `moz-extension://${UUID}/`;
  readonly extensionId: string;

  constructor(browser: Browser, proxy: CountingProxy, id: string, own: TemporaryProfile) {
    super();
    this.extensionId = id;
    this.browser = browser;
    this.#proxy = proxy;
    this.#own = own;
  }

  /** Installs an unpacked extension, or another version over it, and allows it in private windows. */
  async install(path: string): Promise<void> {
    const extensionData = { type: "path", path };
    await this.#send("webExtension.install", { extensionData, "moz:allowPrivateBrowsing": true });
  }

  /**
   * Waits up to ten seconds for the extension's welcome page. Uses the protocol: opening a tab at that moment, which
   * everything in the extension needs, can leave the welcome page loading for ever.
   */
  async welcomed(): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50))
      if ((await this.openPages("welcome.html")).length) return;
  }

  async renew(): Promise<FirefoxVisit> {
    const next = new FirefoxVisit(this.browser, this.#proxy, this.extensionId, this.#own);
    const { contexts = [] } = await this.#send("browsingContext.getTree", { maxDepth: 0 });
    await next.turnTo(await this.browser.newPage());
    for (const { context } of contexts)
      await this.#send("browsingContext.close", { context }).catch(() => {});
    await inFirefoxChromeWindow(next, clearSites(this.visited));
    this.#proxy.forget();
    return next;
  }

  async endBackground(): Promise<void> {
    await inFirefoxChromeWindow(this, endBackground(this.extensionId));
  }

  /** Driven tabs. */
  readonly #tabs: Page[] = [];

  /** Drives this tab from now on. */
  async turnTo(page: Page): Promise<void> {
    this.page = page;
    this.raw = page as unknown as DriverPage;
    this.#home ??= idOf(page);
    if (this.#tabs.includes(page)) return;
    this.#tabs.push(page);
    page.on("console", (message) => this.console.push(message.text()));
    page.on("pageerror", (error) => this.console.push(String(error)));
    await page.setRequestInterception(true);
    page.on("request", (request) => void this.#respond(request, page));
  }

  async openTab(): Promise<number> {
    await this.turnTo(await this.browser.newPage());
    return this.#tabs.length - 1;
  }

  async switchToTab(number: number): Promise<void> {
    await this.turnTo(this.#tabs[number]!);
    await this.front();
  }

  async pressInAllTabs(key: string): Promise<void> {
    await Promise.all(this.#tabs.map((page) => page.keyboard.press(key as "Enter")));
  }

  async #respond(request: HTTPRequest, page: Page): Promise<void> {
    if (!/^https?:/.test(request.url())) return request.continue().catch(() => {});
    const top = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const body = request.hasPostData() ? await request.fetchPostData().catch(() => undefined) : undefined;
    const reply = this.answerRequest({ url: request.url(), method: request.method(), body, top });
    if (reply !== "abort" && reply.afterMs) await pause(reply.afterMs);
    await (reply === "abort"
      ? request.abort()
      : request.respond({ status: reply.status, contentType: reply.type, body: reply.body })
    ).catch(() => {}); // the page navigated and no longer waits for it
  }

  protected async go(url: string): Promise<void> {
    this.console.length = 0;
    await this.page.goto(url, { waitUntil: "load" });
  }

  protected async front(): Promise<void> {
    await this.page.bringToFront();
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  protected async insert(text: string): Promise<void> {
    await this.evaluate(`document.execCommand("insertText", false, ${JSON.stringify(text)})`);
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

  /** Firefox counts clicks only within one sequence of input. */
  protected async doubleClickAt({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y, { count: 2 });
  }

  async tapAt({ x, y }: Point, holdMs = 0): Promise<void> {
    if (!holdMs) return this.page.touchscreen.tap(x, y);
    const touch = await this.page.touchscreen.touchStart(x, y);
    await pause(holdMs);
    await touch.end();
  }

  async #send(method: string, params: object): Promise<BidiResult> {
    const { connection } = this.browser as unknown as WithConnection;
    return (await connection.send(method, params)).result;
  }

  #call(declaration: string, sharedIds: readonly string[] = []): Promise<BidiResult> {
    const context = idOf(this.page);
    return this.#send("script.callFunction", {
      functionDeclaration: declaration,
      awaitPromise: false,
      target: { context },
      arguments: sharedIds.map((sharedId) => ({ sharedId })),
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 30, maxObjectDepth: 4 },
    });
  }

  /** Puppeteer never sees the end of this navigation, the protocol does. */
  async extensionPage(path: string, size = { width: 380, height: 600 }): Promise<ExtensionPage> {
    const { context } = await this.#send("browsingContext.create", {
      type: "tab",
      referenceContext: this.#home,
    });
    try {
      await this.#send("browsingContext.setViewport", { context, viewport: size });
      await this.#send("browsingContext.navigate", { context, url: this.origin + path, wait: "complete" });
    } catch (error) {
      await this.#send("browsingContext.close", { context }).catch(() => {}); // as in Chromium
      throw error;
    }
    return this.#driven(context!);
  }

  async openPages(path: string): Promise<ExtensionPage[]> {
    const { contexts = [] } = await this.#send("browsingContext.getTree", { maxDepth: 0 });
    const atPath = contexts.filter(({ url }) => url.startsWith(this.origin + path));
    return atPath.map(({ context }) => this.#driven(context));
  }

  #driven(context: string): ExtensionPage {
    return drivenPage(
      (method, params) => this.#send(method, params),
      context,
      this.origin,
      () => this.front(),
    );
  }

  async currentQuestion(find: Find = openDialog): Promise<ShownDialog | undefined> {
    try {
      const list = await this.#call(`() => ${HOSTS}`);
      const dialog = find(((list.result?.value ?? []) as BidiNode[]).map(toShadowNode));
      if (!dialog) return undefined;
      const found = buttonsOf(dialog);
      const boxes = await this.#call(
        `(...all) => JSON.stringify(all.map((e) => { e.scrollIntoView({ block: "nearest" }); const r = e.getBoundingClientRect();
          return r.width ? { at: { x: r.x + r.width / 2, y: r.y + r.height / 2 }, width: r.width, height: r.height } : null; }))`,
        found.map((button) => button.ref),
      );
      const parsed = JSON.parse(boxes.result?.value as string) as (Omit<Button, "name" | "armed"> | null)[];
      const buttons = found.flatMap((button, i) => {
        const box = parsed[i];
        return box ? [{ name: textOf(button), armed: isArmed(button), ...box }] : [];
      });
      return { text: textOf(dialog), role: dialog.attributes.role ?? "", buttons };
    } catch {
      return undefined; // the question closed during the reading
    }
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file as `${string}.png` });
  }

  protected outside(): readonly string[] {
    return this.#proxy.foreign();
  }

  async closedByUser(): Promise<void> {
    await new Promise<void>((done) => this.browser.once("disconnected", () => done()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#proxy.close();
    this.removeProfile();
  }

  removeProfile(): void {
    this.#own.remove();
  }
}
