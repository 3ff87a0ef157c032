import { GraduationCap, LockKeyhole, Presentation } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { Icon } from "../../ui/icon.tsx";
import { ruleName } from "./law.tsx";
import { isDue } from "./memory.ts";
import type { PracticeModel } from "./model.ts";

/** What happens with the progress, said before the first answer. */
export function KeepingNote({ keeping }: Pick<PracticeModel, "keeping">) {
  return (
    <p class="small keeping" data-keeping={keeping} role="status">
      <Icon icon={LockKeyhole} size={16} /> {t(`practice.keeping.${keeping}`)}{" "}
      {keeping === "locked" && <a href="/book.html">{t("practice.keeping.unlock")}</a>}
    </p>
  );
}

/** The start: what it is, what is kept, which rules come back when. */
export function Start({ model, onStart, onHall }: { model: PracticeModel; onStart(): void; onHall(): void }) {
  const { law, progress, today, cases } = model;
  const rules = Object.keys(law.rules).filter((id) => cases.some(({ rule }) => rule === id));
  const practised = Object.keys(progress.rules).length > 0;
  return (
    <>
      <p>{t("practice.intro")}</p>
      <div class="row">
        <button type="button" class="main" onClick={forTrusted(onStart)}>
          <Icon icon={GraduationCap} /> {t("practice.start")}
        </button>
      </div>
      <KeepingNote keeping={model.keeping} />
      <p class="small">{t("practice.invented")}</p>
      {practised && (
        <section class="card">
          <h2 class="minor">{t("practice.rules")}</h2>
          <ul class="plain due">
            {rules.map((id) => {
              const known = progress.rules[id];
              const when = !known
                ? t("practice.rule.new")
                : isDue(known, today)
                  ? t("practice.rule.due")
                  : t("practice.rule.later", { day: formatDay(known.due) });
              return (
                <li key={id}>
                  <span>{ruleName(law, id)}</span> <span class="small">{when}</span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <section class="card">
        <h2 class="minor">
          <Icon icon={Presentation} /> {t("practice.hall")}
        </h2>
        <p>{t("practice.hall.why")}</p>
        <div class="row">
          <button type="button" onClick={forTrusted(onHall)}>
            {t("practice.hall.start")}
          </button>
        </div>
      </section>
    </>
  );
}
