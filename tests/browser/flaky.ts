/** Flaky tests, which passed only in a retry. They hide occasional faults, so they are counted. */

export interface Tried {
  browser: string;
  name: string;
  state: string;
  /** Retries after the first try. */
  retries: number;
  /** The error of the first try. */
  error: string;
}

/** This many in a thousand tests may be flaky; one in a run of fewer than 500. */
const MOST_IN_1000 = 2;

export interface Unsteady {
  found: readonly Tried[];
  /** Number of tests that ran. */
  ran: number;
  tooMany: boolean;
}

/** @param tests the tests that ran; one whose last try failed is no flaky test but a failed one */
export function unsteady(tests: readonly Tried[]): Unsteady {
  const found = tests.filter(({ retries, state }) => retries > 0 && state === "passed");
  const most = Math.max(1, Math.floor((tests.length * MOST_IN_1000) / 1000));
  return { found, ran: tests.length, tooMany: found.length > most };
}

/** The report on flaky tests: each with its error, and the count with the limit. */
export function unsteadyTable({ found, ran, tooMany }: Unsteady): string {
  const lines = found.map(
    ({ browser, name, retries, error }) =>
      `unsteady: ${browser}, ${name} (passed at try ${retries + 1}; before: ${error})`,
  );
  const allowed = `at most ${MOST_IN_1000} in 1,000 are allowed`;
  const count = `tests that needed another try: ${found.length} of ${ran}${tooMany ? ` – too many, ${allowed}` : ""}`;
  return [...lines, count].join("\n");
}
