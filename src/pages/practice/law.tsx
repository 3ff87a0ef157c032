import { Scale } from "lucide";
import type { ShownCase, TrainingLaw } from "../../domain/training-bank.ts";
import { localize } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";

/** Longest name of a rule and of a basis: a layer's may be as long as a paragraph. */
const MAX_NAME = 200;

/** "1 · Tidak memberi like …"; an unknown rule by its id. */
export function ruleName(law: TrainingLaw, id: string): string {
  const rule = law.rules[id];
  return rule ? `${rule.number ?? "+"} · ${plainText(localize(rule.title), MAX_NAME)}` : id;
}

export const phaseName = (law: TrainingLaw, id: string): string => {
  const name = law.phases[id];
  return name ? localize(name) : id;
};

function Basis({ law, id }: { law: TrainingLaw; id: string }) {
  const basis = law.bases[id];
  if (!basis) return <>{id}</>;
  return (
    <>
      {plainText(localize(basis.instrument), MAX_NAME)}, {plainText(basis.article, MAX_NAME)}
      <span class="small"> {plainText(localize(basis.text), 400)}</span>
    </>
  );
}

/** Rule, article, how firm, phase and status of a case's answer. The basis that decides stands first, others are folded. */
export function Reasons({ law, one }: { law: TrainingLaw; one: ShownCase }) {
  const [first, ...others] = one.bases;
  return (
    <dl class="reasons">
      <dt>{t("practice.why.rule")}</dt>
      <dd>{ruleName(law, one.rule)}</dd>
      <dt>{t("practice.why.basis")}</dt>
      <dd>
        <Basis law={law} id={first!} />
        {others.length > 0 && (
          <details>
            <summary>{t("practice.why.more", { count: others.length })}</summary>
            <ul>
              {others.map((id) => (
                <li key={id}>
                  <Basis law={law} id={id} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
      <dt>{t("practice.why.strength")}</dt>
      <dd class="strength" data-kind={one.strength}>
        <Icon icon={Scale} size={16} /> {t(`strength.${one.strength}`)}
      </dd>
      <dt>{t("practice.why.phase")}</dt>
      <dd>{phaseName(law, one.phase)}</dd>
      <dt>{t("practice.why.status")}</dt>
      <dd>{one.status}</dd>
    </dl>
  );
}
