import { t } from "../../i18n/app.ts";
import { localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import type { PopupModel } from "./model.ts";

/** What a layer of the agency or of the user has switched off; renders nothing if there is none. */
export function SwitchedOffList({ items }: { items: PopupModel["switchedOff"] }) {
  if (!items?.length) return null;
  return (
    <section data-switched-off>
      <h2>{t("popup.switched-off")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.text.id} class="isolate">
            {t(`popup.switched-off.${item.by}`, { what: plainText(localize(item.text), 200) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
