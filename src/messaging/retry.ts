/** Most attempts, e.g. while the background is restarting. */
const MAX_ATTEMPTS = 40;
const RETRY_DELAY_MS = 250;
/** Longest delay between two attempts: all attempts together take about a minute and a half. */
const MAX_RETRY_DELAY_MS = 2_500;

/**
 * Sends until it succeeds: the background may be starting, or the storage opening. For messages that may arrive twice
 * without harm. The first attempt is made synchronously, because the page may be unloaded in the next turn.
 * @param send resolves with a problem, or with undefined on success.
 * @param shouldRetry whether another attempt makes sense after this error.
 * @throws the problem of the last attempt
 */
export async function sendWithRetry(
  send: () => Promise<string | undefined>,
  shouldRetry: (error: unknown) => boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    let problem: unknown;
    try {
      problem = await send();
      if (problem === undefined) return;
    } catch (error) {
      if (!shouldRetry(error)) throw error;
      problem = error;
    }
    if (attempt === MAX_ATTEMPTS) throw problem instanceof Error ? problem : new Error(String(problem));
    await new Promise((resolve) =>
      setTimeout(resolve, Math.min(MAX_RETRY_DELAY_MS, RETRY_DELAY_MS * attempt)),
    );
  }
}
