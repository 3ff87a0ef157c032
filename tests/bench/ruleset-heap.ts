/** Parses and compiles a ruleset in a worker with a limited heap. */
import { workerData } from "node:worker_threads";
import { shippedModel } from "../../scripts/model/load-engine.ts";
import { compileRuleset } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";

const compiled = compileRuleset(JSON.parse(workerData as string) as Ruleset, { model: shippedModel() });
if (compiled.tickets.length === 0) throw new Error("nothing was compiled");
