/** Run with each file of tests: what a test opened is closed with it, whether or not files share their modules. */
import { afterEach } from "vitest";
import { closePages } from "./page.ts";

afterEach(closePages);
