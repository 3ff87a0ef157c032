import { ShieldAlert } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/app.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { type AgencyLayer, validityOn } from "../../storage/agency-layer.ts";
import { Icon } from "../../ui/icon.tsx";
import type { PopupActions, PopupModel } from "./model.ts";

/** What is to be said of an issue's validity today; undefined while there is nothing. */
function validityText(layer: AgencyLayer, today: string): string | undefined {
  const validity = validityOn(layer, today);
  if (validity === undefined) return undefined;
  const day = formatDay((validity === "starts" ? layer.validFrom : layer.validUntil) ?? "");
  return t(`popup.agency.${validity}`, { publisher: plainText(layer.publisher, 80), day });
}

/** Agency's rules that somebody must look after: refused, waiting for the user, or near their end. */
export function AgencyNotice({ agency, actions }: { agency: PopupModel["agency"]; actions: PopupActions }) {
  if (!agency) return null;
  const { attention, layer, today } = agency;
  const validity = layer && layer.validFrom !== undefined && today < layer.validFrom ? undefined : layer;
  const validityLine = validity && validityText(validity, today);
  if (!attention && !validityLine) return null;
  return (
    <section class="agency" data-agency={attention?.kind ?? "validity"}>
      <Icon icon={ShieldAlert} size={18} />
      <div>
        {attention?.kind === "refused" && (
          <>
            <p>{t("popup.agency.refused")}</p>
            <p class="small isolate">
              {t("popup.agency.why")} {plainText(localize(attention.problem), 400)}
            </p>
          </>
        )}
        {attention?.kind === "waits" && (
          <>
            <p class="isolate">{t("popup.agency.waits", { host: attention.host })}</p>
            <button
              type="button"
              class="main"
              onClick={forTrusted(() => void actions.allowAgency(attention.origin))}
            >
              {t("popup.agency.allow")}
            </button>
          </>
        )}
        {attention?.kind === "confirm" && (
          <>
            <p>{t("popup.agency.confirm")}</p>
            <a href="/settings.html#part-rules" target="_blank" rel="noopener">
              {t("popup.agency.settings")}
            </a>
          </>
        )}
        {validityLine && <p class="isolate">{validityLine}</p>}
      </div>
    </section>
  );
}

/** The line by which a helpdesk tells over the telephone what a machine has. */
export function AgencyVersion({ agency }: { agency: PopupModel["agency"] }) {
  if (!agency?.layer) return null;
  const { layer, today } = agency;
  const publisher = plainText(layer.publisher, 80);
  const version = String(layer.version);
  return (
    <p class="isolate" data-agency-version>
      {layer.fingerprint
        ? t("popup.agency.version.signed", { publisher, version, print: plainText(layer.fingerprint, 60) })
        : t("popup.agency.version", { publisher, version })}
      {layer.validFrom !== undefined && today < layer.validFrom && ` · ${validityText(layer, today)}`}
    </p>
  );
}
