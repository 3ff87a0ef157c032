import { Bell } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/settings.ts";
import type { Profile } from "../../storage/profile.ts";
import { Icon } from "../../ui/icon.tsx";
import { weekdayName } from "../welcome/office-hours-form.tsx";
import { Checkbox, SelectField } from "./fields.tsx";
import type { Section } from "./protection.tsx";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whether entries are kept, for how long, and the day of the weekly self-check. */
export const DataRetention: Section = ({ model, actions }) => {
  const { journalEnabled: keepBook, retention, reminder } = model.profile;
  return (
    <section class="card">
      <Checkbox on={keepBook} onPick={(on) => void actions.saveProfile({ journalEnabled: on })}>
        {t("settings.book.enabled")}
      </Checkbox>
      <p class="small">{t("settings.book.enabled.why")}</p>
      <SelectField<Profile["retention"]>
        name="retention"
        label={t("settings.retention")}
        value={retention}
        options={([30, 90, 365, 0] as const).map((days) => [
          days,
          days === 0 ? t("settings.retention.never") : t("settings.retention.days", { days }),
        ])}
        onPick={(next) => void actions.saveProfile({ retention: next })}
      />
      <SelectField<Profile["reminder"]>
        name="reminder"
        label={t("settings.reminder")}
        value={reminder}
        options={[
          [0, t("settings.reminder.none")],
          ...WEEKDAYS.map((weekday) => [weekday, weekdayName(weekday, "long")] as const),
        ]}
        onPick={(next) => void actions.saveProfile({ reminder: next })}
      />
      {reminder !== 0 && (
        <>
          <p class="small">
            {t(model.notifications ? "settings.reminder.notifies" : "settings.reminder.icon-only")}
          </p>
          {!model.notifications && (
            <div class="row">
              <button type="button" data-notify onClick={forTrusted(() => void actions.allowNotifications())}>
                <Icon icon={Bell} /> {t("settings.reminder.notify")}
              </button>
            </div>
          )}
        </>
      )}
      <p>
        <a href="/book.html#lock">{t("settings.book.lock")}</a>
      </p>
    </section>
  );
};

/** Restores the defaults of everything but the book and the layers, after one confirmation. */
export const ResetSection: Section = ({ actions }) => {
  const [confirming, setConfirming] = useState(false);
  const cancelButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (confirming) cancelButton.current?.focus();
  }, [confirming]);
  return (
    <section class="card">
      <p>{t("settings.reset.why")}</p>
      <div class="row">
        {!confirming && (
          <button type="button" onClick={forTrusted(() => setConfirming(true))}>
            {t("settings.reset")}
          </button>
        )}
        {confirming && (
          <>
            <button
              type="button"
              class="danger"
              onClick={forTrusted(() => {
                setConfirming(false);
                void actions.reset();
              })}
            >
              {t("settings.reset.confirm")}
            </button>
            <button type="button" ref={cancelButton} onClick={forTrusted(() => setConfirming(false))}>
              {t("settings.reset.cancel")}
            </button>
          </>
        )}
      </div>
    </section>
  );
};
