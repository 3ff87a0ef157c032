import { t } from "../../i18n/app.ts";
import { said } from "../../i18n/format.ts";
import { plain } from "../../i18n/sanitize.ts";
import type { PopupModel } from "./model.ts";

/** What an agency's or an own layer switched off; nothing where there is none. */
export function Off({ off }: { off: PopupModel["off"] }) {
  if (!off?.length) return null;
  return (
    <section data-off>
      <h2>{t("popup.off")}</h2>
      <ul>
        {off.map((one) => (
          <li key={one.said.id} class="isolate">
            {t(`popup.off.${one.by}`, { what: plain(said(one.said), 200) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
