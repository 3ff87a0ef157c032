/** Parses and compiles a ruleset in a worker whose heap is limited. */
import { workerData } from "node:worker_threads";
import { shippedModel } from "../../scripts/detect/load.ts";
import { compileRuleset } from "../../src/ruleset/compile.ts";
import type { Ruleset } from "../../src/ruleset/types.ts";

const compiled = compileRuleset(JSON.parse(workerData as string) as Ruleset, { model: shippedModel() });
if (compiled.tickets.length === 0) throw new Error("nothing was compiled");
