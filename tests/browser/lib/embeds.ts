/** A third-party page with a site's plugin or embedded post in it, and the question's window. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ExtensionPage } from "./driver-page.ts";
import type { PageSource } from "./types.ts";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

const HERE = resolve(import.meta.dirname, "../pages/embeds");
const read = (name: string) => readFileSync(`${HERE}/${name}.html`, "utf8");
export const PARENT = "https://www.example.org/";

/** The content of one frame. */
export interface FrameContent {
  account: string;
  name: string;
  text: string;
}

const filled = (html: string, { account, name, text }: FrameContent) =>
  html.replaceAll("AKUN", account).replaceAll("NAMA", name).replaceAll("KATA", text);

/** Facebook's plugin of that name for this account or, with `post`, for one of its posts. */
export const plugin = (which: "like" | "post" | "page", shown: FrameContent): PageSource => ({
  url: `https://www.facebook.com/plugins/${which}.php?href=${encodeURIComponent(
    `https://www.facebook.com/${shown.account}${which === "post" ? "/posts/1" : ""}`,
  )}&width=400`,
  html: filled(read("like"), shown),
});

export const tweet = (shown: FrameContent): PageSource => ({
  url: "https://platform.twitter.com/embed/Tweet.html?id=77",
  html: filled(read("tweet"), shown),
});

export const player = (shown: FrameContent): PageSource => ({
  url: "https://www.youtube.com/embed/AbCdEfGhIjK?rel=0",
  html: filled(read("player"), shown),
});

/** The parent with one frame for each address; frames with the same path show the same. */
export function parent(frames: readonly PageSource[], early?: string): PageSource {
  const tags = frames.map(({ url }) => `<iframe src="${url.replace(/&/g, "&amp;")}"></iframe>`).join("");
  return {
    url: PARENT,
    html: read("parent").replace("<!-- frames -->", tags),
    early,
    others: frames,
  };
}

/** A real click on the button of the n-th frame, wherever the parent put it. */
export async function clickInFrame(visit: Visit, n = 0): Promise<void> {
  const at = await visit.evaluate<{ x: number; y: number }>(
    `(({ left, top }) => ({ x: left + 40, y: top + 25 }))(document.querySelectorAll("iframe")[${n}].getBoundingClientRect())`,
  );
  await visit.clickAt(at);
}

/** The question's window, once it shows its question. */
export async function questionWindow(
  visit: Visit,
  timeoutMs = PATIENCE_MS,
): Promise<ExtensionPage | undefined> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const [page] = await visit.openPages("ask.html");
    const there =
      page &&
      (await page.evaluate<boolean>(`Boolean(document.querySelector("[data-answer]"))`).catch(() => false));
    if (there) return page;
    if (Date.now() > until) return undefined;
    await pause(60);
  }
}

/** Answers by a real click after the window was long enough in front. */
export async function answerInWindow(page: ExtensionPage, answer: string): Promise<void> {
  const armed = `document.querySelector("[data-answer=continue]")?.ariaDisabled !== "true"`;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(40))
    if (await page.evaluate<boolean>(armed).catch(() => true)) break;
  /* The window may close under the click, which a driver takes for a failure; the outcome is checked elsewhere. */
  await page.clickOn(`[data-answer="${answer}"]`).catch((error) => {
    if (!/closed|no such|discarded|destroyed/i.test(String(error))) throw error;
  });
}

/** Waits until no question's window is open. @returns how many are */
export async function openQuestionWindows(visit: Visit, timeoutMs = PATIENCE_MS): Promise<number> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const { length } = await visit.openPages("ask.html");
    if (length === 0 || Date.now() > until) return length;
    await pause(60);
  }
}
