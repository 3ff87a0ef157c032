import type { Change } from "./changes.ts";
import { sendMessage } from "./messages.ts";
import { sendUntilDone } from "./retry.ts";

/** Has the background make a change; resolves when it is stored. Pages follow by the browser's storage events. */
export const requestChange = (change: Change): Promise<void> =>
  sendUntilDone(async () => void (await sendMessage("change", change)));
