import type { Change } from "./changes.ts";
import { sendMessage } from "./messages.ts";
import { sendUntilDone } from "./retry.ts";
import { AnsweredError } from "./transport.ts";

/**
 * Has the background make a change; resolves when it is stored. Pages follow by the browser's storage events.
 * @throws at once what the background could not do, and after a minute and a half that it was never there
 */
export const requestChange = (change: Change): Promise<void> =>
  sendUntilDone(
    async () => void (await sendMessage("change", change)),
    (error) => !(error instanceof AnsweredError),
  );
