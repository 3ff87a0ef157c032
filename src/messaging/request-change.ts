import type { Change } from "./changes.ts";
import { sendMessage } from "./messages.ts";
import { sendWithRetry } from "./retry.ts";
import { RemoteError } from "./transport.ts";

/**
 * Requests a change from the background; resolves once it is stored. Pages notice it by the browser's storage events.
 * @throws at once if the background fails, and after a minute and a half if it cannot be reached
 */
export const requestChange = (change: Change): Promise<void> =>
  sendWithRetry(
    async () => void (await sendMessage("change", change)),
    (error) => !(error instanceof RemoteError),
  );
