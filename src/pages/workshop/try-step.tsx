import { createRef } from "preact";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { evidenceText } from "../../i18n/overlay.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/workshop.ts";
import type { TriedOut, WorkshopActions, WorkshopModel } from "./model.ts";

const MAX_TEXT = 2_000;

const fields = {
  text: createRef<HTMLTextAreaElement>(),
  day: createRef<HTMLInputElement>(),
  site: createRef<HTMLSelectElement>(),
  handle: createRef<HTMLInputElement>(),
  name: createRef<HTMLInputElement>(),
};
const written = (field: keyof typeof fields) => fields[field].current?.value.trim() ?? "";

function TriedLine({ one }: { one: TriedOut }) {
  const { trial, before, after, phase, reasons } = one;
  const who = [trial.name, trial.handle && `@${trial.handle}`, trial.site && SITE_NAMES[trial.site]];
  const shownWho = who.filter(Boolean).join(", ");
  return (
    <li data-tried={after} data-before={before}>
      <p class="isolate">
        “{plainText(trial.text, 300)}”{shownWho && ` (${plainText(shownWho, 200)})`}
      </p>
      <p class="small">
        {formatDay(trial.date)}, {localize(phase)}
      </p>
      <p class="levels">
        <span>
          {t("workshop.try.before")} <span class="level">{t(`workshop.level.${before}`)}</span>
        </span>
        <span>
          {t("workshop.try.after")}{" "}
          <span class="level" data-level={after}>
            {t(`workshop.level.${after}`)}
          </span>
        </span>
      </p>
      {after !== "clear" && reasons.length > 0 && (
        <ul>
          {reasons.map(({ say, words }) => (
            <li key={`${say.key} ${words}`}>{evidenceText(say, words)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** "Coba aturan ini": what would be asked about, with the bundled rules alone and with these. */
export function TryStep({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const { tried, day, sites } = model;
  const asked = tried.filter(({ after }) => after === "warn").length;
  const changed = tried.filter(({ before, after }) => before !== after).length;
  return (
    <section class="card" aria-labelledby="step-try">
      <h2 class="minor" id="step-try">
        {t("workshop.try")}
      </h2>
      <p>{t("workshop.try.why")}</p>
      <form
        onSubmit={forTrusted((event: Event) => {
          event.preventDefault();
          const text = written("text");
          const [handle, name] = [written("handle").replace(/^@/, ""), written("name")];
          if (text === "" && handle === "" && name === "") return fields.text.current?.focus();
          void actions.tryOne({
            text,
            date: written("day") || day,
            site: written("site") as SiteId,
            handle: handle || undefined,
            name: name || undefined,
          });
        })}
      >
        <label>
          {t("workshop.try.text")}
          <textarea autocomplete="off" ref={fields.text} rows={2} maxLength={MAX_TEXT} data-try="text" />
        </label>
        <div class="row">
          <label>
            {t("workshop.try.day")}
            <input
              autocomplete="off"
              type="date"
              ref={fields.day}
              defaultValue={day}
              key={day}
              data-try="day"
            />
          </label>
          <label>
            {t("workshop.try.site")}
            <select autocomplete="off" ref={fields.site} data-try="site">
              {sites.map((site) => (
                <option key={site} value={site}>
                  {SITE_NAMES[site]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("workshop.try.handle")}
            <input autocomplete="off" ref={fields.handle} maxLength={100} data-try="handle" />
          </label>
          <label>
            {t("workshop.try.name")}
            <input autocomplete="off" ref={fields.name} maxLength={200} data-try="name" />
          </label>
        </div>
        <div class="row">
          <button type="submit" data-try="do">
            {t("workshop.try.do")}
          </button>
        </div>
      </form>
      <p aria-live="polite" data-try="count">
        {t("workshop.try.count", { tried: tried.length, asked, changed })}
      </p>
      <ul class="tried">
        {tried.map((one, at) => (
          <TriedLine key={`${tried.length - at} ${one.trial.text}`} one={one} />
        ))}
      </ul>
    </section>
  );
}
