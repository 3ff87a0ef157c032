import { t } from "../../i18n/help.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../shared/page.css";
import "./help.css";
import type { HelpSource } from "./model.ts";
import { HelpPage } from "./page.tsx";

/** Renders the help into `root`. Returns a function that unmounts it. */
export async function mountHelp(root: Element, source: HelpSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <HelpPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: {},
    title: () => `${t("help.title")} · ${t("app.name")}`,
  });
  await shown;
  return end;
}
