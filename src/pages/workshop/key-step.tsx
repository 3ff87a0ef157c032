import { Download, KeyRound } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/workshop.ts";
import { Icon } from "../../ui/icon.tsx";
import { FileField } from "./file-field.tsx";
import type { WorkshopActions, WorkshopModel } from "./model.ts";

/** The publisher's key: made here and saved once, or chosen from its file. */
export function KeyStep({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const { key, keyError, file } = model;
  return (
    <section class="card" aria-labelledby="step-key">
      <h2 class="minor" id="step-key">
        {t("workshop.key")}
      </h2>
      <p>{t("workshop.key.why")}</p>
      {!key && (
        <>
          <FileField
            name="key"
            label={t("workshop.key.choose")}
            accept=".json,application/json"
            onPick={(chosen) => actions.chooseKey(chosen)}
          />
          <p>{t("workshop.key.new")}</p>
          <div class="row">
            <button
              type="button"
              data-make-key
              onClick={forTrusted(() => void actions.makeKey(file?.summary?.publisher ?? ""))}
            >
              <Icon icon={KeyRound} /> {t("workshop.key.make")}
            </button>
          </div>
        </>
      )}
      <div aria-live="polite">
        {keyError && (
          <p class="warning" data-key-fault>
            {keyError}
          </p>
        )}
        {key && (
          <section data-key={key.unsaved ? "unsaved" : "ready"}>
            {key.publisher && (
              <p class="isolate">{t("workshop.key.of", { publisher: plainText(key.publisher, 160) })}</p>
            )}
            <p>
              {t("workshop.key.print")} <code class="print-code">{key.fingerprint}</code>
            </p>
            <p class="small">
              {t("workshop.key.public")} <code class="print-code">{key.publicKey}</code>
            </p>
            {key.unsaved ? (
              <>
                <p class="warning">{t("workshop.key.unsaved")}</p>
                <div class="row">
                  <button
                    type="button"
                    class="main"
                    data-save-key
                    onClick={forTrusted(() => void actions.saveKey())}
                  >
                    <Icon icon={Download} /> {t("workshop.key.save")}
                  </button>
                </div>
              </>
            ) : (
              <>
                <p>{t("workshop.key.ready")}</p>
                <PreviousKey model={model} actions={actions} />
              </>
            )}
            <div class="row">
              <button type="button" data-forget-key onClick={forTrusted(() => void actions.forgetKey())}>
                {t("workshop.key.forget")}
              </button>
            </div>
          </section>
        )}
      </div>
    </section>
  );
}

/** An old key that this one replaces, folded: most issues have none. */
function PreviousKey({ model: { previous }, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  return (
    <details data-previous>
      <summary>{t("workshop.previous")}</summary>
      <p>{t("workshop.previous.why")}</p>
      <FileField
        name="previous"
        label={t("workshop.previous.choose")}
        accept=".json,application/json"
        onPick={(chosen) => actions.choosePrevious(chosen)}
      />
      {previous === "same" && <p class="warning">{t("workshop.previous.same")}</p>}
      {typeof previous === "object" && "problem" in previous && <p class="warning">{previous.problem}</p>}
      {typeof previous === "object" && "fingerprint" in previous && (
        <p>
          {t("workshop.previous.of")} <code class="print-code">{previous.fingerprint}</code>
        </p>
      )}
    </details>
  );
}
