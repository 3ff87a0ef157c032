import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll } from "vitest";
import { BROWSER } from "../lib/launch.ts";
import { look, newTab, plainBrowser, type Scheme } from "./look.ts";
import { serveParts } from "./serve.ts";

export const SCHEMES: readonly Scheme[] = ["light", "dark"];

/** Runs `work` on a part of the interface alone, in an open root, in a browser of that colour scheme. */
export type On = <T>(
  query: string,
  work: (page: Page) => Promise<T>,
  scheme?: Scheme,
  size?: number[],
) => Promise<T>;

let served: Awaited<ReturnType<typeof serveParts>> | undefined;
const browsers: Partial<Record<Scheme, Browser | undefined>> = {};
/**
 * One page for each colour scheme, reloaded for each part: a new one costs as much as a part. After a fault it is
 * replaced.
 */
const tabs: Partial<Record<Scheme, Page | undefined>> = {};

/** Sets up the parts and a browser for each colour scheme, shared by all tests of one spec file. */
export function parts(schemes: readonly Scheme[] = ["light"]): On {
  beforeAll(async () => {
    served ??= await serveParts();
    for (const scheme of schemes) browsers[scheme] ??= await plainBrowser(BROWSER, scheme);
  });
  afterAll(async () => {
    const [open, server] = [Object.values(browsers), served];
    /* Files of one worker share this module. */
    for (const scheme of SCHEMES) browsers[scheme] = tabs[scheme] = undefined;
    served = undefined;
    for (const browser of open) await browser?.close();
    await server?.close();
  });
  return async (query, work, scheme = "light", size) => {
    tabs[scheme] ??= await newTab(browsers[scheme]!, scheme);
    const page = tabs[scheme];
    try {
      await look(page, served!.url, query, scheme, size);
      // "press=A,B": real clicks on the first match of each.
      for (const selector of new URLSearchParams(query.replace(/#.*$/, "")).get("press")?.split(",") ?? [])
        await page.locator(selector).click();
      return await work(page);
    } catch (error) {
      tabs[scheme] = undefined;
      await page.close().catch(() => {});
      throw error;
    }
  };
}

/** Runs an expression with `root` as the shadow root of the part. */
export const inside = (page: Page, expression: string) =>
  page.evaluate(`((root) => ${expression})(document.getElementById("app").shadowRoot)`);
