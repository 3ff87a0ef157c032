import { t } from "../../i18n/pages.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../overlay/frame.css";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../../overlay/dialog.css";
import "../shared/page.css";
import "./welcome.css";
import type { WelcomeSource } from "./model.ts";
import { WelcomePage } from "./page.tsx";

/** Renders the welcome into `root`. Returns a function that unmounts it. */
export async function mountWelcome(root: Element, source: WelcomeSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <WelcomePage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: {},
    title: () => `${t("welcome.title")} · ${t("app.name")}`,
  });
  await shown;
  return end;
}
