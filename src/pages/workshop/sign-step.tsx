import { Download, FileCheck } from "lucide";
import { createRef } from "preact";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import {
  POLICY_BROWSERS,
  POLICY_NAMES,
  POLICY_SYSTEMS,
  type PolicyBrowser,
  type PolicySystem,
} from "../../engine/ruleset/agency/policy-files.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/workshop.ts";
import { Icon } from "../../ui/icon.tsx";
import type { WorkshopActions, WorkshopModel } from "./model.ts";

/** The signed file, and what hands it to many machines. */
export function SignStep({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const { key, signed } = model;
  const canSign = key !== undefined && !key.unsaved;
  return (
    <section class="card" aria-labelledby="step-sign">
      <h2 class="minor" id="step-sign">
        {t("workshop.sign")}
      </h2>
      <p>{t(canSign ? "workshop.sign.why" : "workshop.sign.no-key")}</p>
      {canSign && (
        <div class="row">
          <button type="button" class="main" data-sign onClick={forTrusted(() => void actions.sign())}>
            <Icon icon={FileCheck} /> {t("workshop.sign.do")}
          </button>
        </div>
      )}
      <div aria-live="polite">
        {signed && (
          <div data-signed={signed.name}>
            <p class="isolate">
              <strong>
                {t("workshop.signed", { name: plainText(signed.name, 160), version: String(signed.version) })}
              </strong>
            </p>
            <p>{t("workshop.signed.next")}</p>
            <div class="row">
              <button type="button" data-save-signed onClick={forTrusted(() => void actions.saveSigned())}>
                <Icon icon={Download} /> {t("workshop.signed.again")}
              </button>
            </div>
          </div>
        )}
      </div>
      {signed && <PolicyForm model={model} actions={actions} />}
    </section>
  );
}

const address = createRef<HTMLInputElement>();
const extension = createRef<HTMLInputElement>();

function PolicyForm({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const [browser, setBrowser] = useState<PolicyBrowser>("chrome");
  const [system, setSystem] = useState<PolicySystem>("windows");
  return (
    <details data-policy>
      <summary>{t("workshop.policy")}</summary>
      <p>{t("workshop.policy.why")}</p>
      <form
        onSubmit={forTrusted((event: Event) => {
          event.preventDefault();
          void actions.savePolicy({
            browser,
            system,
            extension: extension.current?.value.trim() ?? "",
            address: address.current?.value.trim() ?? "",
          });
        })}
      >
        <div class="row">
          <label>
            {t("workshop.policy.browser")}
            <select
              autocomplete="off"
              value={browser}
              data-policy-browser
              onChange={(event) => setBrowser(event.currentTarget.value as PolicyBrowser)}
            >
              {POLICY_BROWSERS.map((one) => (
                <option key={one} value={one}>
                  {POLICY_NAMES[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("workshop.policy.system")}
            <select
              autocomplete="off"
              value={system}
              data-policy-system
              onChange={(event) => setSystem(event.currentTarget.value as PolicySystem)}
            >
              {POLICY_SYSTEMS.map((one) => (
                <option key={one} value={one}>
                  {POLICY_NAMES[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {browser !== "firefox" && (
          <label>
            {t("workshop.policy.extension")}
            <input
              autocomplete="off"
              ref={extension}
              defaultValue={model.extension}
              required
              maxLength={100}
            />
          </label>
        )}
        <label>
          {t("workshop.policy.address")}
          <input autocomplete="off" type="url" ref={address} inputMode="url" data-policy-address />
        </label>
        <div class="row">
          <button type="submit" data-policy-do>
            <Icon icon={Download} /> {t("workshop.policy.do")}
          </button>
        </div>
      </form>
      <div aria-live="polite">{model.policyError && <p class="warning">{model.policyError}</p>}</div>
    </details>
  );
}
