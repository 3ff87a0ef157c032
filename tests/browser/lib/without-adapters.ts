/** The build with every site's adapter switched off: what is left of a site are its hosts and the labels of its actions. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSites } from "../../../scripts/sites/source.ts";
import { BROWSER, builtExtension, launch } from "./launch.ts";
import type { Visit } from "./visit.ts";

/** A site's script whose adapter claims nothing and finds nothing (src/sites/adapter.ts). */
const scriptOf = (id: string, data: object): string => `(() => {
  const nothing = () => null;
  const site = { id: ${JSON.stringify(id)}, press: nothing, key: nothing, remember: nothing, posts: () => [],
    readPost: () => ({ site: ${JSON.stringify(id)}, kind: "post", text: "" }), page: nothing, heading: nothing,
    actionBar: nothing, pickerOpen: () => false, findRedrawn: nothing };
  globalThis[Symbol.for("jaga-netral:guard")].thing.startContent(document, () => site, ${JSON.stringify(data)});
})();`;

/** A browser with that build. */
export async function launchWithoutAdapters(): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-without-adapters-"));
  cpSync(builtExtension(BROWSER), folder, { recursive: true });
  for (const [id, { hosts, labels }] of readSites())
    writeFileSync(join(folder, `content-scripts/${id}.js`), scriptOf(id, { hosts, labels, selectors: {} }));
  const visit = await launch(BROWSER, "extension", { extension: folder });
  await visit.waitForRules();
  const close = visit.close.bind(visit);
  visit.close = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return visit;
}
