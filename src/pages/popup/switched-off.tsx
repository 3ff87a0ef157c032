import { t } from "../../i18n/app.ts";
import { localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import type { PopupModel } from "./model.ts";

/** What an agency's or an own layer switched off; nothing where there is none. */
export function SwitchedOffList({ off }: { off: PopupModel["switchedOff"] }) {
  if (!off?.length) return null;
  return (
    <section data-switched-off>
      <h2>{t("popup.switched-off")}</h2>
      <ul>
        {off.map((one) => (
          <li key={one.said.id} class="isolate">
            {t(`popup.switched-off.${one.by}`, { what: plainText(localize(one.said), 200) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
