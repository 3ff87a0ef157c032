import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { ensureBrowser, needsNoSandbox } from "../../../scripts/dev/browsers.ts";
import { shownDialog } from "./chromium-dialog.ts";
import { isOfTab } from "./chromium-tab.ts";
import type { ExtensionPage } from "./driver-page.ts";
import { type CountingProxy, countingProxy, type Tunnel } from "./proxy.ts";
import { type Find, openDialog } from "./shadow.ts";
import type { Point, ShownDialog } from "./types.ts";
import { pause, Visit } from "./visit.ts";

export interface ChromiumOptions {
  /** Folder of the unpacked extension; none for a plain browser. */
  extension?: string | undefined;
  headless?: boolean;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  /** A profile folder that is kept. */
  profile?: string | undefined;
  /** An https server on this machine under a host name; its certificate is not checked. */
  tunnel?: Tunnel | undefined;
}

/**
 * Chromium's features that are off. The first lets it load an unpacked extension. The others are what the driver
 * switches off as well, but the last list given counts; and renderers started in reserve, which tests rarely use. They
 * save a tenth of the processor time of a test.
 */
const OFF = [
  "DisableLoadExtensionCommandLineSwitch",
  "SpareRendererForSitePerProcess",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

export async function launchChromium(options: ChromiumOptions): Promise<ChromiumVisit> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "jaga-netral-"));
  const proxy = await countingProxy(options.tunnel);
  const loads = options.extension
    ? [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]
    : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureBrowser("chromium"),
    headless: false,
    args: [
      ...(options.headless === false ? [] : ["--headless=new"]),
      ...(needsNoSandbox() ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-features=${OFF.join()}`,
      `--proxy-server=127.0.0.1:${proxy.port}`,
      "--proxy-bypass-list=<-loopback>",
      ...(options.tunnel ? ["--ignore-certificate-errors"] : []),
      ...loads,
    ],
    hasTouch: true,
    locale: "id-ID",
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1000, height: 800 }),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const visit = new ChromiumVisit(
    context,
    proxy,
    options.profile ? null : profile,
    Boolean(options.extension),
    options.tunnel?.host,
  );
  await visit.ready();
  return visit;
}

export class ChromiumVisit extends Visit {
  readonly kind = "chromium";
  readonly console: string[] = [];
  raw!: Page;
  #cdp!: CDPSession;
  readonly context: BrowserContext;
  readonly #proxy: CountingProxy;
  /** Folder to remove at the end; null: it is kept. */
  readonly #profile: string | null;
  readonly #hasExtension: boolean;
  readonly #letThrough: string | undefined;
  #origin = "";
  /** Requests by service workers, that is by the extension. */
  readonly #byWorkers: string[] = [];

  constructor(
    context: BrowserContext,
    proxy: CountingProxy,
    profile: string | null,
    hasExtension: boolean,
    letThrough?: string,
  ) {
    super();
    this.context = context;
    this.#proxy = proxy;
    this.#profile = profile;
    this.#hasExtension = hasExtension;
    this.#letThrough = letThrough;
  }

  async ready(): Promise<void> {
    await this.context.route(/^https?:/, async (route) => {
      const request = route.request();
      const worker = request.serviceWorker();
      if (new URL(request.url()).hostname === this.#letThrough) return route.continue();
      if (worker) this.#byWorkers.push(new URL(request.url()).hostname);
      const top = !worker && isOfTab(request);
      const body = request.postData() ?? undefined;
      const reply = this.answerRequest({ url: request.url(), method: request.method(), body, top });
      if (reply !== "abort" && reply.afterMs) await pause(reply.afterMs);
      const answered =
        reply === "abort"
          ? route.abort()
          : route.fulfill({ status: reply.status, contentType: reply.type, body: reply.body });
      await answered.catch(() => {}); // the page navigated and no longer waits for it
    });
    if (this.#hasExtension && !this.#origin) {
      const worker =
        this.context.serviceWorkers()[0] ??
        (await this.context.waitForEvent("serviceworker", { timeout: 30_000 }));
      this.#origin = worker.url().replace(/^([a-z-]+:\/\/[^/]+\/).*$/, "$1");
    }
    this.raw = await this.context.newPage();
    for (const page of this.context.pages()) {
      if (page === this.raw) continue;
      await page.waitForLoadState().catch(() => {});
      if (page.url().endsWith("/welcome.html")) this.welcomes++;
      await page.close();
    }
    await this.turnTo(this.raw);
  }

  async renew(): Promise<ChromiumVisit> {
    const next = new ChromiumVisit(
      this.context,
      this.#proxy,
      this.#profile,
      this.#hasExtension,
      this.#letThrough,
    );
    next.#origin = this.#origin;
    await this.context.unrouteAll({ behavior: "ignoreErrors" });
    await next.ready();
    await this.context.clearCookies();
    for (const host of this.visited) {
      const all = { origin: `https://${host}`, storageTypes: "all" };
      await next.#cdp.send("Storage.clearDataForOrigin", all);
    }
    this.#proxy.forget();
    return next;
  }

  async endBackground(): Promise<void> {
    await this.#cdp.send("ServiceWorker.enable");
    await this.#cdp.send("ServiceWorker.stopAllWorkers");
    await this.#cdp.send("ServiceWorker.disable");
  }

  /** Driven tabs with their protocol sessions. */
  readonly #tabs = new Map<Page, CDPSession>();

  /** Drives this tab from now on. */
  async turnTo(page: Page): Promise<void> {
    this.raw = page;
    const known = this.#tabs.get(page);
    if (known) {
      this.#cdp = known;
      return;
    }
    page.on("console", (message) => this.console.push(message.text()));
    page.on("pageerror", (error) => this.console.push(String(error)));
    this.#cdp = await this.context.newCDPSession(page);
    this.#tabs.set(page, this.#cdp);
  }

  async openTab(): Promise<number> {
    await this.turnTo(await this.context.newPage());
    return this.#tabs.size - 1;
  }

  async switchToTab(number: number): Promise<void> {
    await this.turnTo([...this.#tabs.keys()][number]!);
    await this.front();
  }

  async pressInAllTabs(key: string): Promise<void> {
    await Promise.all([...this.#tabs.keys()].map((page) => page.keyboard.press(key)));
  }

  get origin(): string {
    return this.#origin;
  }
  get extensionId(): string {
    return this.#origin.split("/")[2] ?? "";
  }

  async extensionPage(path: string, size = { width: 380, height: 600 }): Promise<ExtensionPage> {
    const page = await this.context.newPage();
    try {
      await page.setViewportSize(size);
      await page.goto(this.origin + path);
    } catch (error) {
      await page.close().catch(() => {}); // a restarting extension has no pages
      throw error;
    }
    return this.#driven(page);
  }

  async openPages(path: string): Promise<ExtensionPage[]> {
    const isAtPath = (page: Page) => page.url().startsWith(this.origin + path);
    return this.context
      .pages()
      .filter(isAtPath)
      .map((page) => this.#driven(page));
  }

  #driven(page: Page): ExtensionPage {
    return {
      evaluate: (expression) => page.evaluate(expression),
      go: async (path) => {
        await page.goto(this.origin + path);
      },
      front: () => page.bringToFront(),
      /* A hidden tab draws nothing, and Playwright waits for frames. */
      clickOn: async (selector) => {
        await page.bringToFront();
        await page.locator(selector).first().click();
      },
      clickEach: async (selector) => {
        await page.bringToFront();
        const boxes = await Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()));
        for (const box of boxes)
          if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      },
      tapOn: async (selector) => {
        await page.bringToFront();
        await page.locator(selector).first().tap();
      },
      press: async (key) => {
        await page.bringToFront();
        await page.keyboard.press(key);
      },
      write: async (selector, text) => {
        await page.bringToFront();
        await page.locator(selector).first().click();
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.insertText(text);
      },
      upload: (selector, file) => page.locator(selector).first().setInputFiles(file),
      screenshot: async (file, whole = false) => {
        await page.screenshot({ path: file, fullPage: whole });
      },
      close: async () => {
        await page.close();
        await this.front();
      },
    };
  }

  protected async go(url: string): Promise<void> {
    this.console.length = 0;
    await this.raw.goto(url, { waitUntil: "load" });
  }

  protected async front(): Promise<void> {
    await this.raw.bringToFront();
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.raw.evaluate(expression) as Promise<T>;
  }

  protected async insert(text: string): Promise<void> {
    await this.raw.keyboard.insertText(text);
  }

  async press(key: string): Promise<void> {
    await this.raw.keyboard.press(key);
  }

  protected async doubleClickAt({ x, y }: Point): Promise<void> {
    await this.raw.mouse.dblclick(x, y);
  }

  async tapAt({ x, y }: Point, holdMs = 0): Promise<void> {
    if (!holdMs) return this.raw.touchscreen.tap(x, y);
    await this.#cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await pause(holdMs);
    await this.#cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  currentQuestion(find: Find = openDialog): Promise<ShownDialog | undefined> {
    return shownDialog(this.#cdp, find, this.raw.viewportSize() ?? { width: 0, height: 0 });
  }

  async screenshot(file: string): Promise<void> {
    await this.raw.screenshot({ path: file });
  }

  protected outside(): readonly string[] {
    return [
      ...this.#byWorkers.map((host) => `${host} (by the extension's worker)`),
      ...this.#proxy.foreign(),
    ];
  }

  async closedByUser(): Promise<void> {
    await this.context.waitForEvent("close", { timeout: 0 });
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.#proxy.close();
    this.removeProfile();
  }

  removeProfile(): void {
    if (this.#profile) rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
