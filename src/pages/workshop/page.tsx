import { t } from "../../i18n/workshop.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { FileStep } from "./file-step.tsx";
import { KeyStep } from "./key-step.tsx";
import type { WorkshopActions, WorkshopModel } from "./model.ts";
import { SignStep } from "./sign-step.tsx";
import { TryStep } from "./try-step.tsx";

/** "Bengkel aturan instansi": from a workbook to a signed file, without any other program. */
export function WorkshopPage({ model, actions }: { model: WorkshopModel; actions: WorkshopActions }) {
  const { file, problem } = model;
  const isGood = file?.summary !== undefined;
  return (
    <main>
      <header>
        <h1>{t("workshop.title")}</h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <p>{t("workshop.about")}</p>
      {problem && (
        <p class="warning" role="alert">
          {t("workshop.problem", { problem })}
        </p>
      )}
      <FileStep model={model} actions={actions} />
      {isGood && <TryStep model={model} actions={actions} />}
      {isGood && <KeyStep model={model} actions={actions} />}
      {isGood && <SignStep model={model} actions={actions} />}
      <footer class="small">
        <p>
          <a href="/settings.html">{t("workshop.back")}</a>
        </p>
        <p>{t("app.unofficial")}</p>
      </footer>
    </main>
  );
}
