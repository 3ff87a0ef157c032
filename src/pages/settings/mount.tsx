import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../shared/page.css";
import type { RulesSource } from "./model.ts";
import { Settings } from "./page.tsx";

/** Draws the settings into `root`. Returns a function that ends it. */
export async function mountSettings(root: Element, source: RulesSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <Settings model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, user: { ...model.user, problem } }),
    answers: {},
    drawn: ({ outcome, waiting }, before) => {
      /* What came of a try stands below the fields; it is brought into view. */
      if ((outcome && outcome !== before?.outcome) || (waiting && waiting !== before?.waiting))
        root.querySelector("[data-outcome], [data-confirm]")?.scrollIntoView({ block: "nearest" });
    },
  });
  await shown;
  return end;
}
