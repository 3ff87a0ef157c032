import { compileRuleset } from "../ruleset/compile.ts";
import { parseRuleset } from "../ruleset/parse.ts";
import { stored } from "../state/store.ts";

/** What the stored compiled rules were made from: other rules or another version of this code means making them anew. */
interface Stamp {
  extension: string;
  ruleset: string;
}

/**
 * Makes sure that `storage.local` holds compiled rules made by this version from the bundled ruleset. When the ruleset
 * cannot be read, the last good rules stay and the reason is kept for the popup.
 */
export function ensureRules(again = false): Promise<void> {
  turn = turn.then(() => make(again));
  return turn;
}

/** One after the other: install, start-up and a popup may ask at the same time. */
let turn: Promise<void> = Promise.resolve();

async function make(again: boolean): Promise<void> {
  try {
    const extension = browser.runtime.getManifest().version;
    const [now, meta] = await Promise.all([
      stored.rules.getValue(),
      stored.rules.getMeta() as Promise<Partial<Stamp>>,
    ]);
    const ruleset = await hashOf(await bundledText());
    if (!again && now && meta.extension === extension && meta.ruleset === ruleset) return;
    const parsed = parseRuleset(JSON.parse(await bundledText()));
    if (!parsed.ok) {
      const first = parsed.errors[0];
      throw new Error(`${first?.path ?? ""}: ${first?.message ?? "?"} (${parsed.errors.length})`);
    }
    await stored.rules.setValue(compileRuleset(parsed.ruleset));
    await stored.rules.setMeta({ extension, ruleset });
    await stored.rulesProblem.setValue(null);
  } catch (error) {
    await stored.rulesProblem.setValue(String(error instanceof Error ? error.message : error).slice(0, 500));
  }
}

let text: Promise<string> | null = null;

/** The ruleset that came with the extension; read from its own package, nothing leaves the device. */
function bundledText(): Promise<string> {
  text ??= fetch(browser.runtime.getURL("/rulesets/bundled.json" as never)).then((r) => r.text());
  return text;
}

async function hashOf(content: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
