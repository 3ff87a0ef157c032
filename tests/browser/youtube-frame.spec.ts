/** Live chat is a frame in the page of its video: the video decides whether a chat line is held. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { ready } from "./lib/ready.ts";
import type { Point } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

const FRAME = `document.querySelector("#chatframe")`;
const watch = pageNamed("youtube", "hand_yt_watch_id").source;
const others = [pageNamed("youtube", "hand_yt_live_chat_id").source];

/** Opens a video with this title and sends a friendly word to its chat, or clicks something in it. */
async function chatUnder(title: string, press?: string): Promise<void> {
  await visit.open({ ...watch, others });
  await visit.waitFor(`Boolean(${FRAME}.contentDocument?.querySelector("#input"))`);
  await visit.evaluate(`__setPost(0, { author: "Warga Uji", text: ${JSON.stringify(title)} })`);
  await ready(visit);
  await pause(500); // no signal outside the frame says that its script has its rules
  visit.resetCounts();
  const at = await visit.evaluate<Point>(`(() => { const f = ${FRAME}; f.scrollIntoView({ block: "center" });
    const a = f.getBoundingClientRect(), b = f.contentDocument.querySelector(${JSON.stringify(press ?? "#input")}).getBoundingClientRect();
    return { x: a.left + b.left + b.width / 2, y: a.top + b.top + b.height / 2 }; })()`);
  await visit.clickAt(at);
  if (press) return;
  const input = `${FRAME}.contentDocument.querySelector("#input")`;
  await visit.waitFor(
    `${FRAME}.contentDocument.hasFocus() && ${input}.contains(${FRAME}.contentDocument.activeElement)`,
  );
  await visit.type("y");
  await visit.waitFor(`${input}.textContent.includes("y")`);
  await visit.press("Enter");
}

/** Waits for the question in the frame, which no driver can read: an extension host beside head and body. */
async function waitForHold(): Promise<void> {
  await visit.waitFor(`${FRAME}.contentDocument.documentElement.children.length > 2`);
  await pause(500); // it accepts answers after 300 ms
  expect(visit.performed).toEqual([]);
}

test("control: a chat line under a neutral video is sent unasked", async () => {
  await chatUnder(NEUTRAL);
  expect(await visit.settled(1)).toBe(1);
  expect(visit.performed[0]).toMatchObject({ action: "chat", text: "y" });
});

test("a chat line under a campaign's video is held, and Batal leaves it unsent", async () => {
  await chatUnder(CAMPAIGN);
  await waitForHold();
  await visit.press("Escape");
  expect(await visit.settled(0)).toBe(0);
});

test.each([
  ["a vote in the chat's poll", ".choice", "vote"],
  ["a heart sent to the broadcast", "#expanded-buttons button", "react"],
])("%s passes under a neutral video and is held under a campaign's", async (_, press, action) => {
  await chatUnder(NEUTRAL, press);
  expect(await visit.settled(1)).toBe(1);
  expect(visit.performed[0]).toMatchObject({ action });
  await chatUnder(CAMPAIGN, press);
  await waitForHold();
  await visit.press("Escape");
  expect(await visit.settled(0)).toBe(0);
});

test("Tetap lanjutkan sends the held chat line once", async () => {
  await chatUnder(CAMPAIGN);
  await waitForHold();
  await visit.press("Tab");
  await visit.press("Enter");
  expect(await visit.settled(1)).toBe(1);
});
