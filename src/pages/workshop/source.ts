import { localDay } from "../../domain/day.ts";
import { SITE_IDS } from "../../domain/sites.ts";
import { FIREFOX_ID, policyFile } from "../../engine/ruleset/agency/policy-files.ts";
import { parseManaged } from "../../engine/ruleset/layers/managed-policy.ts";
import { makeKey, type SigningKey, signingKey } from "../../engine/ruleset/layers/signature.ts";
import { keyFileText, readKeyFile, signedFile } from "../../engine/ruleset/layers/signed-file.ts";
import type { Layer } from "../../engine/ruleset/schema/index.ts";
import { formatError } from "../../engine/ruleset/validate/errors.ts";
import type { Trial, TrialResult } from "../../engine/trial.ts";
import { preferredLanguage } from "../../i18n/workshop.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { stored } from "../../storage/items.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { reasonsOf } from "../../ui/reasons.ts";
import { SENTENCES } from "../settings/sentences.ts";
import { download } from "../shared/download.ts";
import type * as CoreModule from "./core.ts";
import type { TriedOut, WorkshopModel, WorkshopSource } from "./model.ts";

type Core = typeof CoreModule;
/** A key in use. `text` is the key file of a key made here, until it was saved. */
interface HeldKey {
  signing: SigningKey;
  text?: string | undefined;
}

const MAX_REASONS = 3;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const readLanguage = async () =>
  preferredLanguage(readStored(settingsFields, await stored.settings.getValue()).value.language);

/**
 * The page on which an agency builds, tries and signs its rules. All of it stays in the memory of this page: nothing is
 * stored or sent, and a key is forgotten when the page is left.
 */
export function workshopSource(): WorkshopSource {
  let read: CoreModule.ReadFile | undefined;
  let last: { read: CoreModule.ReadFile; layer?: Layer } | undefined;
  let tried: TriedOut[] = [];
  let trial: Promise<(trial: Trial) => TrialResult> | undefined;
  let day = localDay(new Date());
  let key: HeldKey | undefined;
  let keyError: WorkshopModel["keyError"];
  let previous: SigningKey | undefined;
  let previousShown: WorkshopModel["previous"];
  let policyError: WorkshopModel["policyError"];
  let signed: { name: string; text: string; version: number; signing: SigningKey } | undefined;
  let core: Core | undefined;
  let show: (part: Partial<WorkshopModel>) => void = () => {};

  const loadCore = async (): Promise<Core> => (core ??= await import("./core.ts"));
  const busy = (what: WorkshopModel["busy"]) => show({ busy: what });

  /** Removes the keys from this page. */
  const forget = () => {
    key = previous = undefined;
    keyError = previousShown = undefined;
  };
  const result = ({ trial, before, after, phase }: TrialResult): TriedOut => ({
    trial,
    before: before.level,
    after: after.level,
    phase: phase.name,
    reasons: reasonsOf(after, MAX_REASONS),
  });

  async function load(): Promise<WorkshopModel> {
    const language = await readLanguage();
    const words = { last: last?.layer, keyPublisher: key?.signing.publisher };
    return {
      language,
      file: read && core ? core.inWords(read, language, words) : undefined,
      last: last && {
        name: last.read.name,
        version: last.layer?.meta.version,
        fault: last.layer ? undefined : last.read.faults.map((one) => core!.errorInWords(one, language))[0],
      },
      tried,
      day,
      sites: SITE_IDS,
      key: key && {
        publisher: key.signing.publisher,
        fingerprint: key.signing.fingerprint,
        publicKey: key.signing.publicKey,
        unsaved: key.text !== undefined,
      },
      keyError,
      previous: previousShown,
      signed: signed && {
        name: signed.name,
        version: signed.version,
        fingerprint: signed.signing.fingerprint,
      },
      extension: browser.runtime.id,
      policyError,
    };
  }

  return {
    load,
    actions: {
      async saveTemplate() {
        busy("making");
        const made = await (await loadCore()).template(await readLanguage());
        download("aturan-instansi.xlsx", XLSX, made);
      },
      async chooseFile(file) {
        busy("reading");
        // What belongs to the file before must not stand beside this one, nor be signed for it.
        read = trial = signed = policyError = undefined;
        tried = [];
        const { busiestDay, readFile, sampleTrials, trierOf } = await loadCore();
        const now = await readFile(file);
        read = now;
        if (!now.layer) return;
        day = busiestDay(now.layer);
        trial = trierOf(now.layer);
        const tryOne = await trial;
        tried = sampleTrials(now.layer).map((one) => result(tryOne(one)));
      },
      async chooseLast(file) {
        const was = await (await loadCore()).readFile(file);
        last = { read: was, ...(was.layer ? { layer: was.layer } : {}) };
      },
      async tryOne(one) {
        if (!trial) return;
        busy("trying");
        tried = [result((await trial)(one)), ...tried];
      },
      async makeKey(publisher) {
        forget();
        signed = undefined;
        const made = await makeKey(publisher, localDay(new Date()));
        key = { signing: await signingKey(made), text: keyFileText(made) };
      },
      async saveKey() {
        if (key?.text === undefined) return;
        download("kunci-rahasia.json", "application/json", key.text);
        key = { signing: key.signing };
      },
      async chooseKey(file) {
        forget();
        signed = undefined;
        const chosen = await readKeyFile(await file.text());
        if (chosen.ok) key = { signing: chosen.value };
        else keyError = formatError(chosen.errors[0]!, SENTENCES[await readLanguage()]);
      },
      async choosePrevious(file) {
        previous = previousShown = signed = undefined;
        const chosen = await readKeyFile(await file.text());
        if (!chosen.ok)
          previousShown = { problem: formatError(chosen.errors[0]!, SENTENCES[await readLanguage()]) };
        else if (chosen.value.publicKey === key?.signing.publicKey) previousShown = "same";
        else {
          previous = chosen.value;
          previousShown = { fingerprint: previous.fingerprint };
        }
      },
      async forgetKey() {
        forget();
      },
      async sign() {
        const layer = read?.layer;
        if (!layer || !key || key.text !== undefined) return;
        const text = await signedFile(layer, key.signing, previous);
        const { id, version } = layer.meta;
        signed = {
          name: `${id.replace(/[^\w.-]+/g, "-")}-${version}.json`,
          text,
          version,
          signing: key.signing,
        };
        download(signed.name, "application/json", text);
      },
      async saveSigned() {
        if (signed) download(signed.name, "application/json", signed.text);
      },
      async savePolicy({ browser: of, system, extension, address }) {
        if (!signed) return;
        const rulesetKey = signed.signing.publicKey;
        const values: Record<string, string> = address
          ? { rulesetUrl: address, rulesetKey }
          : { rulesetInline: signed.text.trim(), rulesetKey };
        const accepted = parseManaged(values);
        policyError = accepted.ok
          ? undefined
          : formatError(accepted.errors[0]!, SENTENCES[await readLanguage()]);
        if (!accepted.ok) return;
        const { ending, bytes } = policyFile(of, system, of === "firefox" ? FIREFOX_ID : extension, values);
        download(`kebijakan-${of}.${ending}`, "application/octet-stream", new Uint8Array(bytes));
      },
      setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    },
    subscribe(changed, showPart) {
      show = showPart;
      const warn = (event: Event) => {
        if (key?.text !== undefined) event.preventDefault();
      };
      // A page that is left may be kept to be shown again: what it held must be gone by then.
      const left = () => {
        forget();
        signed = undefined;
        changed();
      };
      addEventListener("beforeunload", warn);
      addEventListener("pagehide", left);
      const stop = stored.settings.watch(changed);
      return () => {
        removeEventListener("beforeunload", warn);
        removeEventListener("pagehide", left);
        stop();
      };
    },
  };
}
