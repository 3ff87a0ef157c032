import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { ZONES } from "../../domain/vocabulary.ts";
import { dateFormat } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { isOfficeHours, type OfficeHours } from "../../storage/office-hours.ts";

/** The name of an ISO weekday in the current language. 2024-01-01 was a Monday. */
export function weekdayName(weekday: number, style: "short" | "long" = "short"): string {
  const day = new Date(Date.UTC(2024, 0, weekday));
  return dateFormat({ weekday: style }).format(day);
}

const zoneKey = (zone: OfficeHours["zone"]) =>
  zone.slice("Asia/".length) as "Jakarta" | "Makassar" | "Jayapura";

/** Working days, times and time zone. Invalid hours are kept in the form with an explanation and not handed on. */
export function OfficeHoursForm({
  office,
  onChange,
}: {
  office: OfficeHours;
  onChange: (next: OfficeHours) => void;
}) {
  const [draft, setDraft] = useState<OfficeHours | undefined>(undefined);
  const shown = draft ?? office;
  const change = (part: Partial<OfficeHours>) => {
    const next = { ...shown, ...part };
    const valid = isOfficeHours(next);
    setDraft(valid ? undefined : next);
    if (valid) onChange(next);
  };
  const time = (key: "from" | "to") => (
    <label>
      {t(`welcome.office.${key}`)}
      <input
        autocomplete="off"
        type="time"
        value={shown[key]}
        onChange={forTrusted((event: Event) => change({ [key]: (event.target as HTMLInputElement).value }))}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{t("welcome.office")}</legend>
      <p class="small">{t("welcome.office.why")}</p>
      <fieldset class="days" aria-label={t("welcome.office.days")}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <label key={weekday} class="check">
            <input
              autocomplete="off"
              type="checkbox"
              checked={shown.days.includes(weekday)}
              onChange={forTrusted((event: Event) => {
                const others = shown.days.filter((d) => d !== weekday);
                const on = (event.target as HTMLInputElement).checked;
                change({ days: (on ? [...others, weekday] : others).sort() });
              })}
            />
            <span aria-hidden="true">{weekdayName(weekday)}</span>
            <span class="visually-hidden">{weekdayName(weekday, "long")}</span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        {time("from")}
        {time("to")}
        <label>
          {t("welcome.office.zone")}
          <select
            autocomplete="off"
            value={shown.zone}
            onChange={forTrusted((event: Event) =>
              change({ zone: (event.target as HTMLSelectElement).value as OfficeHours["zone"] }),
            )}
          >
            {ZONES.map((zone) => (
              <option key={zone} value={zone}>
                {t(`welcome.office.zone.${zoneKey(zone)}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {draft && (
        <p class="warning" role="alert">
          {t("welcome.office.wrong")}
        </p>
      )}
    </fieldset>
  );
}
