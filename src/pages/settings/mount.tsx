import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../shared/page.css";
import type { SettingsSource } from "./model.ts";
import { SettingsPage } from "./page.tsx";

/** Draws the settings into `root`. Returns a function that ends it. */
export async function mountSettings(root: Element, source: SettingsSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <SettingsPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, user: { ...model.user, problem } }),
    results: {},
    drawn: ({ outcome, confirmation: waiting }, before) => {
      /* What came of a try stands below the fields; it is brought into view. */
      if ((outcome && outcome !== before?.outcome) || (waiting && waiting !== before?.confirmation))
        root.querySelector("[data-outcome], [data-confirm]")?.scrollIntoView({ block: "nearest" });
    },
  });
  await shown;
  return end;
}
