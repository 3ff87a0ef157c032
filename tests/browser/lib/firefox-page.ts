import { writeFileSync } from "node:fs";
import type { BidiResult } from "./bidi-node.ts";
import type { ExtensionPage } from "./driver-page.ts";
import type { Point } from "./types.ts";
import { pause } from "./visit.ts";

type Send = (method: string, params: object) => Promise<BidiResult>;

/** A page of the extension in Firefox, driven through the protocol: Puppeteer never sees its navigations end. */
export function drivenPage(
  send: Send,
  context: string,
  origin: string,
  front: () => Promise<void>,
): ExtensionPage {
  const evaluate = async <T>(expression: string) => {
    const answer = await send("script.evaluate", {
      expression: `Promise.resolve(${expression}).then((v) => JSON.stringify(v === undefined ? null : v))`,
      awaitPromise: true,
      target: { context },
    });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer.exceptionDetails));
    return JSON.parse(String(answer.result?.value)) as T;
  };
  const pointOn = (selector: string) =>
    evaluate<Point | null>(`((e) => { e?.scrollIntoView({ block: "center" });
    const r = e?.getBoundingClientRect(); const at = r && { x: Math.round(r.x + r.width / 2), y: Math.round(r.y + r.height / 2) };
    const hit = at && document.elementFromPoint(at.x, at.y); return hit && (e === hit || e.contains(hit)) ? at : null;
  })(document.querySelector(${JSON.stringify(selector)}))`);
  const press = (points: readonly Point[], pointerType: "mouse" | "touch" = "mouse") =>
    send("input.performActions", {
      context,
      actions: [
        {
          type: "pointer",
          id: pointerType,
          parameters: { pointerType },
          actions: points.flatMap((point) => [
            { type: "pointerMove", ...point },
            { type: "pointerDown", button: 0 },
            { type: "pointerUp", button: 0 },
          ]),
        },
      ],
    });
  const steadyPointOn = async (selector: string, patienceMs = 10_000): Promise<Point> => {
    /* Clicks like Playwright: once the element can be hit and stands still. */
    let point = await pointOn(selector);
    for (const until = Date.now() + patienceMs; ; ) {
      await pause(30);
      const now = await pointOn(selector);
      if (now && point && now.x === point.x && now.y === point.y) return now;
      if (Date.now() > until) throw new Error(`no point of ${selector} can be hit`);
      point = now;
    }
  };
  /** Whether the click came within three seconds; also true where it led to another page or closed this one. */
  const isClicked = async (): Promise<boolean> => {
    for (const until = Date.now() + 3_000; Date.now() < until; await pause(30))
      if (await evaluate<boolean>("globalThis.__clicked !== false").catch(() => true)) return true;
    return false;
  };
  /* A page still drawing may move what is pressed: then the press is lost, and a user would press again. */
  const clickOn = async (selector: string) => {
    for (let tries = 0; tries < 3; tries++) {
      /* Gone after a press: it came late, and was no loss. */
      const point = await (tries
        ? steadyPointOn(selector, 1_000).catch(() => null)
        : steadyPointOn(selector));
      if (!point) return;
      await evaluate(`(globalThis.__clicked = false, addEventListener("click", ({ target }) => {
        globalThis.__clicked ||= !!target.closest(${JSON.stringify(selector)}); }, true))`);
      await press([point]);
      if (await isClicked()) return;
    }
    throw new Error(`no press reaches ${selector}`);
  };
  return {
    evaluate,
    go: async (path) => {
      await send("browsingContext.navigate", { context, url: origin + path, wait: "complete" });
    },
    front: async () => {
      await send("browsingContext.activate", { context });
    },
    clickOn,
    clickEach: async (selector) => {
      await send("browsingContext.activate", { context }); // a hidden tab loses quick presses
      await steadyPointOn(selector);
      const points = await evaluate<
        Point[]
      >(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => {
        const r = e.getBoundingClientRect();
        return { x: Math.round(r.x + r.width / 2), y: Math.round(r.y + r.height / 2) }; })`);
      await press(points);
    },
    tapOn: async (selector) => void (await press([await steadyPointOn(selector)], "touch")),
    press: async (key) => {
      const value = { Enter: "\uE007", Space: " ", Tab: "\uE004", PageDown: "\uE00F" }[key];
      const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
      await send("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
    },
    write: async (selector, text) => {
      await clickOn(selector);
      /* The click may arrive after its answer. */
      const focused = `document.activeElement === document.querySelector(${JSON.stringify(selector)})`;
      for (let tries = 0; tries < 50 && !(await evaluate<boolean>(focused)); tries++) await pause(40);
      await evaluate(
        `(document.activeElement.select(), document.execCommand("insertText", false, ${JSON.stringify(text)}))`,
      );
    },
    upload: async (selector, file) => {
      const found = await send("script.evaluate", {
        expression: `document.querySelector(${JSON.stringify(selector)})`,
        awaitPromise: false,
        target: { context },
      });
      const element = { sharedId: (found.result as { sharedId?: string } | undefined)?.sharedId };
      await send("input.setFiles", { context, element, files: [file] });
    },
    screenshot: async (file, whole = false) => {
      const part = whole ? "document" : "viewport";
      const { data } = await send("browsingContext.captureScreenshot", { context, origin: part });
      writeFileSync(file, Buffer.from(data ?? "", "base64"));
    },
    close: async () => {
      await send("browsingContext.close", { context });
      await front();
    },
  };
}
