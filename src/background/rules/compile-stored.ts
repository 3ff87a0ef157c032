import { localDay } from "../../domain/day.ts";
import { toHex } from "../../domain/encoding.ts";
import { COMPILED_FORMAT } from "../../engine/ruleset/compile/format.ts";
import { compileRuleset, packCompiled } from "../../engine/ruleset/compile/index.ts";
import { attributeWords } from "../../engine/ruleset/layers/attribute.ts";
import { compose, type UpperLayers } from "../../engine/ruleset/layers/compose.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";
import type { ValidationError } from "../../engine/ruleset/validate/errors.ts";
import { parseRuleset } from "../../engine/ruleset/validate/parse.ts";
import type { ModelData } from "../../engine/text/model.ts";
import { stored } from "../../storage/items.ts";
import { shortErrorText } from "../short-error.ts";
import { storeSiteChanges } from "./site-overrides.ts";
import { describeSwitchedOff } from "./switched-off.ts";

/** The sources of the stored compiled rules: if it differs from the current one, they are compiled anew. */
interface Stamp {
  extension: string;
  /** Format of the compiled rules; SHA-256 of the bundled ruleset and of each layer in force. */
  sources: string;
}

/** The first three faults in words, and the number of the others. */
const formatErrors = (errors: readonly ValidationError[]): string =>
  errors
    .slice(0, 3)
    .map(({ path, message, hint }) => `${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`)
    .join("; ") + (errors.length > 3 ? ` (+${errors.length - 3})` : "");

let text: Promise<string> | null = null;
let parsed: Promise<Ruleset> | null = null;
/** Sources that this background has compiled: after an installation it is asked a second time, right after the start. */
let compiledHere = "";

/** The bundled ruleset, read from the extension package; nothing leaves the device. */
const bundledText = (): Promise<string> => {
  text ??= fetch(browser.runtime.getURL("/rulesets/bundled.json" as never)).then((r) => r.text());
  return text;
};

/** The bundled text model (docs/model-card.md). */
const modelText = (): Promise<string> =>
  fetch(browser.runtime.getURL("/model/text-model.json" as never)).then((r) => r.text());

/** The bundled ruleset, validated. @throws if it is invalid. */
export function bundled(): Promise<Ruleset> {
  parsed ??= bundledText().then((json) => {
    const result = parseRuleset(JSON.parse(json));
    if (!result.ok) throw new Error(formatErrors(result.errors));
    return result.ruleset;
  });
  parsed.catch(() => {
    parsed = null;
    text = null;
  });
  return parsed;
}

/**
 * Makes sure that `storage.local` contains rules compiled by this version from the bundle and the layers in force. If
 * they cannot be compiled, the last valid ones stay, and the reason is stored for the popup.
 *
 * @param keepRuleIds takes the ids of the rules in force, before pages use them
 * @returns null if the right rules are stored now, or else the reason in words.
 */
export async function ensureCompiledRules(
  layers: () => Promise<{ layers: UpperLayers; hashes: readonly string[] }>,
  recheck: boolean,
  keepRuleIds: (ids: readonly string[]) => Promise<void>,
): Promise<string | null> {
  try {
    const extension = browser.runtime.getManifest().version;
    const today = localDay(new Date());
    const [current, stamp, bundleHash, model] = await Promise.all([
      stored.rules.getValue(),
      stored.rules.getMeta() as Promise<Partial<Stamp>>,
      bundledText().then(hashOf),
      modelText(),
    ]);
    let layersProblem: string | null = null;
    const upper = await layers().catch((error: unknown) => {
      /* The layers are unreadable: the current rules stay. If there are none yet, the bundle alone is better than nothing. */
      if (current) throw error;
      layersProblem = shortErrorText(error);
      return { layers: {}, hashes: [] as string[] };
    });
    const inForce = Object.values(upper.layers).map(({ meta: { validFrom, validUntil } }) =>
      Number((validFrom ?? "") <= today && today <= (validUntil ?? "9999")),
    );
    const sources = [COMPILED_FORMAT, bundleHash, await hashOf(model), ...upper.hashes, ...inForce].join(" ");
    const isForced = recheck && sources !== compiledHere;
    if (!isForced && current && stamp.extension === extension && stamp.sources === sources) return null;
    const effective = compose(await bundled(), upper.layers, today);
    const quoted = attributeWords(effective, upper.layers);
    const compiled = compileRuleset(quoted, { model: JSON.parse(model) as ModelData });
    /* Without them lines are stored all the same, with less of a check. */
    await keepRuleIds(effective.ruleset.rules.map(({ id }) => id)).catch(() => {});
    /* If the background is killed between rules and stamp, the stamp must not match. */
    await stored.rules.setMeta({ extension, sources: "" });
    await stored.rules.setValue(packCompiled(compiled));
    await storeSiteChanges(await bundled(), effective.ruleset);
    await stored.rules.setMeta({ extension, sources });
    const sites = effective.off.filter(({ section }) => section === "sites").map(({ key }) => key);
    await stored.sitesOff.setValue(sites);
    await stored.rulesOff.setValue(describeSwitchedOff(effective, await bundled()));
    /* Before its start and after its end a layer is left out as its publisher wished: no fault, and said elsewhere. */
    const broken = effective.skipped.find(({ code }) => code === "broken");
    await stored.rulesProblem.setValue(
      broken ? `${broken.name}: ${broken.code} ${formatErrors(broken.faults)}`.trim() : layersProblem,
    );
    compiledHere = sources;
    return null;
  } catch (error) {
    await stored.rulesProblem.setValue(shortErrorText(error)).catch(() => {});
    return shortErrorText(error);
  }
}

/** Has the rules compiled anew the next time, whatever is stored. */
export const forgetStamp = (): Promise<void> => stored.rules.setMeta({ sources: "" });

async function hashOf(content: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content))));
}
