import type { Language } from "../../domain/vocabulary.ts";
import { isFeedAddress, permissionFor } from "../../engine/ruleset/layers/refresh.ts";
import { type FaultCode, fault, faultInWords } from "../../engine/ruleset/validate/errors.ts";
import { sendMessage } from "../../messaging/messages.ts";
import type { Added, RulesInfo } from "../../messaging/protocol.ts";
import { requestChange } from "../../messaging/request-change.ts";
import type { RulesModel, RulesSource, Tried } from "./model.ts";
import { SENTENCES } from "./sentences.ts";
import { loadUser, userActions, watchUser } from "./user-source.ts";

/** Largest file that is read, in bytes; the ruleset's own limits are told by the background. */
const MOST_BYTES = 50_000_000;

/** The settings over the extension's own storage and its background. What came of a try is kept here only. */
export function settingsSource(): RulesSource {
  let tried: Tried = {};
  /** Asked for once, and anew after each try: a load on its way must not bring the old one back. */
  let info: Promise<RulesInfo> | undefined;
  let language: Language = "id";
  let show: (part: Tried) => void = () => {};

  /** Shown with the load that follows each action, so that outcome and rules come together. */
  const keep = (part: Tried) => {
    tried = { ...tried, ...part };
  };
  /** The last outcome goes before the next try, so that the same one twice is seen as two. */
  const begin = () => {
    keep({ busy: true, outcome: undefined, waiting: undefined });
    show(tried);
  };
  const end = (outcome: Tried["outcome"]) => keep({ busy: false, outcome });
  const refused = (code: FaultCode, values: (string | number)[] = []): Tried["outcome"] => ({
    kind: "refused",
    errors: [{ path: "", message: faultInWords({ code, values }, SENTENCES[language]) }],
  });
  /** Tries something that may need the user's word for a new publisher, and tells what came of it. */
  const attempt = async (send: (confirmed?: string) => Promise<Added>, confirmed?: string): Promise<void> => {
    begin();
    const added = await send(confirmed).catch(
      (error: unknown): Added => ({ ok: false, errors: [fault("", "not-kept", [String(error)])] }),
    );
    info = undefined;
    if (!added.ok) {
      const errors = added.errors.map(({ path, code, values, hint }) => ({
        path,
        hint,
        message: faultInWords({ code, values }, SENTENCES[language]),
      }));
      end({ kind: "refused", errors });
    } else if ("confirm" in added) {
      const waiting = { publisher: added.publisher, fingerprint: added.confirm, again: send };
      keep({ busy: false, waiting });
    } else end({ kind: added.changed ? "added" : "same" });
  };
  const add = (name: "agency" | "own", text: string, replace: boolean) =>
    attempt((confirmed) =>
      sendMessage("rulesAdd", { name, text, replace, ...(confirmed ? { confirmed } : {}) }),
    );

  /** The user's own settings, and the rules where they may have changed since. */
  async function load(): Promise<RulesModel> {
    info ??= sendMessage("rulesInfo", undefined).catch((error: unknown) => {
      info = undefined;
      throw error;
    });
    const [user, rules] = await Promise.all([loadUser(), info]);
    language = user.language;
    return { ...tried, user, language, info: rules };
  }

  return {
    load,
    actions: {
      ...userActions,
      addText: (name, text, replace) => add(name, text, replace),
      async addFile(name, file, replace) {
        begin();
        if (file.size > MOST_BYTES) return end(refused("too-big", [file.size, MOST_BYTES]));
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
        end({ kind: "refused", errors: built.errors });
      },
      async follow(url, replace) {
        if (!isFeedAddress(url)) return end(refused("https"));
        /* Straight from the click: browsers ask only then, and for just this host. */
        if (!(await browser.permissions.request({ origins: [permissionFor(url)] })))
          return end({ kind: "no-access" });
        await attempt((confirmed) =>
          sendMessage("rulesFollow", { url, replace, ...(confirmed ? { confirmed } : {}) }),
        );
      },
      async confirm(yes) {
        const { waiting } = tried;
        keep({ waiting: undefined });
        if (yes && waiting) await attempt(waiting.again, waiting.fingerprint);
      },
      async drop(name) {
        await sendMessage("rulesDrop", name);
        info = undefined;
        keep({ outcome: undefined });
      },
      find: async (words) => keep({ found: await sendMessage("rulesFind", { words }) }),
      setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    },
    subscribe(changed, showPart) {
      show = showPart;
      return watchUser(changed);
    },
  };
}
