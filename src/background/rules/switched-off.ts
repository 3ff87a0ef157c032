import type { Effective } from "../../engine/ruleset/layers/compose.ts";
import { changeInWords, diff } from "../../engine/ruleset/layers/diff.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";
import type { SwitchedOff } from "../../messaging/protocol.ts";
import { SENTENCES } from "./sentences.ts";

/** Most descriptions that are stored. */
const MAX_LINES = 200;

/** Describes everything that the layers switched off. */
export function describeSwitchedOff({ ruleset, off }: Effective, base: Ruleset): SwitchedOff[] {
  if (off.length === 0) return [];
  const removed = diff(ruleset, base).filter((change) => change.what === "added");
  const names = new Map(removed.map(({ section, key, name }) => [`${section}/${key}`, name]));
  return off.slice(0, MAX_LINES).map(({ section, key, by }) => {
    const name = names.get(`${section}/${key}`) ?? key;
    return { by, text: changeInWords({ what: "switched-off", section, key, name, fields: [] }, SENTENCES) };
  });
}
