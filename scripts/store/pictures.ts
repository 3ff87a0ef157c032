import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { type Browser, chromium } from "@playwright/test";
import { LANGUAGES, type Language } from "../../src/domain/languages.ts";
import { serveParts } from "../../tests/browser/ui/serve.ts";
import { ensureBrowser, needsNoSandbox } from "../dev/browsers.ts";
import { readTexts } from "./texts.ts";

/** Sizes that Chrome and Edge take; Firefox takes the larger one. */
const SIZES = [
  [1280, 800],
  [640, 400],
] as const;

/**
 * Name, address of the part, size of the window it is shown in, and what to press first. In the order of the store. A
 * window taller than the frame is drawn smaller; what is longer still fades out at its lower edge, so that it does not
 * look torn off.
 */
const SHOWN: readonly (readonly [
  name: string,
  query: string,
  size: readonly [number, number],
  ...string[],
])[] = [
  ["question", "part=dialog", [640, 620]],
  ["why", "part=dialog", [600, 960], "summary"],
  ["popup", "part=popup&page=account", [376, 600]],
  ["practice", "part=practice&scene=event", [680, 800], ".main", ".answers button:nth-child(2)"],
  ["book", "part=book#overview", [760, 850]],
];

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The tallest that a window is drawn. */
const FRAME_HEIGHT = 690;

/** The frame around a screen: a heading and a line at its side, on the brand's pale ground. */
const framed = (
  heading: string,
  line: string,
  address: string,
  [width, height]: readonly [number, number],
  scale = Math.min(1, FRAME_HEIGHT / height),
) => `
<style>
*{box-sizing:border-box;margin:0}
body{width:1280px;height:800px;display:grid;grid-template-columns:1fr auto;align-items:center;gap:56px;padding:0 64px;
background:#f4f2f8;color:#26222f;font-family:system-ui,sans-serif}
h1{font-size:46px;line-height:1.15}
p{margin-top:20px;font-size:25px;line-height:1.4;color:#4a4456}
small{display:block;margin-top:40px;font-size:20px;color:#574a82;font-weight:600}
figure{position:relative;width:${width * scale}px;height:${height * scale}px;overflow:hidden;border-radius:16px;
box-shadow:0 0 0 1px #d7d5de,0 12px 40px #2014222e}
iframe{width:${width}px;height:${height}px;border:0;background:#fff;transform:scale(${scale});transform-origin:0 0}
.longer::after{content:"";position:absolute;inset:auto 0 0;height:72px;background:linear-gradient(#fff0,#fff)}
</style>
<div><h1>${escaped(heading)}</h1><p>${escaped(line)}</p><small>Jaga Netral</small></div>
<figure><iframe src="${escaped(address)}"></iframe></figure>`;

async function drawScreens(
  browser: Browser,
  url: string,
  language: Language,
  folder: string,
): Promise<string[]> {
  const texts = readTexts()[language];
  const files: string[] = [];
  for (const [width, height] of SIZES) {
    /* The smaller one is the same page at half as many pixels. */
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: width / 1280,
      colorScheme: "light",
      reducedMotion: "reduce",
      locale: language,
    });
    for (const [at, [name, query, size, ...press]] of SHOWN.entries()) {
      const [heading, line] = texts.pictures[name]!;
      const page = await context.newPage();
      await page.goto(url);
      const address = `${url}?${query.replace(/(?=#|$)/, `&language=${language}`)}`;
      await page.setContent(framed(heading, line, address, size));
      const part = page.frameLocator("iframe");
      await part.locator("h1, h2").first().waitFor();
      for (const selector of press) await part.locator(selector).first().click();
      await page.waitForTimeout(400);
      const isLonger = await part
        .locator(":root")
        .evaluate((root) => root.scrollHeight > root.clientHeight + 1);
      if (isLonger) await page.evaluate(() => document.querySelector("figure")?.classList.add("longer"));
      const file = `${folder}/${at + 1}-${name}-${width}x${height}.png`;
      await writeFile(file, await page.screenshot());
      files.push(file);
      await page.close();
    }
    await context.close();
  }
  return files;
}

/** Tiles and logo from the artwork, by name and size. */
async function drawTiles(browser: Browser, language: Language, folder: string): Promise<string[]> {
  const tile = readFileSync(
    `assets/store/promo-440x280${language === "id" ? "" : `.${language}`}.svg`,
    "utf8",
  );
  const icon = readFileSync("assets/icons/icon.svg", "utf8");
  const wanted = [
    ["tile", tile, 440, 280],
    ["marquee", tile, 1400, 560],
    ["logo", icon, 300, 300],
  ] as const;
  const files: string[] = [];
  for (const [name, svg, width, height] of wanted) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(
      `<style>*{margin:0}body{background:#f4f2f8;display:grid;place-items:center;height:100vh}
      svg{display:block;width:auto;height:${height}px;max-width:${width}px}</style>${svg}`,
    );
    const file = `${folder}/${name}-${width}x${height}.png`;
    await writeFile(file, await page.screenshot({ omitBackground: name === "logo" }));
    files.push(file);
    await page.close();
  }
  return files;
}

/** Draws all pictures of the stores' pages into the folder, in each language. @returns the files */
export async function drawPictures(folder: string): Promise<string[]> {
  const served = await serveParts();
  const browser = await chromium.launch({
    executablePath: await ensureBrowser("chromium"),
    args: ["--disable-gpu", ...(needsNoSandbox() ? ["--no-sandbox"] : [])],
  });
  try {
    const files: string[] = [];
    for (const language of LANGUAGES) {
      const into = `${folder}/${language}`;
      await mkdir(into, { recursive: true });
      files.push(...(await drawScreens(browser, served.url, language, into)));
      files.push(...(await drawTiles(browser, language, into)));
    }
    return files;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Width and height of a PNG file, from its header. */
export function pngSize(file: string): [width: number, height: number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
