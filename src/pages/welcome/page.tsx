import { Check, ChevronDown, RotateCw } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { formatList } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { GUARDED_SITE_NAMES } from "../../ui/guarded-sites.ts";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { RoomLinks } from "../../ui/rooms.tsx";
import { MockQuestion } from "./mock-question.tsx";
import type { WelcomeActions, WelcomeModel } from "./model.ts";
import { JournalStep, PhoneCard, PrivacyCard, ProfileStep } from "./steps.tsx";

interface ViewProps {
  model: WelcomeModel;
  actions: WelcomeActions;
}

/** The first run: one screen to try the question on, one button; what can be adjusted is folded. */
export function WelcomePage({ model, actions }: ViewProps) {
  const { problem } = model;
  const [started, setStarted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const firstRender = useRef(true);
  useEffect(() => {
    if (!firstRender.current) heading.current?.focus();
    firstRender.current = false;
  }, [started]);
  const start = () => {
    void actions.saveProfile({ welcomed: model.today });
    setStarted(true);
  };
  return (
    <main class="wide welcome" lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("welcome.title")}
        </h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      {problem && (
        <p class="warning" role="alert">
          {t("welcome.problem", { problem })}
        </p>
      )}
      <h2 tabIndex={-1} ref={heading}>
        {t(started ? "welcome.done" : "welcome.headline")}
      </h2>
      {started ? (
        <Started model={model} actions={actions} onAgain={() => setStarted(false)} />
      ) : (
        <FirstScreen model={model} actions={actions} onStart={start} />
      )}
      <footer class="small">{t("app.unofficial")}</footer>
    </main>
  );
}

function FirstScreen({ model, actions, onStart }: ViewProps & { onStart: () => void }) {
  const [adjusting, setAdjusting] = useState(false);
  const ticks = [
    [
      t("welcome.tick.asks"),
      t("welcome.about.does", { sites: formatList(GUARDED_SITE_NAMES, "disjunction") }),
    ],
    ["", t("welcome.about.clear")],
    [t("welcome.tick.device"), t("welcome.tick.device.why")],
    [t("welcome.tick.unofficial"), t("welcome.unofficial")],
  ] as const;
  return (
    <>
      <div class="first-screen">
        <MockQuestion />
        <div class="promises">
          <ul class="plain">
            {ticks.map(([title, why]) => (
              <li key={why}>
                {title ? <Icon icon={Check} /> : <span class="no-tick" />}
                <p>
                  {title && <strong>{title}. </strong>}
                  {why}
                </p>
              </li>
            ))}
          </ul>
          <button type="button" class="main start" onClick={forTrusted(onStart)}>
            {t("welcome.start")}
          </button>
        </div>
      </div>
      <div class="row">
        <button
          type="button"
          class="link"
          aria-expanded={adjusting}
          onClick={forTrusted(() => setAdjusting(!adjusting))}
        >
          {t("welcome.adjust")} <Icon icon={ChevronDown} size={18} />
        </button>
      </div>
      {adjusting && (
        <>
          <ProfileStep model={model} actions={actions} />
          <JournalStep model={model} actions={actions} />
        </>
      )}
      <details>
        <summary>{t("welcome.more")}</summary>
        <div class="part">
          <PrivacyCard />
          <PhoneCard />
        </div>
      </details>
    </>
  );
}

/** After the start: open tabs that are not guarded yet, and the way on. */
function Started({ model, actions, onAgain }: ViewProps & { onAgain: () => void }) {
  const { openSites } = model;
  return (
    <>
      <p>{t("welcome.done.why")}</p>
      {openSites.length > 0 ? (
        <section class="card" data-tabs>
          <p>
            {t("welcome.tabs", {
              sites: formatList(
                openSites.map((site) => SITE_NAMES[site]),
                "conjunction",
              ),
            })}
          </p>
          <div class="row">
            <button type="button" class="main" onClick={forTrusted(() => void actions.reloadTabs())}>
              <Icon icon={RotateCw} size={18} /> {t("welcome.tabs.reload")}
            </button>
          </div>
        </section>
      ) : (
        <p data-tabs>{t("welcome.tabs.none")}</p>
      )}
      <h3>{t("welcome.next")}</h3>
      <RoomLinks here="welcome" />
      <div class="row">
        <button type="button" onClick={forTrusted(onAgain)}>
          {t("welcome.again")}
        </button>
      </div>
    </>
  );
}
