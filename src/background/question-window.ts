import * as z from "zod/mini";
import { localDay } from "../domain/day.ts";
import { outcomeOf } from "../domain/outcome.ts";
import type { Answer } from "../domain/warning.ts";
import { onMessage } from "../messaging/messages.ts";
import type { HeldElsewhere, QuestionRequest } from "../messaging/protocol.ts";
import { ANSWER_WITHIN_MS, QUESTION_PORT } from "../messaging/question-port.ts";
import { heldAnswerSchema, heldQuerySchema, questionRequestSchema } from "../messaging/schemas.ts";
import type { Sender } from "../messaging/transport.ts";
import { siteIdOf } from "../sites/hosts.ts";
import type { RecordOutcome } from "./answers.ts";

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/**
 * After so many windows within a minute that nobody answered in, none is opened: the actions stay undone without a
 * question. Clicks that a page lures out of its visitor end there.
 */
export const MOST_UNANSWERED = 5;
const MINUTE_MS = 60_000;
/** Of the question's window, in px. */
const SIZE = { width: 480, height: 660 };
const PAGE = "/ask.html";

/** The one question that is open. Kept in memory only: with the background it ends, undone. */
interface Open {
  /** Known to the extension's own window alone. */
  id: string;
  held: QuestionRequest;
  port: Port;
  timer: ReturnType<typeof setTimeout>;
  /** The window it stands in; null: there is no such thing here, the popup carries it. */
  window: Promise<number | null>;
  /** Its tab in that window, once it is there: other pages may be opened in the same window. */
  tab?: number | undefined;
}

/** Questions about actions held in a frame of another site's page: asked in a window of the extension. */
export function startQuestions(
  fromUs: (sender: Sender, where: "popup") => void,
  record: RecordOutcome,
): void {
  let open: Open | null = null;
  /** When windows ended that nobody answered in. */
  let unanswered: number[] = [];

  /** Puts the question where no page reaches it. */
  async function show(id: string, tabId: number | undefined): Promise<number | null> {
    const url = `${browser.runtime.getURL(PAGE as never)}#${id}`;
    if (browser.windows?.create) {
      const made = await browser.windows.create({ url, type: "popup", focused: true, ...SIZE });
      if (open?.id === id) open.tab = made?.tabs?.[0]?.id;
      return made?.id ?? null;
    }
    if (tabId !== undefined) await browser.action.setBadgeText({ tabId, text: "●" });
    await browser.action.openPopup?.().catch(() => {});
    return null;
  }

  async function clearAway({ window, port }: Open): Promise<void> {
    const at = await window.catch(() => null);
    if (at !== null) await browser.windows.remove(at).catch(() => {});
    else if (!browser.windows?.create && port.sender?.tab?.id !== undefined)
      await browser.action.setBadgeText({ tabId: port.sender.tab.id, text: "" }).catch(() => {});
  }

  /** Ends the open question, once. @param by whether the user said so in its window. */
  function end(answer: Answer, by: "user" | "nobody" = "nobody"): void {
    if (!open) return;
    if (by === "nobody") unanswered.push(Date.now());
    const { held, port, timer } = open;
    clearTimeout(timer);
    void clearAway(open);
    open = null;
    try {
      port.postMessage({ answer });
    } catch {
      /* the frame is gone: nobody can act on it any more */
    }
    /* Beside its frame: what is opened from a private window stays private. */
    if (held.opens !== undefined && answer !== "cancel")
      void browser.tabs.create({ url: held.opens, windowId: port.sender?.tab?.windowId }).catch(() => {});
    /* The frame sends the same, where it is still there, for a background that is gone; a hold counts once. */
    void record(outcomeOf(held.warning, held.about, answer, localDay(new Date())), port.sender ?? {});
  }

  function begin(port: Port, held: QuestionRequest): void {
    const now = Date.now();
    unanswered = unanswered.filter((at) => now - at < MINUTE_MS);
    if (open || unanswered.length >= MOST_UNANSWERED) {
      void front();
      port.postMessage({ answer: null });
      return;
    }
    const id = crypto.randomUUID();
    const window = show(id, port.sender?.tab?.id);
    const timer = setTimeout(() => end("cancel"), ANSWER_WITHIN_MS);
    const mine: Open = { id, held, port, timer, window };
    open = mine;
    window.catch(() => open === mine && end("cancel"));
  }

  async function front(): Promise<void> {
    const at = await open?.window.catch(() => null);
    if (at !== null && at !== undefined) await browser.windows.update(at, { focused: true }).catch(() => {});
  }

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== QUESTION_PORT) return;
    const site = isFrame(port) ? siteIdOf(new URL(port.sender!.url!).hostname) : null;
    port.onMessage.addListener((message: unknown) => {
      if (open?.port === port) {
        void front();
        return;
      }
      const read = z.safeParse(questionRequestSchema, message);
      const good = read.success && site !== null && read.data.warning.site === site;
      if (good && mayOpen(read.data)) begin(port, read.data);
      else port.disconnect();
    });
    port.onDisconnect.addListener(() => {
      if (open?.port === port) end("cancel");
    });
  });
  browser.windows?.onRemoved.addListener(async (gone) => {
    const now = open;
    if (now && (await now.window.catch(() => null)) === gone && open === now) end("cancel");
  });

  /** The open question, if the page that asks is the one it was opened in. */
  async function of(id: string | null, sender: Sender): Promise<Open | null> {
    fromUs(sender, "popup");
    const now = open;
    if (!now) return null;
    const at = await now.window.catch(() => null);
    const page = new URL(sender.url!).pathname;
    const right =
      at === null
        ? id === null && page === "/popup.html"
        : id === now.id &&
          page === PAGE &&
          sender.tab?.windowId === at &&
          (now.tab ?? sender.tab.id) === sender.tab.id;
    return right && open === now ? now : null;
  }

  onMessage("held", async ({ data, sender }) => {
    const { id } = z.parse(heldQuerySchema, data);
    const held = (await of(id, sender))?.held;
    if (!held) return null;
    /* The rest is for the background alone. */
    const { warning, opens } = held;
    return opens === undefined ? { warning } : { warning, opens };
  });
  onMessage("heldAnswer", async ({ data, sender }) => {
    const { id, answer } = z.parse(heldAnswerSchema, data);
    if (!(await of(id, sender))) return false;
    end(answer, "user");
    return true;
  });
}

/** Our own script in a frame of a tab, not in its page and not elsewhere. */
const isFrame = ({ sender }: Port): boolean =>
  sender?.id === browser.runtime.id && !!sender.tab && !!sender.url && (sender.frameId ?? 0) > 0;

/** What is opened after the answer is a page of the same site. */
function mayOpen({ warning, opens }: HeldElsewhere): boolean {
  if (opens === undefined) return true;
  try {
    const { protocol, hostname } = new URL(opens);
    return protocol === "https:" && siteIdOf(hostname) === warning.site;
  } catch {
    return false;
  }
}
