/** Flaky tests, which passed only in a retry. They hide occasional faults, so they are counted. */

export interface TestRun {
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

export interface FlakyTests {
  tests: readonly TestRun[];
  /** Number of tests that ran. */
  total: number;
  tooMany: boolean;
}

/** @param tests the tests that ran; one whose last try failed is no flaky test but a failed one */
export function findFlaky(tests: readonly TestRun[]): FlakyTests {
  const flaky = tests.filter(({ retries, state }) => retries > 0 && state === "passed");
  const most = Math.max(1, Math.floor((tests.length * MOST_IN_1000) / 1000));
  return { tests: flaky, total: tests.length, tooMany: flaky.length > most };
}

/** The report on flaky tests: each with its error, and the count with the limit. */
export function flakyTable({ tests, total, tooMany }: FlakyTests): string {
  const lines = tests.map(
    ({ browser, name, retries, error }) =>
      `flaky: ${browser}, ${name} (passed at try ${retries + 1}; before: ${error})`,
  );
  const allowed = `at most ${MOST_IN_1000} in 1,000 are allowed`;
  const count = `tests that needed a retry: ${tests.length} of ${total}${tooMany ? ` – too many, ${allowed}` : ""}`;
  return [...lines, count].join("\n");
}
