import type { Visit } from "../lib/visit.ts";
import type { Issue } from "./contest.ts";

/**
 * Puts only this agency layer in force and stops following any address, whatever an earlier test or an earlier try of
 * this one left behind.
 */
export const useOnlyLayer = (visit: Visit, agency?: Issue): Promise<void> =>
  visit.inExtension(`const ask = async (type, data) => {
    const { res, err } = await api.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
    if (err) throw new Error(JSON.stringify(err));
    return res;
  };
  const { layers, feed } = await ask("rulesInfo");
  const version = (name) => layers.find((one) => one.name === name)?.version;
  if (version("own") !== undefined) await ask("rulesDrop", "own");
  const text = ${JSON.stringify(agency?.text ?? null)};
  if (!feed && version("agency") === ${agency?.layer.meta.version}) return;
  if (feed || version("agency") !== undefined) await ask("rulesDrop", "agency");
  if (text === null) return;
  const { confirm } = await ask("rulesAdd", { name: "agency", text });
  const added = await ask("rulesAdd", { name: "agency", text, confirmed: confirm });
  if (!added.ok || !added.changed) throw new Error(JSON.stringify(added));`);
