import { preferredLanguage } from "../../i18n/app.ts";
import { sendMessage } from "../../messaging/messages.ts";
import { stored } from "../../storage/items.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import type { AskSource } from "./model.ts";

/**
 * The question over the background.
 * @param id of the question, which the background put into the window's address; "" in the popup, which has none
 */
export const askSource = (id: string): AskSource => ({
  load: async () => (await sendMessage("remoteQuestion", { id: id || null }))?.warning ?? null,
  language: async () => {
    const { value } = readStored(settingsFields, await stored.settings.getValue());
    return preferredLanguage(value.language);
  },
  answer: (answer) => sendMessage("remoteAnswer", { id: id || null, answer }),
  close: () => window.close(),
});
