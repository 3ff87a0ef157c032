import type { SwitchedOff } from "../messaging/protocol.ts";
import { changeInWords, diff } from "../ruleset/diff.ts";
import type { Effective } from "../ruleset/layers.ts";
import type { Ruleset } from "../ruleset/types.ts";

/** Most lines that are told. */
const MOST = 200;

/** What layers switched off, in words. */
export function offInWords({ ruleset, off }: Effective, base: Ruleset): SwitchedOff[] {
  if (off.length === 0) return [];
  const gone = diff(ruleset, base).filter((change) => change.what === "added");
  const names = new Map(gone.map(({ section, key, name }) => [`${section}/${key}`, name]));
  return off.slice(0, MOST).map(({ section, key, by }) => {
    const name = names.get(`${section}/${key}`) ?? key;
    return { by, said: changeInWords({ what: "switched-off", section, key, name, fields: [] }) };
  });
}
