import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import { borrowBrowser } from "./pool.ts";
import type { Tunnel } from "./proxy.ts";
import type { BrowserKind } from "./types.ts";
import type { Visit } from "./visit.ts";

const BUILT: Record<BrowserKind, { env: string; folder: string }> = {
  chromium: { env: "JN_EXTENSION_CHROMIUM", folder: ".output/chrome-mv3" },
  firefox: { env: "JN_EXTENSION_FIREFOX", folder: ".output/firefox-mv3" },
};

/** Folder of the built extension. @throws Error where there is no build. */
export function builtExtension(kind: BrowserKind): string {
  const { env, folder } = BUILT[kind];
  const path = resolve(process.env[env] ?? folder);
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run build makes it`);
  return path;
}

/** The browser of this run: each project of the test configuration has one. */
export const BROWSER: BrowserKind = process.env.JN_BROWSER === "firefox" ? "firefox" : "chromium";

export interface LaunchOptions {
  /** false: with a window, for a person. */
  headless?: boolean;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  /** Another folder than the build; then the launch waits for nothing. */
  extension?: string;
  tunnel?: Tunnel;
  /** A fresh browser for this file, as after the installation; by default the browser may come from another file. */
  own?: boolean;
  /** Firefox's own settings; Chromium ignores them. */
  prefs?: Record<string, unknown>;
  /** A profile folder that is kept when the browser closes; by default a temporary one. */
  profile?: string;
}

/** Time in which a new extension opens its welcome page, also on a busy machine; ms. */
const WELCOME_MS = 10_000;

/** A browser with the built extension, or a plain one. */
export async function launch(
  kind: BrowserKind,
  what: "extension" | "plain" = "extension",
  { own = false, ...look }: LaunchOptions = {},
): Promise<Visit> {
  const isUsual = what === "extension" && Object.keys(look).length === 0;
  const start = () => started(kind, what, look);
  return isUsual && !own ? borrowBrowser(start) : start();
}

async function started(kind: BrowserKind, what: "extension" | "plain", look: LaunchOptions): Promise<Visit> {
  const extension = look.extension ?? (what === "extension" ? builtExtension(kind) : undefined);
  const options = { ...look, extension };
  const visit = await (kind === "chromium" ? launchChromium(options) : launchFirefox(options));
  if (extension && !look.extension) await visit.waitForRules();
  /* The user of an existing profile was welcomed already. */
  if (extension) await visit.closeWelcome(look.profile ? 0 : WELCOME_MS);
  return visit;
}
