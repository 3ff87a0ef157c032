/** What the drivers of both browsers can do with a page. */
/** The part that Playwright's and Puppeteer's pages share. */
export interface DriverPage {
  mouse: {
    move(x: number, y: number): Promise<void>;
    down(how?: { button: "right" }): Promise<void>;
    up(how?: { button: "right" }): Promise<void>;
    wheel?: unknown;
  };
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

/** A page of the extension in a tab of its own. */
export interface ExtensionPage {
  /** Runs an expression in it and awaits a promise. `api` is the extension API. */
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** Opens another page of the extension in its tab. */
  go(path: string): Promise<void>;
  /** Brings its tab in front of the others. */
  front(): Promise<void>;
  /** A real mouse click on the first match. */
  clickOn(selector: string): Promise<void>;
  /** Real clicks on all matches, which must be in view, without a pause between them. */
  clickEach(selector: string): Promise<void>;
  /** A real tap of a finger on the first match. */
  tapOn(selector: string): Promise<void>;
  /** A real press of a key, for whatever has the focus. */
  press(key: "Enter" | "Space" | "Tab" | "PageDown"): Promise<void>;
  /** A real click, after which the text is replaced. */
  write(selector: string, text: string): Promise<void>;
  /** Chooses a file, as from the file dialog. */
  upload(selector: string, file: string): Promise<void>;
  screenshot(file: string, whole?: boolean): Promise<void>;
  close(): Promise<void>;
}
