import { Check, ChevronDown, X } from "lucide";
import type { Strength } from "../../domain/vocabulary.ts";
import type { Rule, Said } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { said } from "../../i18n/format.ts";
import { plain } from "../../i18n/sanitize.ts";
import { Basis } from "../../overlay/details.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { RuleBasis } from "./basis.ts";

const LONG = 600;

/** The strengths of a rule's triggers, firmest first, each once. */
function strengths(rule: Rule): Strength[] {
  const order: readonly Strength[] = ["firm", "disputed", "advice"];
  return order.filter((s) => rule.triggers.some((trigger) => trigger.strength === s));
}

/** The rules as a list that unfolds. */
export function Rules({
  rules,
  bases,
  phase,
}: {
  rules: readonly Rule[];
  bases?: Readonly<Record<string, RuleBasis>> | undefined;
  phase?: Said | undefined;
}) {
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
            <OneRule rule={rule} basis={bases?.[rule.id]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRule({ rule, basis }: { rule: Rule; basis: RuleBasis | undefined }) {
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
        {basis && <Law basis={basis} />}
      </div>
    </details>
  );
}

/** "Dasar hukum": each article with its strength, date and source, and what can follow today. */
function Law({ basis }: { basis: RuleBasis }) {
  return (
    <details class="law">
      <summary>{t("popup.rule.basis")}</summary>
      {basis.notes.map((note) => (
        <p key={note.id}>{plain(said(note), LONG)}</p>
      ))}
      {basis.bases.map((one) => (
        <div key={`${one.instrument.id} ${one.article}`}>
          <span class="chip">{t(`strength.${one.strength}`)}</span>
          <Basis basis={one} />
        </div>
      ))}
      <p>
        <strong>{t("dialog.sanction")}:</strong>{" "}
        {basis.sanction ? plain(said(basis.sanction), LONG) : t("popup.rule.no-sanction")}
      </p>
      <p class="small">
        {t("dialog.phase")}: {plain(said(basis.phase), 160)} · {t("dialog.legal")}
      </p>
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
