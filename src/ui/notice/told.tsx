import { Info } from "lucide";
import type { Told } from "../../guard/types.ts";
import { language, t } from "../../i18n/page.ts";
import { Icon } from "../icon.tsx";

/** One line about an action that did not happen as it was to. Read out as it appears; it asks nothing. */
export function ToldLine({ what }: { what: Told }) {
  return (
    <div class="frame note-strip" lang={language()} role="alert">
      <Icon of={Info} size={18} />
      <span>{what === "refused" ? t("told.refused") : t("told.gone")}</span>
    </div>
  );
}
