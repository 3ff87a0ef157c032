import { errorText } from "../../domain/error-text.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { hostPattern, isFeedAddress } from "../../engine/ruleset/layers/feed-address.ts";
import {
  formatError,
  type ValidationErrorCode,
  validationError,
} from "../../engine/ruleset/validate/errors.ts";
import { placeInWords } from "../../engine/ruleset/validate/place.ts";
import { sendMessage } from "../../messaging/messages.ts";
import type { AddLayerResult, RulesInfo } from "../../messaging/protocol.ts";
import { requestChange } from "../../messaging/request-change.ts";
import type { AddAttempt, SettingsModel, SettingsSource } from "./model.ts";
import { SENTENCES } from "./sentences.ts";
import { loadUser, userActions, watchUser } from "./user-source.ts";

/** Largest file that is read, in bytes; the background checks the ruleset's own limits. */
const MAX_FILE_BYTES = 50_000_000;

/** The settings over storage and background. The outcome of an attempt is kept in memory only. */
export function settingsSource(): SettingsSource {
  let lastAttempt: AddAttempt = {};
  /** Requested once, and again after each attempt: a load that is under way must not bring back the old value. */
  let info: Promise<RulesInfo> | undefined;
  /** The last that arrived: the page does not wait for the first, which takes seconds right after the installation. */
  let latest: { info: RulesInfo | null; infoProblem?: string | undefined } = { info: null };
  let changed = () => {};
  let language: Language = "id";
  let show: (part: AddAttempt) => void = () => {};

  /** Stores a part without rendering: the load after each action shows outcome and rules together. */
  const update = (part: AddAttempt) => {
    lastAttempt = { ...lastAttempt, ...part };
  };
  /** Clears the last outcome first, so that the same outcome twice is seen as two. */
  const startAttempt = () => {
    update({ busy: true, outcome: undefined, confirmation: undefined });
    show(lastAttempt);
  };
  const finishAttempt = (outcome: AddAttempt["outcome"]) => update({ busy: false, outcome });
  const refused = (code: ValidationErrorCode, values: (string | number)[] = []): AddAttempt["outcome"] => ({
    kind: "refused",
    errors: [{ path: "", message: formatError({ code, values }, SENTENCES[language]) }],
  });
  /** Sends a layer, which may need the user to confirm a new publisher, and stores the outcome. */
  const attempt = async (
    send: (confirmed?: string) => Promise<AddLayerResult>,
    confirmed?: string,
  ): Promise<void> => {
    startAttempt();
    const added = await send(confirmed).catch(
      (error: unknown): AddLayerResult => ({
        ok: false,
        errors: [validationError("", "not-kept", [String(error)])],
      }),
    );
    info = undefined;
    if (!added.ok) {
      const errors = added.errors.map(({ path, code, values, hint }) => ({
        path: placeInWords(path, SENTENCES[language]),
        hint,
        message: formatError({ code, values }, SENTENCES[language]),
      }));
      finishAttempt({ kind: "refused", errors });
    } else if ("confirm" in added) {
      const confirmation = { publisher: added.publisher, fingerprint: added.confirm, retry: send };
      update({ busy: false, confirmation });
    } else finishAttempt({ kind: added.changed ? "added" : "same" });
  };
  const add = (name: "agency" | "own", text: string, replace: boolean) =>
    attempt((confirmed) =>
      sendMessage("rulesAdd", { name, text, replace, ...(confirmed ? { confirmed } : {}) }),
    );

  /** Loads the user's settings, and the rules if they may have changed. */
  async function load(): Promise<SettingsModel> {
    const mayWait = latest.info !== null || latest.infoProblem !== undefined;
    info ??= sendMessage("rulesInfo", undefined);
    const arrives = info.then(
      (rules) => {
        latest = { info: rules };
      },
      (error: unknown) => {
        info = undefined;
        latest = { ...latest, infoProblem: errorText(error) };
      },
    );
    if (mayWait) await arrives;
    else void arrives.then(() => changed());
    const user = await loadUser();
    language = user.language;
    return { ...lastAttempt, user, language, ...latest };
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
        /* "PK" starts a workbook or a ZIP of CSVs, whose readers are loaded only then. */
        if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
          return add(name, new TextDecoder().decode(bytes), replace);
        const { buildFromSheets } = await import("./sheets.ts");
        const built = await buildFromSheets(file.name, bytes, language);
        if (built.ok) return add(name, built.text, replace);
        finishAttempt({ kind: "refused", errors: built.errors });
      },
      async followAddress(url, replace) {
        if (!isFeedAddress(url)) return finishAttempt(refused("https"));
        /* Directly in the click: browsers ask only then. Only this host is requested. */
        if (!(await browser.permissions.request({ origins: [hostPattern(url)] })))
          return finishAttempt({ kind: "no-access" });
        await attempt((confirmed) =>
          sendMessage("rulesFollow", { url, replace, ...(confirmed ? { confirmed } : {}) }),
        );
      },
      async confirmPublisher(confirmed) {
        const { confirmation } = lastAttempt;
        update({ confirmation: undefined });
        if (confirmed && confirmation) await attempt(confirmation.retry, confirmation.fingerprint);
      },
      async removeLayer(name) {
        await sendMessage("rulesDrop", name);
        info = undefined;
        update({ outcome: undefined });
      },
      searchRoster: async (query) => update({ matches: await sendMessage("rulesFind", { words: query }) }),
      setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    },
    subscribe(reload, showPart) {
      show = showPart;
      changed = reload;
      return watchUser(reload);
    },
  };
}
