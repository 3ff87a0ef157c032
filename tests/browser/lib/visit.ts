/** One tab of a browser with the extension: the part that both browsers share. */
import { SHOWN_TO_PAGES, VOUCHED_KEYS } from "../../../src/background/changes.ts";
import type { DriverPage, ExtensionPage } from "./driver-page.ts";
import { type PageRequest, PageServer, type Reply } from "./page-server.ts";
import { POINT } from "./point.ts";
import type { Find } from "./shadow.ts";
import {
  type AnswerName,
  type BrowserKind,
  BUTTON,
  type PageSource,
  type Performed,
  type Point,
  type ShownDialog,
  type Target,
  type WayName,
} from "./types.ts";

/**
 * The extension API under either browser's name, and access to its databases. `put` and `drop` change stored values as the
 * background does: in its own database and in the copy that pages read. What is written into the copy alone is put back.
 */
const API = `const api = globalThis.browser?.runtime ? globalThis.browser : chrome;
  const inDatabase = (name, table, work) => new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction(table, "readwrite");
      const request = work(change.objectStore(table));
      change.onabort = () => fail(change.error);
      change.oncomplete = () => { opening.result.close(); done(request?.result); };
    };
  });
  /* Without it the background does not look who wrote the rules. */
  const forgetRules = () => inDatabase("rules", "layers", (store) => store.delete("compiledFingerprint"));
  const inSession = ${JSON.stringify(Object.keys(SHOWN_TO_PAGES))};
  const put = async (values) => {
    if ("rules" in values) await forgetRules();
    for (const [key, value] of Object.entries(values))
      if (${JSON.stringify(VOUCHED_KEYS)}.includes(key)) await inDatabase("shared", "values", (store) => store.put(value, key));
    await api.storage.session.set(Object.fromEntries(Object.entries(values).filter(([key]) => inSession.includes(key))));
    await api.storage.local.set(values);
  };
  const drop = async (keys) => {
    if ([keys].flat().includes("rules")) await forgetRules();
    for (const key of [keys].flat()) await inDatabase("shared", "values", (store) => store.delete(key));
    await api.storage.session.remove([keys].flat().filter((key) => inSession.includes(key)));
    await api.storage.local.remove(keys);
  };`;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The drivers' messages about a closed tab and an ended extension. */
const GONE = /closed|crashed|no such (frame|window)|discarded|destroyed|detached|invalidated|dead object/i;

/** Time in ms that a busy machine may take for what an idle one does at once. */
export const PATIENCE_MS = 10_000;

/** Time after which a visible question accepts an answer; looking earlier is useless. */
const ARMED_MS = 320;

export abstract class Visit {
  abstract readonly kind: BrowserKind;
  protected readonly served = new PageServer();
  protected abstract readonly raw: DriverPage;
  readonly #hosts = new Set<string>();

  /** Runs an expression in the page's own world; its value must be plain. */
  abstract evaluate<T = unknown>(expression: string): Promise<T>;
  protected abstract go(url: string): Promise<void>;
  /** Brings the page of this visit in front of other tabs. */
  protected abstract front(): Promise<void>;
  /** The question, if one is shown now. */
  abstract currentQuestion(find?: Find): Promise<ShownDialog | undefined>;
  abstract tapAt(point: Point, holdMs?: number): Promise<void>;
  protected abstract doubleClickAt(point: Point): Promise<void>;
  abstract screenshot(file: string): Promise<void>;
  protected abstract insert(text: string): Promise<void>;
  abstract press(key: string): Promise<void>;
  /** Opens another tab and drives it from then on. @returns its number; the first tab is 0 */
  abstract openTab(): Promise<number>;
  /** Drives the tab with this number from then on, in front of the others. */
  abstract switchToTab(number: number): Promise<void>;
  /** Presses a key in every tab at the same time, as nearly as a driver can. */
  abstract pressInAllTabs(key: string): Promise<void>;
  /** Messages and errors on the page's console. */
  abstract readonly console: readonly string[];
  protected abstract outside(): readonly string[];
  abstract close(): Promise<void>;
  /** The same browser as a new visit: tabs closed, counts reset, the sites' storage cleared. */
  abstract renew(): Promise<Visit>;
  /** Ends the extension's background, as the browser does with an idle one. */
  abstract endBackground(): Promise<void>;
  /** Removes the profile of a closed browser. */
  abstract removeProfile(): void;
  /** Resolves when a person closes the window. */
  abstract closedByUser(): Promise<void>;
  /** "chrome-extension://…/" or "moz-extension://…/". */
  abstract readonly origin: string;
  /** The id that the extension's own scripts see. */
  abstract readonly extensionId: string;
  /** Opens a page of the extension in a tab; by default as large as the popup. */
  abstract extensionPage(path: string, size?: { width: number; height: number }): Promise<ExtensionPage>;

  /** Paths of the extension's open pages, also in windows that the extension opened. */
  abstract openPages(path: string): Promise<ExtensionPage[]>;

  #popupTab: ExtensionPage | undefined;

  /**
   * The popup over this tab, in a tab of its own that is used again: opening a new one costs a second of processor
   * time.
   * @param view the popup's page, as its address names it after "#"
   */
  async popup(view = ""): Promise<ExtensionPage> {
    const address = JSON.stringify(await this.evaluate<string>("location.href"));
    const tab = await this.inExtension<number>(
      `return (await api.tabs.query({})).find((t) => t.url === ${address})?.id ?? 0;`,
    );
    const opened = await this.#openAgain(`popup.html?tab=${tab}#${view}`);
    const close = async () => {
      this.#popupTab = opened;
      await opened.go("icon/16.png").catch(() => (this.#popupTab = undefined)); // it closed itself
      await this.front();
    };
    return { ...opened, close };
  }

  /** Opens a page in the kept tab, or in a new one where none is free. */
  async #openAgain(path: string): Promise<ExtensionPage> {
    const kept = this.#popupTab;
    this.#popupTab = undefined;
    if (!kept) return this.extensionPage(path);
    try {
      await kept.front();
      await kept.go(path);
      return kept;
    } catch {
      return this.extensionPage(path); // the browser closed it (an update, a switch off and on)
    }
  }

  /** Waits until the extension has compiled its rules, as it does once after installation. */
  async waitForRules(): Promise<void> {
    await this.inExtension(`for (let i = 0; i < 300; i++) {
      if ((await api.storage.local.get("rules")).rules) return;
      await new Promise((done) => setTimeout(done, 100));
    } throw new Error("the rules were not made within 30 s");`);
  }

  /** Closes the extension's welcome tabs. @returns how many there were */
  welcomes = 0;

  /**
   * Closes the tab that the extension opens once after its installation, if there is one.
   * @param comes ms to wait for it: it may open after the rules are compiled and has no address at first
   */
  async closeWelcome(comes = 0): Promise<void> {
    this.welcomes += await this.inExtension<number>(`const until = Date.now() + ${this.welcomes ? 0 : comes};
      for (;;) {
        const tabs = await api.tabs.query({});
        const ids = tabs.filter((t) => t.url?.endsWith("/welcome.html")).map((t) => t.id);
        await api.tabs.remove(ids);
        if (ids.length || Date.now() > until) return ids.length;
        await new Promise((done) => setTimeout(done, 50));
      }`);
  }

  #tab: ExtensionPage | undefined;

  /**
   * Runs an async function body with `api` in the extension, in a tab that stays open behind the page. The tab shows an
   * image of the extension, so no code of the extension's own pages runs beside it. It is reopened where the browser
   * closed it (an update, a switch off and on).
   */
  async inExtension<T = unknown>(body: string): Promise<T> {
    for (let isAgain = false; ; isAgain = true) {
      if (!this.#tab) {
        this.#tab = await this.extensionPage("icon/16.png");
        await this.front();
      }
      try {
        return await this.#tab.evaluate<T>(`(async () => { ${API} ${body} })()`);
      } catch (error) {
        if (isAgain || !GONE.test(String(error))) throw error;
        this.#tab = undefined;
      }
    }
  }

  protected answerRequest(request: PageRequest): Reply {
    return this.served.answer(request);
  }

  /** Opens a page under its real address, in front, and resets the counts. */
  async open(page: PageSource): Promise<void> {
    this.served.show(page);
    for (const { url } of [page, ...(page.others ?? [])]) this.#hosts.add(new URL(url).hostname);
    await this.front();
    await this.movePointerAway();
    await this.go(page.url);
  }

  /** Resets the counts. */
  resetCounts(): void {
    this.served.performed.length = 0;
  }

  /** Moves the pointer off everything, so that no hover of an earlier step continues. */
  async movePointerAway(): Promise<void> {
    await this.raw.mouse.move(1, 1);
  }

  /** True while the user's text is still in an editor of the page. */
  holdsDraft(draft: string): Promise<boolean> {
    return this.evaluate(
      `(function written(root) { return [...root.querySelectorAll("*")].some((e) => e.shadowRoot && written(e.shadowRoot) ||
        e.matches("[contenteditable]:not([contenteditable=false]),textarea") && __live.read(e).trim() === ${JSON.stringify(draft)}); })(document)`,
    );
  }

  /** Hosts of the opened pages. */
  protected get visited(): readonly string[] {
    return [...this.#hosts];
  }

  get performed(): readonly Performed[] {
    return this.served.performed;
  }
  /** Host names requested by the extension behind the page, without the page's own preconnects. */
  foreignHosts(): readonly string[] {
    return this.outside().filter((host) => !this.#hosts.has(host));
  }
  get strayRequests(): readonly string[] {
    return this.served.stray;
  }
  async pointOf(target: Target): Promise<Point> {
    const point = await this.evaluate<Point | null>(`(${POINT})(((S) => (${target}))(window.__slots))`);
    if (!point) throw new Error(`no point of ${target} can be hit`);
    return point;
  }

  async hover(target: Target): Promise<void> {
    const { x, y } = await this.pointOf(target);
    await this.raw.mouse.move(x, y);
  }

  async clickAt({ x, y }: Point, holdMs = 0): Promise<void> {
    await this.raw.mouse.move(x, y);
    await this.raw.mouse.down();
    if (holdMs) await pause(holdMs);
    await this.raw.mouse.up();
  }

  /** A real mouse click; with `holdMs` a long press. */
  async click(target: Target, holdMs = 0): Promise<void> {
    await this.clickAt(await this.pointOf(target), holdMs);
  }

  /** A real click of the other button, which opens the menu of the page. */
  async rightClick(target: Target): Promise<void> {
    const { x, y } = await this.pointOf(target);
    await this.raw.mouse.move(x, y);
    await this.raw.mouse.down({ button: "right" });
    await this.raw.mouse.up({ button: "right" });
  }

  /** Two real clicks in quick succession: the browser makes a double click of them. */
  async doubleClick(target: Target): Promise<void> {
    await this.doubleClickAt(await this.pointOf(target));
  }

  async doubleTap(target: Target): Promise<void> {
    const point = await this.pointOf(target);
    await this.tapAt(point);
    await this.tapAt(point);
  }

  async tap(target: Target, holdMs = 0): Promise<void> {
    await this.tapAt(await this.pointOf(target), holdMs);
  }

  async focus(target: Target): Promise<void> {
    await this.evaluate(`((S) => { const e = (${target}); e.scrollIntoView({ block: "center" });
      if (!e.hasAttribute("tabindex") && !/^(a|button|input|textarea)$/.test(e.localName)) e.setAttribute("tabindex", "0");
      e.focus({ preventScroll: true }); })(window.__slots)`);
  }

  /** Waits until an expression of the page is true. @throws Error where it stays false. */
  async waitFor(expression: string, timeoutMs = PATIENCE_MS): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (!(await this.evaluate<boolean>(expression))) {
      if (Date.now() > until) throw new Error(`waited in vain for ${expression}`);
      await pause(30);
    }
  }

  /** Types at the focus: the first letter by its key, the rest at once. */
  async type(text: string): Promise<void> {
    await this.raw.keyboard.type(text.slice(0, 1));
    await this.insert(text.slice(1));
  }

  /** Waits for the question. Undefined where it does not come in time (`lib/outcome.ts` waits for either outcome). */
  async waitForQuestion(timeoutMs = PATIENCE_MS): Promise<ShownDialog | undefined> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const shown = await this.currentQuestion();
      if (shown) this.#seenAt = Date.now();
      if (shown || Date.now() > until) return shown;
      await pause(30);
    }
  }

  /** Time at which a question was last seen after waiting for it, by the tests' clock. */
  #seenAt = Number.POSITIVE_INFINITY;

  /** Answers by a real pointer or key: Batal at once, confirmations 300 ms after the question is visible. */
  async answer(name: AnswerName, way: WayName = "mouse"): Promise<void> {
    if (name !== "cancel") await pause(Math.max(0, ARMED_MS - Math.max(0, Date.now() - this.#seenAt)));
    this.#seenAt = Number.POSITIVE_INFINITY;
    for (const until = Date.now() + PATIENCE_MS; ; await pause(50)) {
      const shown = await this.currentQuestion();
      const button = shown?.buttons.find((one) => BUTTON[name].test(one.name));
      if (button?.armed || (button && Date.now() > until)) {
        if (way === "keyboard") return this.#answerByKeys(name);
        return way === "touch" ? this.tapAt(button.at) : this.clickAt(button.at);
      }
      if (Date.now() < until) continue;
      if (!shown) throw new Error("no question is shown to answer");
      throw new Error(`no button for ${name} among: ${shown.buttons.map((one) => one.name).join(", ")}`);
    }
  }

  /** Focus starts on Batal, then Tetap lanjutkan, then Bukan kampanye. */
  async #answerByKeys(name: AnswerName): Promise<void> {
    if (name === "cancel") return this.press("Escape");
    for (let steps = name === "continue" ? 1 : 2; steps > 0; steps--) await this.press("Tab");
    await this.press("Enter");
  }

  /** Resolves when `n` actions have arrived or the time is over, then waits a little longer for one too many. */
  async settled(n: number, timeoutMs = PATIENCE_MS, furtherMs = 180): Promise<number> {
    const until = Date.now() + timeoutMs;
    while (this.performed.length < n && Date.now() < until) await pause(20);
    await pause(furtherMs);
    return this.performed.length;
  }
}
