import { t } from "../../i18n/settings.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../shared/page.css";
import type { SettingsSource } from "./model.ts";
import { SettingsPage } from "./page.tsx";

/** Renders the settings into `root`. Returns a function that unmounts it. */
export async function mountSettings(root: Element, source: SettingsSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <SettingsPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, user: { ...model.user, problem } }),
    results: { loadSettingsFile: "changes" },
    title: () => `${t("settings.title")} · ${t("app.name")}`,
    rendered: ({ outcome, confirmation }, previous) => {
      /* The outcome of an attempt is below the fields: scroll it into view. */
      if (
        (outcome && outcome !== previous?.outcome) ||
        (confirmation && confirmation !== previous?.confirmation)
      )
        root.querySelector("[data-outcome], [data-confirm]")?.scrollIntoView({ block: "nearest" });
    },
  });
  await shown;
  return end;
}
