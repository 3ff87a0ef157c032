import { MapPin, X } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { Icon } from "../../ui/icon.tsx";
import { findRegions, regionOf, regionText } from "../../ui/regions.ts";

/** Finds one of 552 regions by typing; the choices are plain buttons, so that every keyboard and reader gets along. */
export function RegionSearch({
  code,
  onPick,
}: {
  code: string | null;
  onPick: (code: string | null) => void;
}) {
  const [query, ask] = useState("");
  const chosen = regionOf(code);
  const found = findRegions(query);
  return (
    <fieldset>
      <legend>{t("welcome.region")}</legend>
      <p class="small">{t("welcome.region.why")}</p>
      {chosen && (
        <p class="selection">
          <Icon of={MapPin} size={18} /> <strong>{regionText(chosen)}</strong>
          <button
            type="button"
            class="subtle"
            aria-label={t("welcome.region.clear", { region: regionText(chosen) })}
            onClick={forTrusted(() => onPick(null))}
          >
            <Icon of={X} size={18} />
          </button>
        </p>
      )}
      <label>
        {t("welcome.region.hint")}
        <input
          type="search"
          autocomplete="off"
          value={query}
          onInput={forTrusted((event: InputEvent) => ask((event.target as HTMLInputElement).value))}
        />
      </label>
      <p class="small" role="status">
        {query.trim() && t("welcome.region.matches", { count: found.length })}
      </p>
      <ul class="found">
        {found.map((region) => (
          <li key={region.code}>
            <button
              type="button"
              onClick={forTrusted(() => {
                onPick(region.code);
                ask("");
              })}
            >
              {regionText(region)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
