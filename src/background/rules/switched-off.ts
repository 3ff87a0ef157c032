import type { Effective } from "../../engine/ruleset/layers/compose.ts";
import { changeInWords, diff } from "../../engine/ruleset/layers/diff.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";
import type { SwitchedOff } from "../../messaging/protocol.ts";
import { SENTENCES } from "./sentences.ts";

/** Most lines that are told. */
const MOST = 200;

/** What layers switched off, in words. */
export function offInWords({ ruleset, off }: Effective, base: Ruleset): SwitchedOff[] {
  if (off.length === 0) return [];
  const gone = diff(ruleset, base).filter((change) => change.what === "added");
  const names = new Map(gone.map(({ section, key, name }) => [`${section}/${key}`, name]));
  return off.slice(0, MOST).map(({ section, key, by }) => {
    const name = names.get(`${section}/${key}`) ?? key;
    return { by, said: changeInWords({ what: "switched-off", section, key, name, fields: [] }, SENTENCES) };
  });
}
