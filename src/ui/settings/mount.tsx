import { render } from "preact";
import type { Added } from "../../background/layers.ts";
import { setLanguage } from "../../i18n/settings.ts";
import { sendMessage } from "../../messaging/messages.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { type FaultCode, fault, faultInWords } from "../../ruleset/faults.ts";
import { isFeedAddress, permissionFor } from "../../ruleset/refresh.ts";
import { Spoken } from "../spoken.tsx";
import "../tokens.css";
import "../page.css";
import type { RulesActions, RulesModel } from "./model.ts";
import { Settings } from "./settings.tsx";
import { loadUser, userActions, watchUser } from "./user-source.ts";

/** Largest file that is read, in bytes; the ruleset's own limits are told by the background. */
const MOST_BYTES = 50_000_000;

/** Draws the settings into `root` and keeps them up to date. */
export async function mountSettings(root: Element): Promise<void> {
  let model: RulesModel = await load();

  async function load(before?: RulesModel): Promise<RulesModel> {
    const [user, info] = await Promise.all([loadUser(), sendMessage("rulesInfo", undefined)]);
    return { ...before, user, language: user.language, info };
  }
  /** The user's own settings changed, here or on another page. */
  const reload = async (): Promise<void> => {
    const user = await loadUser();
    model = { ...model, user, language: user.language };
    draw();
  };
  const draw = () => {
    setLanguage(model.language);
    document.documentElement.lang = model.language;
    render(<Spoken>{() => <Settings model={model} actions={actions} />}</Spoken>, root);
  };
  /** What came of a try stands below the fields; it is brought into view. */
  const drawOutcome = () => {
    draw();
    root.querySelector("[data-outcome], [data-confirm]")?.scrollIntoView({ block: "nearest" });
  };
  const refused = (code: FaultCode, values: (string | number)[] = []): RulesModel["outcome"] => ({
    kind: "refused",
    errors: [{ path: "", message: faultInWords({ code, values }, model.language) }],
  });
  /** The last outcome goes before the next try, so that the same one twice is seen as two. */
  const begin = () => {
    model = { ...model, busy: true, outcome: undefined, waiting: undefined };
    draw();
  };
  const end = (outcome: RulesModel["outcome"]) => {
    model = { ...model, busy: false, outcome };
    drawOutcome();
  };
  /** Tries something that may need the user's word for a new publisher, and shows what came of it. */
  const attempt = async (send: (confirmed?: string) => Promise<Added>, confirmed?: string): Promise<void> => {
    begin();
    const added = await send(confirmed).catch(
      (error: unknown): Added => ({ ok: false, errors: [fault("", "not-kept", [String(error)])] }),
    );
    model = { ...(await load(model)), busy: false };
    if (!added.ok) {
      const errors = added.errors.map(({ path, code, values, hint }) => ({
        path,
        hint,
        message: faultInWords({ code, values }, model.language),
      }));
      model = { ...model, outcome: { kind: "refused", errors } };
    } else if ("confirm" in added)
      model = { ...model, waiting: { publisher: added.publisher, fingerprint: added.confirm, again: send } };
    else model = { ...model, outcome: { kind: added.changed ? "added" : "same" } };
    drawOutcome();
  };
  const add = (name: "agency" | "own", text: string, replace: boolean) =>
    attempt((confirmed) =>
      sendMessage("rulesAdd", { name, text, replace, ...(confirmed ? { confirmed } : {}) }),
    );

  const own = (change: () => Promise<void>): Promise<void> =>
    change().then(reload, (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      model = { ...model, user: { ...model.user, problem } };
      draw();
    });
  const actions: RulesActions = {
    user: {
      saveSettings: (change) => own(() => userActions.saveSettings(change)),
      guardSite: (site, on) => own(() => userActions.guardSite(site, on)),
      saveOwn: (change) => own(() => userActions.saveOwn(change)),
      switchAsked: (site, on) => own(() => userActions.switchAsked(site, on)),
      unsilence: (tag) => own(() => userActions.unsilence(tag)),
      allowNotifications: () => own(() => userActions.allowNotifications()),
      reset: () => own(() => userActions.reset()),
    },
    addText: (name, text, replace) => add(name, text, replace),
    async addFile(name, file, replace) {
      begin();
      if (file.size > MOST_BYTES) return end(refused("too-big", [file.size, MOST_BYTES]));
      const bytes = new Uint8Array(await file.arrayBuffer());
      /* "PK": a ZIP of spreadsheets; its reader is loaded only then. */
      if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return add(name, new TextDecoder().decode(bytes), replace);
      const [{ unpack }, { buildLayer }] = await Promise.all([
        import("../../ruleset/agency/zip.ts"),
        import("../../ruleset/agency/build.ts"),
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
      const { waiting } = model;
      model = { ...model, waiting: undefined };
      if (yes && waiting) await attempt(waiting.again, waiting.fingerprint);
      else draw();
    },
    async drop(name) {
      await sendMessage("rulesDrop", name);
      model = await load({ ...model, outcome: undefined });
      draw();
    },
    async find(words) {
      model = { ...model, found: await sendMessage("rulesFind", { words }) };
      draw();
    },
    async setLanguage(language) {
      await requestChange({ type: "settings", set: { language } });
      model = await load(model);
      draw();
    },
  };
  draw();
  watchUser(() => void reload());
}
