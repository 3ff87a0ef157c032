/** Runs with each test file: closes the pages that a test opened, whether or not files share their modules. */
import { afterEach } from "vitest";
import { closePages } from "./page.ts";

afterEach(closePages);
