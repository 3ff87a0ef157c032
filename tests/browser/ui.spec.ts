import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BROWSER } from "./lib/launch.ts";
import { PAGES } from "./ui/fixtures.ts";
import { axe, focused, type Scheme } from "./ui/look.ts";
import { inside, parts, SCHEMES } from "./ui/setup.ts";

/**
 * The look of every part alone: narrow and zoomed in both browsers, axe in Chromium in both themes. axe checks roles,
 * names and colours from the style sheets, which both browsers share; widths depend on each browser's layout.
 */
const withAxe = BROWSER === "chromium";
/** Where axe runs, each language gets a theme of its own; widths are the same in both themes. */
const LOOKS: [language: string, scheme: Scheme][] = [
  ["id", "light"],
  ["en", withAxe ? "dark" : "light"],
];
const on = parts(withAxe ? SCHEMES : ["light"]);

const DIALOGS = ["", "disputed", "unarmed", "long"].map((name) => `part=dialog&case=${name}`);
const NOTICES = ["part=notice", "part=notice&case=closed", "part=notice&case=asked"];
const POPUPS = [
  ...Object.keys(PAGES).map((page) => `part=popup&page=${page}`),
  ...["faults", "empty", "extra", "locked", "refused", "waits"].map((name) => `part=popup&case=${name}`),
  ...["draft", "rules", "more"].map((view) => `part=popup#${view}`),
  "part=popup&case=extra#rules",
];

const ASK = ["part=ask", "part=ask&case=brief", "part=ask&case=over"];
const WELCOME = [
  "part=welcome",
  "part=welcome&press=.mock article button",
  "part=welcome&press=[aria-expanded]",
  "part=welcome&press=.start",
];
const BOOK = [
  "",
  "#weekly",
  "#overview",
  "#export",
  "#lock",
  "&case=open#lock",
  "&case=locked",
  "&case=empty",
  "&case=trouble",
].map((more) => `part=book${more}`);
/* Each scene before and after an answer, the end of a session, the trainer's mode with and without the answer. */
const SCENE_KINDS = readdirSync("assets/training").map((file) => file.replace(".json", ""));
const PRACTICE = [
  "",
  ...["practised", "locked", "off", "private", "none", "agency"].map((name) => `&case=${name}`),
  ...SCENE_KINDS.map((kind) => `&scene=${kind}&press=.main`),
  ...SCENE_KINDS.map((kind) => `&scene=${kind}&press=.main,.answers button`),
  "&scene=chat&press=.main,.answers button:nth-child(2),.heading .link",
  "#hall",
  "&press=.hall .main#hall",
].map((more) => `part=practice${more}`);
const SETTINGS = ["part=settings", "part=settings&case=policy"];
const WORKSHOP = ["", "&case=faults", "&case=good", "&case=signed"].map((more) => `part=workshop${more}`);
const ALL = [
  "part=help",
  ...WORKSHOP,
  ...PRACTICE,
  ...SETTINGS,
  ...DIALOGS,
  ...NOTICES,
  ...ASK,
  ...POPUPS,
  ...WELCOME,
  ...BOOK,
];

const unfold = `for (const d of (document.getElementById("app").shadowRoot ?? document).querySelectorAll("details")) d.open = true`;

/** What fades in has its colours only at the end: a verdict half seen has no contrast to measure. */
const atRest = `Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))).then(() => {})`;

/** Elements wider than their container. */
const TOO_WIDE = `(() => {
  const root = document.getElementById("app").shadowRoot ?? document;
  const out = [];
  for (const e of [document.documentElement, ...root.querySelectorAll("dialog, section:not(.scroll), main")])
    if (e.scrollWidth > e.clientWidth && e.clientWidth > 0) out.push(e.localName + " " + e.scrollWidth);
  if (document.documentElement.scrollWidth > innerWidth) out.push("page");
  return out;
})()`;

describe("every screen", () => {
  it.each(LOOKS)(
    "passes axe and does not scroll sideways at 320 px in %s, %s",
    { timeout: 300_000 },
    async (language, scheme) => {
      for (const query of ALL)
        await on(
          query.replace(/(?=#|$)/, `&language=${language}`),
          async (page) => {
            if (withAxe && query === DIALOGS[0]) expect(await axe(page)).toEqual([]);
            await page.evaluate(unfold);
            await page.evaluate(atRest);
            if (withAxe) expect([query, await axe(page)]).toEqual([query, []]);
            await page.setViewport({ width: 320, height: 640 });
            await expect.poll(async () => [query, await page.evaluate(TOO_WIDE)]).toEqual([query, []]);
          },
          scheme,
        );
    },
  );

  it.runIf(withAxe).each(SCHEMES)("control: fails axe in %s with a planted fault", async (scheme) => {
    for (const [query, place] of [
      ["part=dialog", ".body"],
      ["part=notice", ".note-card"],
      ["part=notice", ".note-strip"],
      ["part=popup", "main"],
      ["part=welcome", "main"],
      ["part=practice", "main"],
    ] as const) {
      const isQuestion = query === "part=dialog";
      await on(
        query,
        async (page) => {
          await page.evaluate(`(() => {
            const root = document.getElementById("app").shadowRoot ?? document;
            const at = root.querySelector(${JSON.stringify(place)});
            /* A question that is changed from outside is given up, so that only its looks can be spoilt. */
            if (${isQuestion}) {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync("* { color: #888 !important; background: #999 !important }");
              root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
              return;
            }
            const p = document.createElement("p");
            p.textContent = "pale";
            p.style.cssText = "color: #888; background: #999";
            at.append(p, document.createElement("button"));
          })()`);
          const found = (await axe(page)).map((line) => line.split(":")[0]);
          const planted = ["color-contrast", ...(isQuestion ? [] : ["button-name"])];
          expect([place, found]).toEqual([place, expect.arrayContaining(planted)]);
        },
        scheme,
      );
    }
  });
});

it("a strip looks the same before and after a question is drawn in its root", async () => {
  const look = `(() => { const s = getComputedStyle(document.getElementById("app").shadowRoot.querySelector(".note-strip"));
    return [s.display, s.backgroundColor, s.borderTopWidth, s.padding].join(" "); })()`;
  const looks: unknown[] = [];
  for (const query of ["part=notice", "part=notice&case=asked"])
    await on(query, async (page) => void looks.push(await page.evaluate(look)));
  expect(looks[0]).toMatch(/^flex /);
  expect(looks[1]).toBe(looks[0]);
});

describe("the visible structure report", () => {
  it.each(LOOKS)("passes axe and does not scroll sideways at 320 px in %s, %s", async (language, scheme) => {
    await on(
      `part=popup&page=unread&language=${language}`,
      async (page) => {
        await page.click(".structure button");
        await page.waitForSelector(".structure pre");
        if (withAxe) expect(await axe(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        if (process.env.JN_SHOTS)
          await page.screenshot({ path: `${process.env.JN_SHOTS}/structure-${scheme}.png` });
      },
      scheme,
      [320, 720],
    );
  });
});

describe("the zoomed dialog", () => {
  it("shows every control within reach at 200 % of 640 × 480", async () => {
    await on(
      "part=dialog",
      async (page) => {
        for (const name of ["cancel", "continue", "not-campaign", "Mengapa?"]) {
          await expect.poll(() => focused(page)).toBe(name);
          const box = (await inside(
            page,
            `(() => { const b = root.activeElement.getBoundingClientRect(); return [b.top, b.bottom, innerHeight]; })()`,
          )) as number[];
          expect(box[0]).toBeGreaterThanOrEqual(0);
          expect(box[1]).toBeLessThanOrEqual(box[2]!);
          await page.keyboard.press("Tab");
        }
      },
      "light",
      [320, 240],
    );
  });
});
