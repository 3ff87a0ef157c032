import type { ChromiumVisit } from "./chromium.ts";
import type { FirefoxVisit } from "./firefox.ts";
import type { Point } from "./types.ts";
import { pause, type Visit } from "./visit.ts";

interface BidiPage {
  connection: { send(method: string, params: object): Promise<unknown> };
}

/**
 * Two real clicks at one point with a pause between them, the halves of a slow double click. Neither waits for the page,
 * as no mouse does; Firefox's driver hands the second on only when the page is idle again.
 */
export async function clickTwice(visit: Visit, at: Point, gapMs: number): Promise<void> {
  if (visit.kind === "firefox") {
    const { browser, page } = visit as FirefoxVisit;
    const press = [
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    const actions = [
      { type: "pointerMove", x: Math.round(at.x), y: Math.round(at.y) },
      ...press,
      { type: "pause", duration: gapMs },
      ...press,
    ];
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    await (browser as unknown as BidiPage).connection.send("input.performActions", {
      context,
      actions: [{ type: "pointer", id: "mouse", actions }],
    });
    return;
  }
  const { context, raw } = visit as ChromiumVisit;
  const session = await context.newCDPSession(raw);
  const sent: Promise<unknown>[] = [];
  const send = (type: "mouseMoved" | "mousePressed" | "mouseReleased", clickCount: number) =>
    void sent.push(
      session.send("Input.dispatchMouseEvent", {
        type,
        ...at,
        button: clickCount ? "left" : "none",
        clickCount,
      }),
    );
  send("mouseMoved", 0);
  for (const clickCount of [1, 2]) {
    send("mousePressed", clickCount);
    send("mouseReleased", clickCount);
    if (clickCount === 1) await pause(gapMs);
  }
  await Promise.all(sent);
  await session.detach();
}
