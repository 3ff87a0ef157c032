/** A page's script carries the texts of its site's own actions, and all of those. */
import { expect, it } from "vitest";
import id from "../../../assets/locales/id/page.json" with { type: "json" };
import { textsOf } from "../../../scripts/site-texts.ts";
import { SITE_ACTIONS } from "../../../src/sites/registry.ts";
import { ACTIONS, SITE_IDS } from "../../../src/words.ts";

it.each(SITE_IDS)("%s: nothing is left out but what it has no action for", (site) => {
  const kept = Object.keys(textsOf(site, id));
  const acts = SITE_ACTIONS[site];
  for (const action of ACTIONS)
    expect([action, kept.includes(`deed.${action}`)]).toEqual([action, acts?.[action] === "held"]);
  const left = Object.keys(id).filter((key) => !kept.includes(key));
  for (const key of left) expect(key).toMatch(/^(?:deed|told\.missed|told\.undo)\./);
  expect(kept.includes("told.undo.subscribe")).toBe(site === "youtube");
});
