/**
 * `npm run demo`: builds the extension, finds or installs a browser, and opens a made-up timeline under the real host
 * name with the extension loaded. Nothing leaves the computer: the pages are answered before the network.
 * With a display the window stays open for manual use. Without one (or with `--play`) real mouse and keyboard input
 * plays the user: one line for each step on stderr, pictures in `demo-output/`, and as last line of stdout `{"ok",
 * "steps": [{"name", "expected", "requests"}], "screenshots"}`. The exit code is 1 if one step differs.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { errorText } from "../../src/domain/error-text.ts";
import { launch } from "../../tests/browser/lib/launch.ts";
import { type BrowserKind, ensureBrowser, findChromium, findFirefox } from "./browsers.ts";
import { tool } from "./check/run.ts";
import { timeline } from "./demo/pages.ts";
import { pictures, play } from "./demo/play.ts";

const OUT = "demo-output";
const say = (line: string) => process.stderr.write(`${line}\n`);

function hasDisplay(): boolean {
  if (process.argv.includes("--play") || process.env.CI) return false;
  if (process.platform === "linux") return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return true;
}

/** Chromium where one is present or can be installed; else Firefox. */
async function choose(): Promise<BrowserKind> {
  const requested = process.argv.find((arg) => arg.startsWith("--browser="))?.slice("--browser=".length);
  if (requested === "chromium" || requested === "firefox") return requested;
  if (findChromium()) return "chromium";
  if (findFirefox()) return "firefox";
  try {
    await ensureBrowser("chromium");
    return "chromium";
  } catch (error) {
    say(errorText(error));
    await ensureBrowser("firefox");
    return "firefox";
  }
}

async function show(kind: BrowserKind): Promise<void> {
  const visit = await launch(kind, "extension", { headless: false });
  await visit.inExtension(`await put({ settings: { language: "id" } })`);
  await visit.open(timeline());
  say("The timeline is open. Try to like, comment, share or publish; close the window to end the demo.");
  await visit.closedByUser();
}

async function playAll(kind: BrowserKind): Promise<boolean> {
  mkdirSync(OUT, { recursive: true });
  const screenshots: string[] = [];
  let played: Awaited<ReturnType<typeof play>> | undefined;
  for (const colorScheme of ["light", "dark"] as const) {
    const visit = await launch(kind, "extension", { colorScheme, viewport: { width: 1100, height: 820 } });
    try {
      await visit.inExtension(`await put({ settings: { language: "id" } })`);
      screenshots.push(...(await pictures(visit, (what) => join(OUT, `${what}-${colorScheme}.png`))));
      played ??= await play(visit, say);
    } finally {
      await visit.close();
    }
  }
  const ok = played?.ok === true;
  process.stdout.write(`${JSON.stringify({ ok, steps: played?.steps ?? [], screenshots })}\n`);
  return ok;
}

const kind = await choose();
say(`${kind}: ${await ensureBrowser(kind)}`);
const target = kind === "chromium" ? [] : ["-b", "firefox"];
if (!process.argv.includes("--no-build") && !tool("wxt", ["build", ...target]))
  throw new Error("the build failed");
if (hasDisplay()) await show(kind);
else process.exitCode = (await playAll(kind)) ? 0 : 1;
