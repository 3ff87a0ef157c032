import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { formatList } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { GUARDED_SITE_NAMES } from "../../ui/guarded-sites.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import type { WelcomeActions, WelcomeModel } from "./model.ts";
import { AboutStep, JournalStep, ProfileStep } from "./steps.tsx";

const STEPS = [
  { key: "welcome.about", Body: AboutStep },
  { key: "welcome.person", Body: ProfileStep },
  { key: "welcome.book", Body: JournalStep },
] as const;

/** The first run: three short steps, each of which can be skipped. */
export function WelcomePage({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const { problem } = model;
  const [stepIndex, setStepIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const firstRender = useRef(true);
  useEffect(() => {
    if (!firstRender.current) heading.current?.focus();
    firstRender.current = false;
  }, [stepIndex]);
  const finish = () => {
    void actions.saveProfile({ welcomed: model.today });
    setStepIndex(STEPS.length);
  };
  const step = STEPS[stepIndex];
  return (
    <main lang={model.language}>
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
      {step ? (
        <>
          <p class="small">{t("welcome.step", { step: stepIndex + 1 })}</p>
          <h2 tabIndex={-1} ref={heading}>
            {t(step.key)}
          </h2>
          <step.Body model={model} actions={actions} />
          <nav class="row end" aria-label={t("welcome.step", { step: stepIndex + 1 })}>
            <button type="button" class="link" onClick={forTrusted(finish)}>
              {t("pages.skip")}
            </button>
            {stepIndex > 0 && (
              <button type="button" onClick={forTrusted(() => setStepIndex(stepIndex - 1))}>
                {t("pages.back")}
              </button>
            )}
            <button
              type="button"
              class="main"
              onClick={forTrusted(() =>
                stepIndex === STEPS.length - 1 ? finish() : setStepIndex(stepIndex + 1),
              )}
            >
              {stepIndex === STEPS.length - 1 ? t("welcome.finish") : t("pages.next")}
            </button>
          </nav>
        </>
      ) : (
        <>
          <h2 tabIndex={-1} ref={heading}>
            {t("welcome.done")}
          </h2>
          <p>{t("welcome.done.why", { sites: formatList(GUARDED_SITE_NAMES, "conjunction") })}</p>
          <div class="row">
            <a class="button" href="/practice.html">
              {t("popup.more.practice")}
            </a>
            <button type="button" onClick={forTrusted(() => setStepIndex(0))}>
              {t("welcome.again")}
            </button>
          </div>
        </>
      )}
      <footer class="small">{t("app.unofficial")}</footer>
    </main>
  );
}
