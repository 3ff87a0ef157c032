import { Check, ChevronDown, X } from "lucide";
import { t } from "../../i18n/app.ts";
import { said } from "../../i18n/format.ts";
import { plain } from "../../i18n/plain.ts";
import type { Rule, Said } from "../../ruleset/types.ts";
import type { Strength } from "../../words.ts";
import { Icon } from "../icon.tsx";

const LONG = 600;

/** The strengths of a rule's triggers, firmest first, each once. */
export function strengths(rule: Rule): Strength[] {
  const order: readonly Strength[] = ["firm", "disputed", "advice"];
  return order.filter((s) => rule.triggers.some((trigger) => trigger.strength === s));
}

/** The rules as a list that unfolds. */
export function Rules({ rules, phase }: { rules: readonly Rule[]; phase?: Said | undefined }) {
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading">{t("popup.rules")}</h2>
      {phase && (
        <p class="small">
          {t("popup.phase")}: <strong>{plain(said(phase), 160)}</strong>
        </p>
      )}
      {rules.length === 0 && <p class="small">{t("popup.rules.none")}</p>}
      <ul class="rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <OneRule rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRule({ rule }: { rule: Rule }) {
  return (
    <details class="rule">
      <summary>
        <span class="number" {...(rule.number === undefined ? { "aria-label": t("popup.rule.extra") } : {})}>
          {rule.number ?? "+"}
        </span>
        <span class="isolate">{plain(said(rule.title), 160)}</span>
        <Icon of={ChevronDown} size={18} />
      </summary>
      <div class="rule-body">
        <p>{plain(said(rule.explanation), LONG)}</p>
        <p class="strengths">
          {strengths(rule).map((strength) => (
            <span key={strength} class="chip">
              {t(`strength.${strength}`)}
            </span>
          ))}
        </p>
        <Deeds title={t("popup.rule.do")} deeds={rule.do} icon="do" />
        <Deeds title={t("popup.rule.dont")} deeds={rule.dont} icon="dont" />
      </div>
    </details>
  );
}

function Deeds({ title, deeds, icon }: { title: string; deeds: readonly Said[]; icon: "do" | "dont" }) {
  if (deeds.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul class="deeds">
        {deeds.map((deed) => (
          <li key={deed.id}>
            <Icon of={icon === "do" ? Check : X} size={16} />
            <span class="isolate">{plain(said(deed), LONG)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
