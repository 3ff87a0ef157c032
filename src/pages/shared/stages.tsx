import { CalendarDays } from "lucide";
import type { ContestStage } from "../../engine/ruleset/law/stages.ts";
import { t } from "../../i18n/app.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";

/** Most running stages that are shown without unfolding; of those that come, the next one at most. */
const SHOWN = 2;

/** "Pilkada Jawa Barat: masa kampanye, sampai 20 Des 2026". */
export function stageText({ name, phase, from, until, now }: ContestStage): string {
  const texts = { contest: plainText(localize(name), 120), phase: plainText(localize(phase.name), 80) };
  return now
    ? t("popup.stage.now", { ...texts, until: formatDay(until) })
    : t("popup.stage.coming", { ...texts, from: formatDay(from), until: formatDay(until) });
}

/** The stages of all contests that concern the user, running ones first, each with its end. */
export function StageList({
  stages,
  hasRegion,
}: {
  stages: readonly ContestStage[] | undefined;
  hasRegion: boolean | undefined;
}) {
  if (!stages) return null;
  const running = stages.filter(({ now }) => now).length;
  const shown = Math.min(Math.max(running, 1), SHOWN);
  const more = stages.slice(shown);
  return (
    <section class="stages" aria-label={t("popup.phase")}>
      <Icon icon={CalendarDays} size={20} />
      <div>
        {running === 0 && <p>{t(hasRegion ? "popup.stage.none.region" : "popup.stage.none")}</p>}
        {stages.slice(0, shown).map((stage) => (
          <p key={stageText(stage)} class="isolate">
            {stageText(stage)}
          </p>
        ))}
        {more.length > 0 && (
          <details>
            <summary>{t("popup.stage.more", { count: more.length })}</summary>
            {more.map((stage) => (
              <p key={stageText(stage)} class="isolate">
                {stageText(stage)}
              </p>
            ))}
          </details>
        )}
      </div>
    </section>
  );
}
