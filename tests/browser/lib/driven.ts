/** What the drivers of both browsers can do with a page. */
/** Playwright's and Puppeteer's pages agree on this much. */
export interface RawPage {
  mouse: {
    move(x: number, y: number): Promise<void>;
    down(how?: { button: "right" }): Promise<void>;
    up(how?: { button: "right" }): Promise<void>;
    wheel?: unknown;
  };
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

/** A page of the extension itself, opened in a tab of its own. */
export interface ExtensionPage {
  /** Runs an expression there; a promise is awaited. `api` is the extension API. */
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** A real mouse click on the first element that fits. */
  clickOn(selector: string): Promise<void>;
  /** A real click, then what stood there is replaced. */
  write(selector: string, text: string): Promise<void>;
  /** Chooses a file, as from the file dialog. */
  upload(selector: string, file: string): Promise<void>;
  screenshot(file: string, whole?: boolean): Promise<void>;
  close(): Promise<void>;
}
