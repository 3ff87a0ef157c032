import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_IDS, SITE_NAMES, type SiteId } from "../../domain/sites.ts";
import { t } from "../../i18n/help.ts";
import type { HelpActions, HelpModel } from "./model.ts";

const KINDS = ["asked", "missed"] as const;
type Kind = (typeof KINDS)[number];

/** The text to begin with: versions and what was chosen, nothing that was read on a page. */
const reportText = (model: HelpModel, site: SiteId, kind: Kind): string =>
  t("help.report.body", {
    version: model.version,
    rules: model.rulesetVersion,
    site: SITE_NAMES[site],
    kind: t(`help.report.kind.${kind}`),
    sensitivity: model.sensitivity,
  });

/** A report of a wrong question: a text that the user reads, edits and copies. Nothing is sent. */
export function Report({ model, actions }: { model: HelpModel; actions: HelpActions }) {
  const [site, setSite] = useState<SiteId>("facebook");
  const [kind, setKind] = useState<Kind>("asked");
  /** What the user wrote; until then the text follows the choices. */
  const [written, setWritten] = useState<string | undefined>(undefined);
  const [status, setStatus] = useState<"copied" | "failed" | undefined>(undefined);
  const text = written ?? reportText(model, site, kind);
  const copy = () =>
    actions.copy(text).then(
      () => setStatus("copied"),
      () => setStatus("failed"),
    );
  return (
    <div class="part" data-report>
      <p>{t("help.report.why")}</p>
      <div class="row">
        <label>
          {t("help.report.kind")}
          <select
            autocomplete="off"
            value={kind}
            onChange={forTrusted((event: Event) =>
              setKind((event.target as HTMLSelectElement).value as Kind),
            )}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`help.report.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("help.report.site")}
          <select
            autocomplete="off"
            value={site}
            onChange={forTrusted((event: Event) =>
              setSite((event.target as HTMLSelectElement).value as SiteId),
            )}
          >
            {SITE_IDS.map((one) => (
              <option key={one} value={one}>
                {SITE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        {t("help.report.text")}
        <textarea
          autocomplete="off"
          rows={11}
          value={text}
          onInput={forTrusted((event: InputEvent) => setWritten((event.target as HTMLTextAreaElement).value))}
        />
      </label>
      <div class="row">
        <button type="button" class="main" onClick={forTrusted(() => void copy())}>
          {t("help.report.copy")}
        </button>
        <span role="status">{status && t(`help.report.${status}`)}</span>
      </div>
      <p class="small">{t("help.report.where")}</p>
    </div>
  );
}
