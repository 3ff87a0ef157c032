import type { Language } from "../../domain/vocabulary.ts";
import { isFeedAddress, permissionFor } from "../../engine/ruleset/layers/refresh.ts";
import { type FaultCode, fault, faultInWords } from "../../engine/ruleset/validate/errors.ts";
import { sendMessage } from "../../messaging/messages.ts";
import type { Added, RulesInfo } from "../../messaging/protocol.ts";
import { requestChange } from "../../messaging/request-change.ts";
import type { AddAttempt, SettingsModel, SettingsSource } from "./model.ts";
import { loadUser, userActions, watchUser } from "./user-source.ts";

/** Largest file that is read, in bytes; the ruleset's own limits are told by the background. */
const MAX_FILE_BYTES = 50_000_000;

/** The settings over the extension's own storage and its background. What came of a try is kept here only. */
export function settingsSource(): SettingsSource {
  let lastAttempt: AddAttempt = {};
  /** Asked for once, and anew after each try: a load on its way must not bring the old one back. */
  let info: Promise<RulesInfo> | undefined;
  let language: Language = "id";
  let show: (part: AddAttempt) => void = () => {};

  /** Shown with the load that follows each action, so that outcome and rules come together. */
  const keep = (part: AddAttempt) => {
    lastAttempt = { ...lastAttempt, ...part };
  };
  /** The last outcome goes before the next try, so that the same one twice is seen as two. */
  const startAttempt = () => {
    keep({ busy: true, outcome: undefined, confirmation: undefined });
    show(lastAttempt);
  };
  const finishAttempt = (outcome: AddAttempt["outcome"]) => keep({ busy: false, outcome });
  const refused = (code: FaultCode, values: (string | number)[] = []): AddAttempt["outcome"] => ({
    kind: "refused",
    errors: [{ path: "", message: faultInWords({ code, values }, language) }],
  });
  /** Tries something that may need the user's word for a new publisher, and tells what came of it. */
  const attempt = async (send: (confirmed?: string) => Promise<Added>, confirmed?: string): Promise<void> => {
    startAttempt();
    const added = await send(confirmed).catch(
      (error: unknown): Added => ({ ok: false, errors: [fault("", "not-kept", [String(error)])] }),
    );
    info = undefined;
    if (!added.ok) {
      const errors = added.errors.map(({ path, code, values, hint }) => ({
        path,
        hint,
        message: faultInWords({ code, values }, language),
      }));
      finishAttempt({ kind: "refused", errors });
    } else if ("confirm" in added) {
      const waiting = { publisher: added.publisher, fingerprint: added.confirm, retry: send };
      keep({ busy: false, confirmation: waiting });
    } else finishAttempt({ kind: added.changed ? "added" : "same" });
  };
  const add = (name: "agency" | "own", text: string, replace: boolean) =>
    attempt((confirmed) =>
      sendMessage("rulesAdd", { name, text, replace, ...(confirmed ? { confirmed } : {}) }),
    );

  /** The user's own settings, and the rules where they may have changed since. */
  async function load(): Promise<SettingsModel> {
    info ??= sendMessage("rulesInfo", undefined).catch((error: unknown) => {
      info = undefined;
      throw error;
    });
    const [user, rules] = await Promise.all([loadUser(), info]);
    language = user.language;
    return { ...lastAttempt, user, language, info: rules };
  }

  return {
    load,
    actions: {
      ...userActions,
      addText: (name, text, replace) => add(name, text, replace),
      async addFile(name, file, replace) {
        startAttempt();
        if (file.size > MAX_FILE_BYTES) return finishAttempt(refused("too-big", [file.size, MAX_FILE_BYTES]));
        const bytes = new Uint8Array(await file.arrayBuffer());
        /* "PK": a ZIP of spreadsheets; its reader is loaded only then. */
        if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
          return add(name, new TextDecoder().decode(bytes), replace);
        const [{ unpack }, { buildLayer }] = await Promise.all([
          import("../../engine/ruleset/agency/zip.ts"),
          import("../../engine/ruleset/agency/build.ts"),
        ]);
        const unpacked = unpack(bytes);
        const built = unpacked.ok ? buildLayer(unpacked.files) : unpacked;
        if (built.ok) return add(name, JSON.stringify(built.layer), replace);
        finishAttempt({ kind: "refused", errors: built.errors });
      },
      async followAddress(url, replace) {
        if (!isFeedAddress(url)) return finishAttempt(refused("https"));
        /* Straight from the click: browsers ask only then, and for just this host. */
        if (!(await browser.permissions.request({ origins: [permissionFor(url)] })))
          return finishAttempt({ kind: "no-access" });
        await attempt((confirmed) =>
          sendMessage("rulesFollow", { url, replace, ...(confirmed ? { confirmed } : {}) }),
        );
      },
      async confirmPublisher(yes) {
        const { confirmation: waiting } = lastAttempt;
        keep({ confirmation: undefined });
        if (yes && waiting) await attempt(waiting.retry, waiting.fingerprint);
      },
      async removeLayer(name) {
        await sendMessage("rulesDrop", name);
        info = undefined;
        keep({ outcome: undefined });
      },
      searchRoster: async (words) => keep({ matches: await sendMessage("rulesFind", { words }) }),
      setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    },
    subscribe(changed, showPart) {
      show = showPart;
      return watchUser(changed);
    },
  };
}
