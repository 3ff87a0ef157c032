import { Printer } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { TrainingLaw } from "../../domain/training-bank.ts";
import { formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { Icon } from "../../ui/icon.tsx";
import { ruleName } from "./law.tsx";

const MAX_NAME = 80;

/**
 * "Saya sudah berlatih": what was practised and when, to print. It is nobody's document. A name is on it only if it is
 * typed here; it is kept nowhere, also not by the browser's session files.
 */
export function Sheet({
  law,
  rules,
  count,
  today,
  onPrint,
}: {
  law: TrainingLaw;
  rules: readonly string[];
  count: number;
  today: string;
  onPrint(): void;
}) {
  const [name, setName] = useState("");
  return (
    <section class="card sheet print">
      <h3>{t("practice.sheet")}</h3>
      <p class="small screen">{t("practice.sheet.why")}</p>
      <label class="screen">
        {t("practice.sheet.name")}
        <input
          autocomplete="off"
          maxLength={MAX_NAME}
          value={name}
          onInput={forTrusted((event: InputEvent) => setName((event.target as HTMLInputElement).value))}
        />
      </label>
      {name.trim() && <p class="name isolate">{name.trim()}</p>}
      <p>{t("practice.sheet.text", { day: formatDay(today, "long"), count })}</p>
      <p>
        <strong>{t("practice.sheet.rules")}</strong>
      </p>
      <ul>
        {rules.map((id) => (
          <li key={id}>{ruleName(law, id)}</li>
        ))}
      </ul>
      <p class="small">{t("practice.sheet.unofficial")}</p>
      <div class="row screen">
        <button type="button" onClick={forTrusted(onPrint)}>
          <Icon icon={Printer} size={18} /> {t("practice.sheet.print")}
        </button>
      </div>
    </section>
  );
}
