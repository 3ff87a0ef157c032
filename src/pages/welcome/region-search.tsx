import { MapPin, X } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { Icon } from "../../ui/icon.tsx";
import { findRegions, regionOf, regionText } from "../../ui/regions.ts";

/** Finds one of 552 regions by typing. The matches are simple buttons, which work with every keyboard and screen reader. */
export function RegionSearch({
  code,
  onPick,
}: {
  code: string | null;
  onPick: (code: string | null) => void;
}) {
  const [query, setQuery] = useState("");
  const selected = regionOf(code);
  const matches = findRegions(query);
  return (
    <fieldset>
      <legend>{t("welcome.region")}</legend>
      <p class="small">{t("welcome.region.why")}</p>
      {selected && (
        <p class="selection">
          <Icon icon={MapPin} size={18} /> <strong>{regionText(selected)}</strong>
          <button
            type="button"
            class="link"
            aria-label={t("welcome.region.clear", { region: regionText(selected) })}
            onClick={forTrusted(() => onPick(null))}
          >
            <Icon icon={X} size={18} />
          </button>
        </p>
      )}
      <label>
        {t("welcome.region.hint")}
        <input
          type="search"
          autocomplete="off"
          value={query}
          onInput={forTrusted((event: InputEvent) => setQuery((event.target as HTMLInputElement).value))}
        />
      </label>
      <p class="small" role="status">
        {query.trim() && t("welcome.region.matches", { count: matches.length })}
      </p>
      <ul class="matches">
        {matches.map((region) => (
          <li key={region.code}>
            <button
              type="button"
              onClick={forTrusted(() => {
                onPick(region.code);
                setQuery("");
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
