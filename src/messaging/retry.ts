/** How often a message is sent while the background is being started anew. */
const TRIES = 40;
const AGAIN_MS = 250;
/** Longest pause between two tries: all in all something is tried for about a minute and a half. */
const LONGEST_PAUSE_MS = 2_500;

/**
 * Sends again until it was heard: the background may be starting, or storage just being opened. For messages that may
 * come twice without harm. The first try leaves in this very turn: the page may be gone in the next.
 * @param send resolves with what still kept it from being done, or undefined where it was done.
 * @param goesOn whether another try makes sense.
 * @throws what kept it from being done to the last
 */
export async function sendUntilDone(
  send: () => Promise<string | undefined>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  let last = "";
  for (let turn = 0; turn < TRIES; turn++) {
    try {
      const problem = await send();
      if (problem === undefined) return;
      last = problem;
    } catch (error) {
      if (!goesOn()) return;
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, AGAIN_MS * (turn + 1))));
  }
  throw new Error(last);
}
