/**
 * Finds a browser that can load an unpacked extension, or installs one. Used by the demo, the tests and the benchmarks.
 *
 * Looked at in this order: the environment (`JN_CHROMIUM`, `JN_FIREFOX`), the usual names and places, what an earlier
 * run downloaded. `ensureBrowser` then tries the package manager of Debian, and after that a download of Chrome for
 * Testing or Firefox. Branded Chrome is left out: since version 137 it ignores `--load-extension`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from "@puppeteer/browsers";

export type BrowserKind = "chromium" | "firefox";

const ENVIRONMENT: Record<BrowserKind, string> = { chromium: "JN_CHROMIUM", firefox: "JN_FIREFOX" };

/** Names looked for on PATH. */
const NAMES: Record<BrowserKind, readonly string[]> = {
  chromium: ["chromium", "chromium-browser", "ungoogled-chromium", "microsoft-edge", "microsoft-edge-stable"],
  firefox: ["firefox-esr", "firefox", "firefox-developer-edition"],
};

/** Places where installers put browsers without touching PATH. */
function places(kind: BrowserKind): readonly string[] {
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const windows = (tail: string) => programs.filter((root) => root).map((root) => join(root!, tail));
  const mac = (tail: string) => [join("/Applications", tail), join(homedir(), "Applications", tail)];
  return kind === "chromium"
    ? [
        ...mac("Chromium.app/Contents/MacOS/Chromium"),
        ...mac("Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"),
        ...mac("Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ...windows("Chromium\\Application\\chrome.exe"),
        ...windows("Microsoft\\Edge\\Application\\msedge.exe"),
        "/usr/lib/chromium/chromium",
      ]
    : [
        ...mac("Firefox.app/Contents/MacOS/firefox"),
        ...mac("Firefox Developer Edition.app/Contents/MacOS/firefox"),
        ...windows("Mozilla Firefox\\firefox.exe"),
        "/usr/lib/firefox-esr/firefox-esr",
        "/usr/lib/firefox/firefox",
      ];
}

function onPath(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter))
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder && existsSync(file) && !isSnapStub(file)) return file;
    }
  return undefined;
}

/** Ubuntu's `chromium` package is a shell script that only asks to install the snap. */
function isSnapStub(file: string): boolean {
  const head = readFileSync(file).subarray(0, 4000).toString("latin1");
  return head.startsWith("#!") && /snap install|snap\/bin/.test(head) && !existsSync("/snap/bin/chromium");
}

function find(kind: BrowserKind): string | undefined {
  const given = process.env[ENVIRONMENT[kind]];
  if (given) {
    if (!existsSync(given)) throw new Error(`${ENVIRONMENT[kind]} names ${given}, and there is no such file`);
    return given;
  }
  return NAMES[kind].map(onPath).find((file) => file) ?? places(kind).find((file) => existsSync(file));
}

/** Path of a Chromium, Chrome for Testing or Edge, or undefined. Only searches, installs nothing. */
export const findChromium = (): string | undefined => find("chromium");

/** Path of a Firefox, or undefined. Only searches, installs nothing. */
export const findFirefox = (): string | undefined => find("firefox");

const cacheDir = () => process.env.JN_BROWSER_CACHE ?? join(homedir() || tmpdir(), ".cache", "jaga-netral");
const DOWNLOAD: Record<BrowserKind, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };

async function downloaded(kind: BrowserKind): Promise<string | undefined> {
  if (!existsSync(cacheDir())) return undefined;
  const all = await getInstalledBrowsers({ cacheDir: cacheDir() });
  return all.find((one) => one.browser === DOWNLOAD[kind] && existsSync(one.executablePath))?.executablePath;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * Installs Debian's packages, as root or with a sudo that asks no password. Not on Ubuntu, whose packages are stubs.
 */
function installByApt(kind: BrowserKind): void {
  if (process.platform !== "linux" || !onPath("apt-get")) return;
  if (!/^ID=debian$/m.test(existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : ""))
    return;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync("sudo", ["-n", "true"]).status !== 0) return;
  const name = kind === "chromium" ? "chromium" : "firefox-esr";
  say(`no ${kind} here: apt-get install ${name}`);
  const run = (...args: string[]) =>
    execFileSync(root ? "apt-get" : "sudo", root ? args : ["-n", "apt-get", ...args], {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    run("update");
    run("install", "-y", "--no-install-recommends", name);
  } catch (error) {
    say(`apt-get did not do it: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
}

async function download(kind: BrowserKind): Promise<string | undefined> {
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  try {
    const buildId = await resolveBuildId(DOWNLOAD[kind], platform, "stable");
    say(`downloading ${DOWNLOAD[kind]} ${buildId} to ${cacheDir()}`);
    return (await install({ browser: DOWNLOAD[kind], buildId, cacheDir: cacheDir() })).executablePath;
  } catch (error) {
    say(`the download did not work: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

const MISSING: Record<BrowserKind, string> = {
  chromium:
    "No Chromium, Chrome for Testing or Microsoft Edge was found and none could be installed. Install one " +
    "(Debian: apt-get install chromium) or set JN_CHROMIUM to its path. Branded Google Chrome does not do: " +
    "since version 137 it loads no unpacked extension from the command line.",
  firefox:
    "No Firefox 140 or later was found and none could be installed. Install one (Debian: apt-get install " +
    "firefox-esr) or set JN_FIREFOX to its path.",
};

/**
 * Path of a browser of this kind, installed where there is none.
 * @throws Error that says exactly what is missing.
 */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  const there = find(kind) ?? (await downloaded(kind));
  if (there) return there;
  installByApt(kind);
  const file = find(kind) ?? (await download(kind));
  if (!file) throw new Error(MISSING[kind]);
  return file;
}

/** Chromium refuses its sandbox as root and in most containers. */
export const needsNoSandbox = (): boolean =>
  process.platform === "linux" && (process.getuid?.() === 0 || Boolean(process.env.CI));
