import { HeartHandshake, MessageSquareOff, Smartphone } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { STATUSES } from "../../domain/vocabulary.ts";
import { formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { Icon } from "../../ui/icon.tsx";
import { zoneOf } from "../../ui/regions.ts";
import type { WelcomeActions, WelcomeModel } from "./model.ts";
import { OfficeHoursForm } from "./office-hours-form.tsx";
import { RegionSearch } from "./region-search.tsx";

type Step = (props: {
  model: Omit<WelcomeModel, "openSites">;
  actions: Omit<WelcomeActions, "reloadTabs">;
}) => preact.JSX.Element;

/** What is kept and what a site can learn, in three sentences. */
export const PrivacyCard = () => (
  <section class="card">
    <h3>
      <Icon icon={MessageSquareOff} /> {t("welcome.privacy")}
    </h3>
    <ul>
      <li>{t("welcome.privacy.1")}</li>
      <li>{t("welcome.privacy.2")}</li>
      <li>{t("welcome.privacy.3")}</li>
    </ul>
  </section>
);

/** What can be guarded on a phone. */
export const PhoneCard = () => (
  <section class="card">
    <h3>
      <Icon icon={Smartphone} /> {t("welcome.phone")}
    </h3>
    <p>{t("welcome.phone.why")}</p>
  </section>
);

/** Who the user is. Only what is used is asked. */
export const ProfileStep: Step = ({ model, actions }) => {
  const { settings, profile } = model;
  return (
    <>
      <p>{t("welcome.person.why")}</p>
      <fieldset>
        <legend>{t("welcome.status")}</legend>
        <div class="row">
          {[null, ...STATUSES].map((status) => (
            <label key={status} class="check">
              <input
                autocomplete="off"
                type="radio"
                name="status"
                checked={settings.status === status}
                onChange={forTrusted(() => void actions.saveSettings({ status }))}
              />
              {t(`welcome.status.${status ?? "none"}`)}
            </label>
          ))}
        </div>
        <label class="check">
          <input
            autocomplete="off"
            type="checkbox"
            checked={settings.spouse}
            onChange={forTrusted(
              (event: Event) =>
                void actions.saveSettings({ spouse: (event.target as HTMLInputElement).checked }),
            )}
          />
          <span>
            {t("welcome.spouse")}
            <span class="small"> {t("welcome.spouse.why")}</span>
          </span>
        </label>
      </fieldset>
      <RegionSearch
        code={settings.region}
        onPick={async (region) => {
          await actions.saveSettings({ region });
          const zone = region && zoneOf(region);
          if (zone && zone !== profile.office.zone)
            await actions.saveProfile({ office: { ...profile.office, zone } });
        }}
      />
      <OfficeHoursForm office={profile.office} onChange={(office) => void actions.saveProfile({ office })} />
    </>
  );
};

/** The book, and the integrity pact, which is optional. */
export const JournalStep: Step = ({ model, actions }) => (
  <>
    <div class="card">
      <label class="check">
        <input
          autocomplete="off"
          type="checkbox"
          checked={model.profile.journalEnabled}
          onChange={forTrusted(
            (event: Event) =>
              void actions.saveProfile({ journalEnabled: (event.target as HTMLInputElement).checked }),
          )}
        />
        {t("welcome.book.ask")}
      </label>
      <p class="small">{t("welcome.book.why")}</p>
    </div>
    <PactCard model={model} actions={actions} />
  </>
);

const PactCard: Step = ({ model, actions }) => (
  <section class="card print">
    <h3>
      <Icon icon={HeartHandshake} /> {t("welcome.pact")}
    </h3>
    <p class="small">{t("welcome.pact.why")}</p>
    <ol>
      <li>{t("welcome.pact.1")}</li>
      <li>{t("welcome.pact.2")}</li>
      <li>{t("welcome.pact.3")}</li>
      <li>{t("welcome.pact.4")}</li>
    </ol>
    {model.profile.pact ? (
      <>
        <p role="status">
          <strong>{t("welcome.pact.made", { day: formatDay(model.profile.pact, "long") })}</strong>
        </p>
        <div class="row">
          <button type="button" onClick={forTrusted(() => actions.print())}>
            {t("welcome.pact.print")}
          </button>
          <button
            type="button"
            class="link"
            onClick={forTrusted(() => void actions.saveProfile({ pact: null }))}
          >
            {t("welcome.pact.undo")}
          </button>
        </div>
      </>
    ) : (
      <div class="row">
        <button type="button" onClick={forTrusted(() => void actions.saveProfile({ pact: model.today }))}>
          {t("welcome.pact.make")}
        </button>
      </div>
    )}
  </section>
);
