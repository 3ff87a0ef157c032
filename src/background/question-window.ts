import * as z from "zod/mini";
import { localDay } from "../domain/day.ts";
import { outcomeOf } from "../domain/outcome.ts";
import type { Answer } from "../domain/warning.ts";
import { onMessage } from "../messaging/messages.ts";
import type { QuestionRequest, RemoteQuestion } from "../messaging/protocol.ts";
import { ANSWER_TIMEOUT_MS, QUESTION_PORT } from "../messaging/question-port.ts";
import {
  questionRequestSchema,
  remoteAnswerSchema,
  remoteQuestionQuerySchema,
} from "../messaging/schemas.ts";
import type { Sender } from "../messaging/transport.ts";
import { siteIdOf } from "../sites/hosts.ts";
import type { RecordOutcome } from "./answers.ts";

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/**
 * After so many unanswered windows within a minute no window is opened, and held actions are dropped without a question.
 * This ends a flood of clicks that a page tricks its visitor into.
 */
export const MAX_UNANSWERED = 5;
const MINUTE_MS = 60_000;
/** Size of the question's window, in px. */
const WINDOW_SIZE = { width: 480, height: 660 };
const PAGE = "/ask.html";

/** The one open question. In memory only: if the background is killed, the action is dropped. */
interface OpenQuestion {
  /** Known only to the extension's window. */
  id: string;
  request: QuestionRequest;
  port: Port;
  timer: ReturnType<typeof setTimeout>;
  /** Its window; null on platforms without windows, where the popup shows the question. */
  window: Promise<number | null>;
  /** Its tab in that window, once it is open: other pages may be opened in the same window. */
  tab?: number | undefined;
}

/** Asks about actions held in frames of other sites' pages, in a window of the extension. */
export function startQuestionWindow(assertExtension: (sender: Sender) => void, record: RecordOutcome): void {
  let open: OpenQuestion | null = null;
  /** Times at which unanswered questions ended. */
  let unanswered: number[] = [];

  /** Shows the question where no page can reach it. */
  async function show(id: string, tabId: number | undefined): Promise<number | null> {
    const url = `${browser.runtime.getURL(PAGE as never)}#${id}`;
    if (browser.windows?.create) {
      const created = await browser.windows.create({ url, type: "popup", focused: true, ...WINDOW_SIZE });
      if (open?.id === id) open.tab = created?.tabs?.[0]?.id;
      return created?.id ?? null;
    }
    if (tabId !== undefined) await browser.action.setBadgeText({ tabId, text: "●" });
    await browser.action.openPopup?.().catch(() => {});
    return null;
  }

  async function removeWindow({ window, port }: OpenQuestion): Promise<void> {
    const at = await window.catch(() => null);
    if (at !== null) await browser.windows.remove(at).catch(() => {});
    else if (!browser.windows?.create && port.sender?.tab?.id !== undefined)
      await browser.action.setBadgeText({ tabId: port.sender.tab.id, text: "" }).catch(() => {});
  }

  /** Ends the open question, once. @param by "user" if the user answered in its window. */
  function end(answer: Answer, by: "user" | "nobody" = "nobody"): void {
    if (!open) return;
    if (by === "nobody") unanswered.push(Date.now());
    const { request, port, timer } = open;
    clearTimeout(timer);
    void removeWindow(open);
    open = null;
    try {
      port.postMessage({ answer });
    } catch {
      /* the frame no longer exists, and neither does its action */
    }
    /* In the window of the frame: what is opened from a private window stays private. */
    if (request.opens !== undefined && answer !== "cancel")
      void browser.tabs.create({ url: request.opens, windowId: port.sender?.tab?.windowId }).catch(() => {});
    /* The frame, if it still exists, sends the same outcome in case this background ends; a hold counts once. */
    const outcome = outcomeOf(request.warning, request.about, answer, localDay(new Date()));
    void record(outcome, request.warning.site, port.sender ?? {});
  }

  function ask(port: Port, request: QuestionRequest): void {
    const now = Date.now();
    unanswered = unanswered.filter((at) => Math.abs(now - at) < MINUTE_MS);
    if (open || unanswered.length >= MAX_UNANSWERED) {
      void bringToFront();
      port.postMessage({ answer: null });
      return;
    }
    const id = crypto.randomUUID();
    const window = show(id, port.sender?.tab?.id);
    const timer = setTimeout(() => end("cancel"), ANSWER_TIMEOUT_MS);
    const current: OpenQuestion = { id, request, port, timer, window };
    open = current;
    window.catch(() => open === current && end("cancel"));
  }

  async function bringToFront(): Promise<void> {
    const at = await open?.window.catch(() => null);
    if (at !== null && at !== undefined) await browser.windows.update(at, { focused: true }).catch(() => {});
  }

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== QUESTION_PORT) return;
    const site = isOurFrame(port) ? siteIdOf(new URL(port.sender!.url!).hostname) : null;
    port.onMessage.addListener((message: unknown) => {
      if (open?.port === port) {
        void bringToFront();
        return;
      }
      const request = z.safeParse(questionRequestSchema, message);
      const isValid = request.success && site !== null && request.data.warning.site === site;
      if (isValid && mayOpenPage(request.data)) ask(port, request.data);
      else port.disconnect();
    });
    port.onDisconnect.addListener(() => {
      if (open?.port === port) end("cancel");
    });
  });
  browser.windows?.onRemoved.addListener(async (removed) => {
    const now = open;
    if (now && (await now.window.catch(() => null)) === removed && open === now) end("cancel");
  });

  /** The open question, if the sender is the page that it was opened in. */
  async function questionFor(id: string | null, sender: Sender): Promise<OpenQuestion | null> {
    assertExtension(sender);
    const now = open;
    if (!now) return null;
    const at = await now.window.catch(() => null);
    const page = new URL(sender.url!).pathname;
    const isItsPage =
      at === null
        ? id === null && page === "/popup.html"
        : id === now.id &&
          page === PAGE &&
          sender.tab?.windowId === at &&
          (now.tab ?? sender.tab.id) === sender.tab.id;
    return isItsPage && open === now ? now : null;
  }

  onMessage("remoteQuestion", async ({ data, sender }) => {
    const { id } = z.parse(remoteQuestionQuerySchema, data);
    const request = (await questionFor(id, sender))?.request;
    if (!request) return null;
    /* The subject is for the background only. */
    const { warning, opens } = request;
    return opens === undefined ? { warning } : { warning, opens };
  });
  onMessage("remoteAnswer", async ({ data, sender }) => {
    const { id, answer } = z.parse(remoteAnswerSchema, data);
    if (!(await questionFor(id, sender))) return false;
    end(answer, "user");
    return true;
  });
}

/** True for our content script in a frame of a tab, but not in its top page. */
const isOurFrame = ({ sender }: Port): boolean =>
  sender?.id === browser.runtime.id && !!sender.tab && !!sender.url && (sender.frameId ?? 0) > 0;

/** True if the page to open after the answer belongs to the same site. */
function mayOpenPage({ warning, opens }: RemoteQuestion): boolean {
  if (opens === undefined) return true;
  try {
    const { protocol, hostname } = new URL(opens);
    return protocol === "https:" && siteIdOf(hostname) === warning.site;
  } catch {
    return false;
  }
}
