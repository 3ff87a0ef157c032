import { Check, ChevronDown, X } from "lucide";
import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { formatList, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Basis } from "../../overlay/details.tsx";
import { Icon } from "../../ui/icon.tsx";
import { RuleDrawing } from "../../ui/rule-drawing.tsx";
import { stageText } from "../shared/stages.tsx";
import type { RuleBasis } from "./basis.ts";

const MAX_TEXT_LENGTH = 600;

/** "Delapan aturan", or their number where a layer has dropped one. */
export const rulesTitle = (rules: readonly Rule[]): string =>
  rules.length === 8 || rules.length === 0
    ? t("popup.rules")
    : t("popup.rules.count", { count: rules.length });

/** The rules as a list whose items unfold. */
export function RuleList({
  rules,
  bases,
}: {
  rules: readonly Rule[];
  bases?: Readonly<Record<string, RuleBasis>> | undefined;
}) {
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading" tabIndex={-1}>
        {rulesTitle(rules)}
      </h2>
      {rules.length === 0 && <p class="small">{t("popup.rules.none")}</p>}
      <ul class="rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleItem rule={rule} basis={bases?.[rule.id]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleItem({ rule, basis }: { rule: Rule; basis: RuleBasis | undefined }) {
  return (
    <details class="rule">
      <summary>
        <RuleDrawing number={rule.number} />
        <span class="number" {...(rule.number === undefined ? { "aria-label": t("popup.rule.extra") } : {})}>
          {rule.number ?? "+"}
        </span>
        <span class="isolate">{plainText(localize(rule.title), 160)}</span>
        <Icon icon={ChevronDown} size={18} />
      </summary>
      <div class="rule-body">
        <p>{plainText(localize(rule.explanation), MAX_TEXT_LENGTH)}</p>
        <ConductList title={t("popup.rule.do")} items={rule.do} icon="do" />
        <ConductList title={t("popup.rule.dont")} items={rule.dont} icon="dont" />
        {basis && <LegalBasis basis={basis} />}
      </div>
    </details>
  );
}

/** "Dasar hukum": each article with its strength for each deed, date and source, and what may follow today. */
function LegalBasis({ basis }: { basis: RuleBasis }) {
  return (
    <details class="law">
      <summary>{t("popup.rule.basis")}</summary>
      {basis.outcomes.map(({ stage, sanction }) => (
        <p key={stage ? stageText(stage) : ""}>
          <strong>{t("dialog.sanction")}:</strong>{" "}
          {sanction ? plainText(localize(sanction), MAX_TEXT_LENGTH) : t("popup.rule.no-sanction")}{" "}
          <span class="small">({stage ? stageText(stage) : t("popup.stage.none")})</span>
        </p>
      ))}
      {basis.notes.map((note) => (
        <p key={note.id}>{plainText(localize(note), MAX_TEXT_LENGTH)}</p>
      ))}
      {basis.bases.map((one) => (
        <div key={`${one.instrument.id} ${one.article}`}>
          {one.deeds.map(({ strength, actions }) => (
            <p key={strength} class="deeds">
              <span class="chip">{t(`strength.${strength}`)}</span>{" "}
              <span class="small">
                {formatList(
                  actions.map((action) => t(`action.${action}`)),
                  "conjunction",
                )}
              </span>
            </p>
          ))}
          <Basis basis={one} />
        </div>
      ))}
      <p class="small">{t("dialog.legal")}</p>
    </details>
  );
}

function ConductList({
  title,
  items,
  icon,
}: {
  title: string;
  items: readonly LocalizedText[];
  icon: "do" | "dont";
}) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul class="conduct">
        {items.map((item) => (
          <li key={item.id}>
            <Icon icon={icon === "do" ? Check : X} size={16} />
            <span class="isolate">{plainText(localize(item), MAX_TEXT_LENGTH)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
