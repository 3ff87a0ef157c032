/** Class 3: no confirmation counts unless the dialog was visible and on top, at the point of the click, for 300 ms. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { armed } from "./lib/ready.ts";
import { BUTTON } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const FULL =
  "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;max-width:none;max-height:none;background:#fff;z-index:2147483647";

/** Attacks that cannot hide a modal dialog in the top layer: the question stays readable and answerable. */
const IN_VAIN: Record<string, string> = {
  "opacity of html and body": `for (const e of [document.documentElement, document.body]) e.style.setProperty("opacity", "0", "important")`,
  "filter and display of body": `document.body.style.filter = "opacity(0)"; document.body.style.display = "none"`,
  "transform and clip of html": `document.documentElement.style.transform = "scale(.01)"; document.documentElement.style.clipPath = "inset(50%)"`,
  "a layer above all z-indexes": `document.body.append(Object.assign(document.createElement("div"), { id: "cover" })); cover.style.cssText = ${JSON.stringify(FULL)}`,
  "rules for every element": `document.head.append(Object.assign(document.createElement("style"), { textContent: "*, div, dialog, :host { opacity: 0 !important; visibility: hidden !important; transform: translate(-9999px) !important }" }))`,
};
/** Elements that enter the top layer later and cover the question until it is put back on top. */
const ABOVE: Record<string, string> = {
  "a later popover": `const p = document.createElement("div"); p.popover = "manual"; p.style.cssText = ${JSON.stringify(FULL)}; document.body.append(p); p.showPopover()`,
  "a later popover in a closed shadow root": `const h = document.createElement("div"); document.body.append(h); const p = document.createElement("div");
    h.attachShadow({ mode: "closed" }).append(p); p.popover = "manual"; p.style.cssText = ${JSON.stringify(FULL)}; p.showPopover()`,
  "a later modal dialog": `const d = document.createElement("dialog"); d.style.cssText = ${JSON.stringify(FULL)}; document.body.append(d); d.showModal()`,
};

const confirmPoint = async () =>
  (await visit.waitForQuestion())!.buttons.find((b) => BUTTON.continue.test(b.name))!.at;

test("control: one real click confirms the uncovered question once", async () => {
  await openWithQuestion(visit);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});

test("a click in the first 300 ms of the question confirms nothing", async () => {
  /* The earliest possible click: an earlier question showed the button's position. */
  await openWithQuestion(visit);
  const at = await confirmPoint();
  await visit.press("Escape");
  /* Only if both clicks took less than 300 ms was the second certainly too early to count. */
  for (let tries = 0; tries < 8; tries++) {
    await openCampaignFeed(visit);
    const like = await visit.pointOf("S.posts[0].like");
    const before = Date.now();
    await visit.clickAt(like);
    await visit.clickAt(at);
    const took = Date.now() - before;
    if (took < 300) {
      expect(await visit.settled(0, 0, 500)).toBe(0);
      await visit.press("Escape");
      return;
    }
    console.log(`two clicks took ${took} ms: this try says nothing`);
    /* A like that it confirmed is not to arrive while the next one is counted. */
    await visit.settled(1, 1_000);
  }
});

describe("a page that cannot cover the top layer", () => {
  test.each(Object.entries(IN_VAIN))(
    "leaves the question on top and cancellable without a trace after: %s",
    async (_, script) => {
      await openWithQuestion(visit);
      await visit.evaluate(`(() => { ${script} })()`);
      await pause(500); // the question must stay
      expect(await visit.currentQuestion()).toBeDefined();
      expect(visit.performed).toEqual([]);
      await visit.answer("cancel");
      expect(await visit.settled(0)).toBe(0);
    },
  );
});

describe("a page that covers the question", () => {
  test.each(Object.entries(ABOVE))(
    "confirms nothing by a click within 300 ms after opening %s",
    async (_, script) => {
      await openWithQuestion(visit);
      await armed(visit);
      const at = await confirmPoint();
      await visit.evaluate(`(() => { ${script} })()`);
      await visit.clickAt(at);
      expect(await visit.settled(0)).toBe(0);
      await visit.press("Escape");
      expect(await visit.settled(0)).toBe(0);
    },
  );

  test.each(["a later popover", "a later popover in a closed shadow root"])(
    "leaves the action undone whatever is clicked while it keeps opening %s",
    async (kind) => {
      await openWithQuestion(visit);
      await armed(visit);
      const at = await confirmPoint();
      await visit.evaluate(
        `(() => { const one = () => { ${ABOVE[kind]} }; one(); window.flood = setInterval(one, 50); })()`,
      );
      for (let i = 0; i < 8; i++) {
        await visit.clickAt(at);
        await pause(120); // nothing may happen
      }
      await visit.evaluate("clearInterval(flood)");
      expect(visit.performed).toEqual([]);
    },
  );
});

test("a page that scrolls and zooms behind the question moves no button under the pointer", async () => {
  await openWithQuestion(visit);
  await armed(visit);
  const at = await confirmPoint();
  await visit.evaluate(
    `(document.body.style.zoom = "3", document.body.style.minHeight = "9000px", scrollTo(0, 3000))`,
  );
  await pause(350); // no button may move, not even after it takes clicks
  const now = await confirmPoint();
  expect(Math.abs(now.x - at.x) + Math.abs(now.y - at.y)).toBeLessThan(4);
  await visit.answer("cancel");
  expect(await visit.settled(0)).toBe(0);
});
