/**
 * `npm run mutations`: takes each defence out of a copy of the tree, once, and expects a test to fail.
 *
 *   npm run mutations                      all of them (tests/mutations/list.ts)
 *   npm run mutations -- trusted seen-for  these
 *   npm run mutations -- --no-browsers     those that unit tests keep
 */
import { MUTATIONS } from "../../tests/mutations/list.ts";
import { chooseMutations, tryMutations } from "./check/mutations.ts";

const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = names.filter((name) => !MUTATIONS.some((one) => one.name === name));
if (unknown.length) throw new Error(`no such name: ${unknown.join(", ")}`);
const list = chooseMutations(MUTATIONS, names, !process.argv.includes("--no-browsers"));
const { passed, failed } = await tryMutations(list);
console.log(`${passed} noticed, ${failed} not`);
process.exitCode = failed ? 1 : 0;
