import { localDay } from "../../domain/day.ts";
import { toHex } from "../../domain/encoding.ts";
import { COMPILED_FORMAT } from "../../engine/ruleset/compile/format.ts";
import { compileRuleset, packCompiled } from "../../engine/ruleset/compile/index.ts";
import { compose, type UpperLayers } from "../../engine/ruleset/layers/compose.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";
import type { Fault } from "../../engine/ruleset/validate/errors.ts";
import { parseRuleset } from "../../engine/ruleset/validate/parse.ts";
import type { ModelData } from "../../engine/text/model.ts";
import { stored } from "../../storage/items.ts";
import { shortErrorText } from "../short-error.ts";
import { keepSiteChanges } from "./site-overrides.ts";
import { offInWords } from "./switched-off.ts";

/** What the stored compiled rules were made from: anything else means making them anew. */
interface Stamp {
  extension: string;
  /** Form of the compiled rules; SHA-256 of the bundled ruleset and of each layer that is in force. */
  made: string;
}

/** Raised where the bundled ruleset itself is refused: names the first field and counts the rest. */
export const inWords = (errors: readonly Fault[]): string =>
  errors
    .slice(0, 3)
    .map(({ path, message, hint }) => `${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`)
    .join("; ") + (errors.length > 3 ? ` (+${errors.length - 3})` : "");

let text: Promise<string> | null = null;
let parsed: Promise<Ruleset> | null = null;
/** What was made since this background began: an installation asks for it a second time, right behind the start. */
let madeHere = "";

/** The ruleset that came with the extension; read from its own package, nothing leaves the device. */
const bundledText = (): Promise<string> => {
  text ??= fetch(browser.runtime.getURL("/rulesets/bundled.json" as never)).then((r) => r.text());
  return text;
};

/** The text model that came with the extension (docs/model-card.md). */
const modelText = (): Promise<string> =>
  fetch(browser.runtime.getURL("/model/text-model.json" as never)).then((r) => r.text());

/** The bundled ruleset, checked. @throws where it is refused. */
export function bundled(): Promise<Ruleset> {
  parsed ??= bundledText().then((json) => {
    const result = parseRuleset(JSON.parse(json));
    if (!result.ok) throw new Error(inWords(result.errors));
    return result.ruleset;
  });
  parsed.catch(() => {
    parsed = null;
    text = null;
  });
  return parsed;
}

/**
 * Makes sure that `storage.local` holds rules compiled by this version from the bundle and the layers in force. When
 * they cannot be made, the last good ones stay and the reason is kept for the popup.
 *
 * @returns null where the right rules are in place now, or why not, in words.
 */
export async function makeRules(
  layers: () => Promise<{ layers: UpperLayers; hashes: readonly string[] }>,
  again: boolean,
): Promise<string | null> {
  try {
    const extension = browser.runtime.getManifest().version;
    const today = localDay(new Date());
    const [now, meta, base, words] = await Promise.all([
      stored.rules.getValue(),
      stored.rules.getMeta() as Promise<Partial<Stamp>>,
      bundledText().then(hashOf),
      modelText(),
    ]);
    let lost: string | null = null;
    const upper = await layers().catch((error: unknown) => {
      /* The layers cannot be read: what holds goes on; where nothing holds yet, the bundle is better than nothing. */
      if (now) throw error;
      lost = shortErrorText(error);
      return { layers: {}, hashes: [] as string[] };
    });
    const spans = Object.values(upper.layers).map(({ meta: { validFrom, validUntil } }) =>
      Number((validFrom ?? "") <= today && today <= (validUntil ?? "9999")),
    );
    const made = [COMPILED_FORMAT, base, await hashOf(words), ...upper.hashes, ...spans].join(" ");
    const isDue = again && made !== madeHere;
    if (!isDue && now && meta.extension === extension && meta.made === made) return null;
    const effective = compose(await bundled(), upper.layers, today);
    const compiled = compileRuleset(effective.ruleset, { model: JSON.parse(words) as ModelData });
    /* Cut off between rules and stamp, the stamp must not claim that the old layers are in force. */
    await stored.rules.setMeta({ extension, made: "" });
    await stored.rules.setValue(packCompiled(compiled));
    await keepSiteChanges(await bundled(), effective.ruleset);
    await stored.rules.setMeta({ extension, made });
    const sites = effective.off.filter((one) => one.section === "sites").map((one) => one.key);
    await stored.sitesOff.setValue(sites);
    await stored.rulesOff.setValue(offInWords(effective, await bundled()));
    const left = effective.skipped[0];
    await stored.rulesProblem.setValue(
      left ? `${left.name}: ${left.code} ${inWords(left.faults)}`.trim() : lost,
    );
    madeHere = made;
    return null;
  } catch (error) {
    await stored.rulesProblem.setValue(shortErrorText(error)).catch(() => {});
    return shortErrorText(error);
  }
}

async function hashOf(content: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content))));
}
