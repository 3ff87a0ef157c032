import { mkdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { ensureBrowser, needsNoSandbox } from "./browsers.ts";

/**
 * Draws public/icon/<size>.png from the artwork in assets/icons. Run by hand after a change of the artwork: `npm run
 * icons`. The small sizes have artwork of their own with thicker strokes.
 */
const SIZES = [16, 32, 48, 96, 128];

const browser = await chromium.launch({
  executablePath: await ensureBrowser("chromium"),
  args: ["--disable-gpu", ...(needsNoSandbox() ? ["--no-sandbox"] : [])],
});
await mkdir("public/icon", { recursive: true });
for (const size of SIZES) {
  const svg = await readFile(`assets/icons/${size <= 16 ? "icon-small" : "icon"}.svg`, "utf8");
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
