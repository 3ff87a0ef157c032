import * as z from "zod/mini";
import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";
import { onMessage } from "../../messaging/messages.ts";
import {
  addLayerSchema,
  followFeedSchema,
  rosterQuerySchema,
  upperLayerNameSchema,
} from "../../messaging/schemas.ts";
import type { Sender } from "../../messaging/transport.ts";
import { stored } from "../../storage/items.ts";
import { startPageTexts } from "../overlay-texts.ts";
import { REFRESH_ALARM } from "./layer-feed.ts";
import { rulesetLayers } from "./layer-manager.ts";
import { findInRoster, layerTraining, rulesInfo } from "./queries.ts";
import { onCompiledChange } from "./vouched-rules.ts";

/** For calls without a caller to inform; what the user must know is stored already. */
const logError = (error: unknown): void => console.error("ruleset", error);

/** The background of the ruleset: layers, policy, refresh, and the queries of the settings page. */
export function startRules(
  assertExtension: (sender: Sender) => void,
  store: KeyValueStore,
): { ensure(again?: boolean): void } {
  const keepPageTexts = startPageTexts(logError);
  const layers = rulesetLayers(store);
  const ensure = (again = false): void => {
    keepPageTexts();
    void layers
      .ensure(again)
      .then(() => layers.wake())
      .catch(logError);
  };

  onMessage("rules", async ({ sender }) => {
    assertExtension(sender);
    await layers.ensure();
    return { problem: (await stored.rulesProblem.getValue()) ?? null };
  });
  onMessage("rulesInfo", async ({ sender }) => {
    assertExtension(sender);
    return rulesInfo(await layers.storedLayers(), await layers.feed());
  });
  onMessage("training", async ({ sender }) => {
    assertExtension(sender);
    return layerTraining(await layers.storedLayers());
  });
  onMessage("rulesAdd", ({ data, sender }) => {
    assertExtension(sender);
    const { name, text, confirmed, replace } = z.parse(addLayerSchema, data);
    return layers.add(name, text, confirmed, replace);
  });
  onMessage("rulesFollow", ({ data, sender }) => {
    assertExtension(sender);
    const { url, confirmed, replace } = z.parse(followFeedSchema, data);
    return layers.follow(url, confirmed, replace);
  });
  onMessage("rulesDrop", ({ data, sender }) => {
    assertExtension(sender);
    return layers.drop(z.parse(upperLayerNameSchema, data));
  });
  onMessage("rulesFind", async ({ data, sender }) => {
    assertExtension(sender);
    return findInRoster(z.parse(rosterQuerySchema, data).words, await layers.storedLayers());
  });

  onCompiledChange(() => void layers.verify().catch(logError));
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void layers.wake().catch(logError);
  });
  browser.permissions.onAdded.addListener(() => void layers.granted().catch(logError));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REFRESH_ALARM) void layers.tick().catch(logError);
  });
  return { ensure };
}
