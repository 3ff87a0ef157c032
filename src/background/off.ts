import { changeInWords, diff } from "../ruleset/diff.ts";
import type { Effective, LayerName, Ruleset, Said } from "../ruleset/types.ts";

/** Something that a layer switched off: by which layer, and what, as a person would call it. */
export interface SwitchedOff {
  by: LayerName;
  said: Said;
}

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
