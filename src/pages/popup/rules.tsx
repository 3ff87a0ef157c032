import { Check, ChevronDown, X } from "lucide";
import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Strength } from "../../domain/vocabulary.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Basis } from "../../overlay/details.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { RuleBasis } from "./basis.ts";

const MAX_TEXT_LENGTH = 600;

/** The strengths of a rule's triggers, each once, firmest first. */
function strengths(rule: Rule): Strength[] {
  const order: readonly Strength[] = ["firm", "disputed", "advice"];
  return order.filter((s) => rule.triggers.some((trigger) => trigger.strength === s));
}

/** The rules as a list whose items unfold. */
export function RuleList({
  rules,
  bases,
  phase,
}: {
  rules: readonly Rule[];
  bases?: Readonly<Record<string, RuleBasis>> | undefined;
  phase?: LocalizedText | undefined;
}) {
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading">{t("popup.rules")}</h2>
      {phase && (
        <p class="small">
          {t("popup.phase")}: <strong>{plainText(localize(phase), 160)}</strong>
        </p>
      )}
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
        <span class="number" {...(rule.number === undefined ? { "aria-label": t("popup.rule.extra") } : {})}>
          {rule.number ?? "+"}
        </span>
        <span class="isolate">{plainText(localize(rule.title), 160)}</span>
        <Icon icon={ChevronDown} size={18} />
      </summary>
      <div class="rule-body">
        <p>{plainText(localize(rule.explanation), MAX_TEXT_LENGTH)}</p>
        <p class="strengths">
          {strengths(rule).map((strength) => (
            <span key={strength} class="chip">
              {t(`strength.${strength}`)}
            </span>
          ))}
        </p>
        <ConductList title={t("popup.rule.do")} items={rule.do} icon="do" />
        <ConductList title={t("popup.rule.dont")} items={rule.dont} icon="dont" />
        {basis && <LegalBasis basis={basis} />}
      </div>
    </details>
  );
}

/** "Dasar hukum": each article with strength, date and source, and the consequence in today's phase. */
function LegalBasis({ basis }: { basis: RuleBasis }) {
  return (
    <details class="law">
      <summary>{t("popup.rule.basis")}</summary>
      {basis.notes.map((note) => (
        <p key={note.id}>{plainText(localize(note), MAX_TEXT_LENGTH)}</p>
      ))}
      {basis.bases.map((one) => (
        <div key={`${one.instrument.id} ${one.article}`}>
          <span class="chip">{t(`strength.${one.strength}`)}</span>
          <Basis basis={one} />
        </div>
      ))}
      <p>
        <strong>{t("dialog.sanction")}:</strong>{" "}
        {basis.sanction ? plainText(localize(basis.sanction), MAX_TEXT_LENGTH) : t("popup.rule.no-sanction")}
      </p>
      <p class="small">
        {t("dialog.phase")}: {plainText(localize(basis.phase), 160)} · {t("dialog.legal")}
      </p>
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
