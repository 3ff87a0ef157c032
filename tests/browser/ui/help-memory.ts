import type { Language } from "../../../src/domain/vocabulary.ts";
import type { HelpSource } from "../../../src/pages/help/model.ts";
import { CHANNELS } from "./fixtures.ts";

/** The help's source over plain variables; `copied` is what would be on the clipboard. */
export function helpMemory(first: Language = "id") {
  let language: Language = first;
  const memory = { copied: "", refuses: false };
  const source: HelpSource = {
    load: async () => ({
      language,
      version: "0.1.0",
      rulesetVersion: "2026.11.21",
      sensitivity: "seimbang",
      channels: CHANNELS,
      today: "2026-11-21",
    }),
    actions: {
      async setLanguage(next) {
        language = next;
      },
      async copy(text) {
        if (memory.refuses) throw new Error("no clipboard");
        memory.copied = text;
      },
    },
  };
  return Object.assign(memory, { source });
}
