import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Page } from "@playwright/test";
import { serveParts } from "../../tests/browser/ui/serve.ts";
import { ensureBrowser, needsNoSandbox } from "./browsers.ts";

/**
 * Pictures of every screen in both themes at 320, 768 and 1280 px, into docs-output/screenshots (or the folder given):
 *
 *   npm run screenshots [FOLDER] [NAME…]   only the screens whose names begin so
 *   npm run screenshots -- --docs          those that README and guides show anew, in docs/screenshots
 *
 * The screens stand by themselves over invented names and texts (tests/browser/ui/fixtures.ts).
 */
const docsOnly = process.argv.includes("--docs");
const [given = "docs-output/screenshots", ...only] = process.argv
  .slice(2)
  .filter((word) => word !== "--docs");
const folder = docsOnly ? "docs/screenshots" : given;
const WIDTHS = [320, 768, 1280];
/** What is shown around the question. */
const MARGIN = 40;

/** Name, address, and what to click first. */
const SCREENS: readonly (readonly [string, string, ...string[]])[] = [
  ["dialog", "part=dialog"],
  ["dialog-why", "part=dialog", "summary"],
  ["ask", "part=ask"],
  ["notice", "part=notice"],
  ["popup", "part=popup&page=none"],
  ["popup-campaign", "part=popup&page=posts"],
  ["popup-rules", "part=popup&page=account#rules", ".rule summary"],
  ["popup-law", "part=popup&page=account#rules", ".rule summary", ".law summary"],
  ["popup-draft", "part=popup&page=none#draft", ".draft button"],
  ["popup-more", "part=popup&page=none#more"],
  ["popup-locked", "part=popup&case=locked"],
  ["popup-unguarded", "part=popup&page=old"],
  ["popup-refused", "part=popup&page=posts&case=refused"],
  ["popup-waits", "part=popup&page=none&case=waits"],
  ["popup-faults", "part=popup&page=posts&case=faults"],
  ["welcome-1", "part=welcome", ".mock article button"],
  ["welcome-2", "part=welcome", "[aria-expanded]"],
  ["welcome-3", "part=welcome", ".start"],
  ["book-notes", "part=book"],
  ["book-weekly", "part=book#weekly"],
  ["book-overview", "part=book#overview"],
  ["book-export", "part=book#export"],
  ["book-lock", "part=book#lock"],
  ["book-locked", "part=book&case=locked"],
  ["practice-start", "part=practice&case=practised"],
  ["practice-case", "part=practice&scene=post", ".main"],
  ["practice-answer", "part=practice&scene=photo", ".main", ".answers button:nth-child(2)"],
  ["practice-done", "part=practice&scene=vehicle", ".main", ".answers button:nth-child(2)", ".heading .link"],
  ["practice-hall", "part=practice&scene=event#hall"],
  [
    "practice-hall-answer",
    "part=practice&scene=office#hall",
    ".hand:nth-of-type(1) button",
    ".row.end .main",
  ],
  ["settings", "part=settings"],
  ["workshop", "part=workshop"],
  ["workshop-faults", "part=workshop&case=faults"],
  ["workshop-good", "part=workshop&case=good"],
  ["workshop-signed", "part=workshop&case=signed", "[data-policy] summary"],
  ["help", "part=help", "#undo summary"],
  ["help-report", "part=help", "#report summary"],
  ["settings-policy", "part=settings&case=policy"],
];

async function picture(
  page: Page,
  url: string,
  [name, query, ...press]: (typeof SCREENS)[number],
  file: string,
) {
  await page.goto("about:blank");
  await page.goto(`${url}?${query}`);
  // A part is drawn once its heading shows, in the page or in its open root.
  await page.locator("h1, h2").first().waitFor();
  for (const selector of press) {
    if (selector.includes("draft button"))
      await page.locator(".draft textarea").fill("Coblos nomor 2 ya. Besok ada acara di lapangan.");
    await page.locator(selector).first().click();
  }
  await page.evaluate("document.activeElement?.blur?.()");
  await page.waitForTimeout(300);
  /* WebP from the browser itself: a fifth of the size of PNG. */
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send("Page.getLayoutMetrics");
  /* Of the question what surrounds it closely; the rest of its window is shade. */
  const question = name.startsWith("dialog") ? await page.locator("dialog").boundingBox() : null;
  const clip = question
    ? {
        x: Math.max(0, question.x - MARGIN),
        y: Math.max(0, question.y - MARGIN),
        width: question.width + 2 * MARGIN,
        height: question.height + 2 * MARGIN,
      }
    : { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height };
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 80,
    captureBeyondViewport: true,
    clip: { ...clip, scale: 1 },
  });
  await session.detach();
  await writeFile(file, Buffer.from(data, "base64"));
}

const served = await serveParts();
const browser = await chromium.launch({
  executablePath: await ensureBrowser("chromium"),
  args: ["--disable-gpu", ...(needsNoSandbox() ? ["--no-sandbox"] : [])],
});
await mkdir(folder, { recursive: true });
let count = 0;
try {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ colorScheme, locale: "id-ID", reducedMotion: "reduce" });
    for (const screen of SCREENS) {
      if (only.length > 0 && !only.some((name) => screen[0].startsWith(name))) continue;
      for (const width of WIDTHS) {
        const file = `${folder}/${screen[0]}-${colorScheme}-${width}.webp`;
        if (docsOnly && !existsSync(file)) continue;
        await page.setViewportSize({ width, height: 800 });
        await picture(page, served.url, screen, file);
        count++;
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
}
console.log(`${count} screenshots in ${folder}`);
