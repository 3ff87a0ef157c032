/** Before the tests: what git does not keep is made, where it is not there or not up to date. */
import { ensureBundle } from "../../scripts/ruleset/bundle.ts";

export const setup = (): void => void ensureBundle();
