import { Component, createRef } from "preact";
import { forTrusted } from "../../dom/trusted.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import type { SettingsActions, SettingsModel } from "./model.ts";

/** Most errors that are listed; the others are only counted. */
const MAX_ERRORS = 10;

function AttemptOutcome({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
  const { busy, outcome, confirmation } = model;
  return (
    <div aria-live="polite">
      {busy && <p data-busy>{t("rules.busy")}</p>}
      {confirmation && (
        <section class="warning" data-confirm>
          <p class="isolate">{t("rules.confirm", { publisher: confirmation.publisher })}</p>
          <p>
            <code>{confirmation.fingerprint}</code>
          </p>
          <div class="row">
            <button type="button" onClick={forTrusted(() => void actions.confirmPublisher(false))}>
              {t("rules.confirm.no")}
            </button>
            <button type="button" data-yes onClick={forTrusted(() => void actions.confirmPublisher(true))}>
              {t("rules.confirm.yes")}
            </button>
          </div>
        </section>
      )}
      {outcome && outcome.kind !== "refused" && (
        <p data-outcome={outcome.kind}>{t(`rules.outcome.${outcome.kind}`)}</p>
      )}
      {outcome?.kind === "refused" && (
        <section class="warning" data-outcome="refused">
          <p>{t("rules.refused")}</p>
          <ul>
            {outcome.errors.slice(0, MAX_ERRORS).map((error) => (
              <li key={`${error.path} ${error.message}`} class="isolate">
                {plainText(error.message, 400)}
                {error.path && ` (${t("rules.at", { path: error.path })})`}
                {error.hint && ` → ${plainText(error.hint, 200)}`}
              </li>
            ))}
            {outcome.errors.length > MAX_ERRORS && (
              <li>{t("rules.refused.more", { count: outcome.errors.length - MAX_ERRORS })}</li>
            )}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Adds a layer from a file, pasted text or an address. The fields keep their content whatever the outcome is. */
export class AddLayer extends Component<{ model: SettingsModel; actions: SettingsActions }> {
  private place = createRef<HTMLSelectElement>();
  private replace = createRef<HTMLInputElement>();
  private paste = createRef<HTMLTextAreaElement>();
  private address = createRef<HTMLInputElement>();

  private targetLayer = () => (this.place.current?.value === "own" ? "own" : "agency");
  private replacesPublisher = () => this.replace.current?.checked ?? false;

  render({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
    return (
      <section class="card">
        <h3>{t("rules.add")}</h3>
        <label>
          {t("rules.add.place")}
          <select autocomplete="off" ref={this.place} data-place>
            <option value="agency">{t("rules.layer.agency")}</option>
            <option value="own">{t("rules.layer.own")}</option>
          </select>
        </label>
        <label class="check">
          <input autocomplete="off" type="checkbox" ref={this.replace} /> {t("rules.replace")}
        </label>
        <label>
          {t("rules.add.file")}
          <input
            type="file"
            accept=".json,.xlsx,.zip,application/json,application/zip"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file)
                void actions
                  .addFile(this.targetLayer(), file, this.replacesPublisher())
                  .then(() => (input.value = ""));
            }}
          />
        </label>
        <label>
          {t("rules.add.paste")}
          <textarea autocomplete="off" ref={this.paste} rows={3} spellcheck={false} />
        </label>
        <button
          type="button"
          data-paste
          onClick={forTrusted(
            () =>
              void actions.addText(
                this.targetLayer(),
                this.paste.current?.value ?? "",
                this.replacesPublisher(),
              ),
          )}
        >
          {t("rules.add.paste.do")}
        </button>
        <label>
          {t("rules.add.url")}
          <input autocomplete="off" type="url" ref={this.address} inputMode="url" />
        </label>
        <p class="small">{t("rules.add.url.why")}</p>
        <button
          type="button"
          data-follow
          onClick={forTrusted(
            () =>
              void actions.followAddress(this.address.current?.value.trim() ?? "", this.replacesPublisher()),
          )}
        >
          {t("rules.add.url.do")}
        </button>
        <AttemptOutcome model={model} actions={actions} />
      </section>
    );
  }
}
