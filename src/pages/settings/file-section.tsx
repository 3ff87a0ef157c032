import { Download, Upload } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { formatDay, formatList } from "../../i18n/format.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Section } from "./protection.tsx";
import type { ReadSettings } from "./settings-file.ts";

/** What became of a file, in words. */
function outcomeText(read: ReadSettings): string {
  if (read.ok) return t("settings.file.loaded", { day: formatDay(read.made) });
  /* Joined here, not by a slot: what stands in a slot is cut where it is long. */
  if (read.why !== "wrong") return `${t("settings.file.refused")} ${t(`settings.file.${read.why}`)}`;
  const fields = read.fields.map((field) => t(`settings.file.field.${field}`));
  const named = `${t("settings.file.wrong")} ${formatList(fields, "conjunction")}.`;
  return `${t("settings.file.refused")} ${named} ${t("settings.file.unchanged")}`;
}

/** Takes the settings to another computer as a file, without the book. */
export const SettingsFileSection: Section = ({ actions }) => {
  const [read, setRead] = useState<ReadSettings | undefined>(undefined);
  return (
    <section class="card" data-settings-file>
      <p>{t("settings.file.why")}</p>
      <p class="small">{t("settings.file.open")}</p>
      <div class="row">
        <button type="button" onClick={forTrusted(() => void actions.saveSettingsFile())}>
          <Icon icon={Download} size={18} /> {t("settings.file.save")}
        </button>
        <label class="button">
          <Icon icon={Upload} size={18} /> {t("settings.file.load")}
          <input
            type="file"
            accept="application/json,.json"
            class="visually-hidden"
            onChange={forTrusted(async (event: Event) => {
              const input = event.target as HTMLInputElement;
              const file = input.files?.[0];
              input.value = "";
              if (file) setRead(await actions.loadSettingsFile(file));
            })}
          />
        </label>
      </div>
      <p role="status" class={read && !read.ok ? "warning" : ""}>
        {read && outcomeText(read)}
      </p>
    </section>
  );
};
