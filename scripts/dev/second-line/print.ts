/** Prints how well the second line reads every page at hand: `npm run second-line -- [part of a page's name]`. */
import { measurePages, tableOf } from "./measure.ts";
import { measuredPages } from "./pages.ts";

const [part = ""] = process.argv.slice(2);
const results = await measurePages(
  measuredPages().filter(({ name, site }) => `${site}/${name}`.includes(part)),
);
for (const { site, page, faults } of results)
  if (faults.length) console.log(`${site}/${page}\n  ${faults.join("\n  ")}`);
console.log(tableOf(results));
