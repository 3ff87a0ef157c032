/** How often a message is sent while the background is being started anew. */
const TRIES = 40;
const AGAIN_MS = 250;
/** Longest pause between two tries: all in all something is tried for about a minute and a half. */
const LONGEST_PAUSE_MS = 2_500;

/**
 * Sends again until it was done: the background may be starting, or storage just being opened. For messages that may
 * come twice without harm. The first try leaves in this very turn: the page may be gone in the next.
 * @param send resolves with what still kept it from being done, or undefined where it was done.
 * @param goesOn whether another try makes sense after this error.
 * @throws what kept it from being done to the last
 */
export async function sendUntilDone(
  send: () => Promise<string | undefined>,
  goesOn: (error: unknown) => boolean,
): Promise<void> {
  for (let turn = 1; ; turn++) {
    let problem: unknown;
    try {
      problem = await send();
      if (problem === undefined) return;
    } catch (error) {
      if (!goesOn(error)) throw error;
      problem = error;
    }
    if (turn === TRIES) throw problem instanceof Error ? problem : new Error(String(problem));
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, AGAIN_MS * turn)));
  }
}
