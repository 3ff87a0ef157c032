/** Tests that passed only at a further try. They hide what is wrong now and then, so they are counted. */

export interface Tried {
  browser: string;
  name: string;
  state: string;
  /** Tries after the first. */
  retries: number;
  /** What the first try failed with. */
  error: string;
}

/** So many in a thousand tests may be; in a run of fewer than 500 there may be one. */
const MOST_IN_1000 = 2;

export interface Unsteady {
  found: readonly Tried[];
  /** How many tests ran. */
  ran: number;
  tooMany: boolean;
}

/** @param tests those that ran; one that failed to the last is no unsteady one but a failed one */
export function unsteady(tests: readonly Tried[]): Unsteady {
  const found = tests.filter(({ retries, state }) => retries > 0 && state === "passed");
  const most = Math.max(1, Math.floor((tests.length * MOST_IN_1000) / 1000));
  return { found, ran: tests.length, tooMany: found.length > most };
}

/** What the run says of them: each with its error, and the count with what is allowed. */
export function unsteadyTable({ found, ran, tooMany }: Unsteady): string {
  const lines = found.map(
    ({ browser, name, retries, error }) =>
      `unsteady: ${browser}, ${name} (passed at try ${retries + 1}; before: ${error})`,
  );
  const allowed = `at most ${MOST_IN_1000} in 1,000 are allowed`;
  const count = `tests that needed another try: ${found.length} of ${ran}${tooMany ? ` – too many, ${allowed}` : ""}`;
  return [...lines, count].join("\n");
}
