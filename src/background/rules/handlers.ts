import * as z from "zod/mini";
import { onMessage } from "../../messaging/messages.ts";
import { addSchema, findSchema, followSchema, layerPlaceSchema } from "../../messaging/schemas.ts";
import type { Sender } from "../../messaging/transport.ts";
import { stored } from "../../storage/items.ts";
import { keepPageTexts } from "../overlay-texts.ts";
import { layerStore } from "./layer-database.ts";
import { REFRESH_ALARM } from "./layer-feed.ts";
import { rulesetLayers } from "./layer-manager.ts";
import { find, rulesInfo } from "./queries.ts";

/** Nobody waits for these; what the user must know lies in storage already. */
const complain = (error: unknown): void => console.error("ruleset", error);

/** The ruleset's part of the background: layers, policy, refresh, and what the settings page asks about them. */
export function startRules(fromUs: (sender: Sender, where: "popup") => void): {
  ensure(again?: boolean): void;
} {
  const layers = rulesetLayers(layerStore());
  const ensure = (again = false): void => {
    void keepPageTexts().catch(complain);
    void layers
      .ensure(again)
      .then(() => layers.wake())
      .catch(complain);
  };

  onMessage("rules", async ({ sender }) => {
    fromUs(sender, "popup");
    await layers.ensure();
    return { problem: (await stored.rulesProblem.getValue()) ?? null };
  });
  onMessage("rulesInfo", async ({ sender }) => {
    fromUs(sender, "popup");
    return rulesInfo(await layers.kept());
  });
  onMessage("rulesAdd", ({ data, sender }) => {
    fromUs(sender, "popup");
    const { name, text, confirmed, replace } = z.parse(addSchema, data);
    return layers.add(name, text, confirmed, replace);
  });
  onMessage("rulesFollow", ({ data, sender }) => {
    fromUs(sender, "popup");
    const { url, confirmed, replace } = z.parse(followSchema, data);
    return layers.follow(url, confirmed, replace);
  });
  onMessage("rulesDrop", ({ data, sender }) => {
    fromUs(sender, "popup");
    return layers.drop(z.parse(layerPlaceSchema, data));
  });
  onMessage("rulesFind", async ({ data, sender }) => {
    fromUs(sender, "popup");
    return find(z.parse(findSchema, data).words, await layers.kept());
  });

  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void layers.wake().catch(complain);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REFRESH_ALARM) void layers.tick().catch(complain);
  });
  return { ensure };
}
