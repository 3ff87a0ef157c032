/** Waits for the signals that a page can be acted on, instead of a fixed time. */
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

/**
 * Waits until the guard of the page in front answers, as it answers the popup, and has its rules: an earlier press
 * passes after half a second. The page need not have been read: a press reads it. Does nothing in a browser without the
 * extension.
 * @param rules false: the guard's answer is enough because no rules will come
 * @throws Error where that does not happen
 */
export async function ready(visit: Visit, rules = true): Promise<void> {
  if (!visit.extensionId) return;
  const address = JSON.stringify(await visit.evaluate<string>("location.href"));
  let state: string | null = null;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(15)) {
    state = await visit.inExtension<string | null>(
      `const tab = (await api.tabs.query({})).find((one) => one.url === ${address});
      const message = { id: 1, type: "getState", data: undefined, timestamp: Date.now() };
      const answer = tab && await api.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => null);
      return answer?.res?.state ?? null;`,
    );
    if (state !== null && (state !== "loading" || !rules)) return;
  }
  throw new Error(`the guard of ${address} is not ready: ${state ?? "no answer"}`);
}

/** Waits until the question takes a confirmation, 300 ms after it became visible. */
export async function armed(visit: Visit): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(20)) {
    const { buttons = [] } = (await visit.currentQuestion()) ?? {};
    if (buttons.length && buttons.every((button) => button.armed)) return;
  }
  throw new Error("no question takes a confirmation");
}
