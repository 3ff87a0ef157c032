import { reportActivity } from "../shared/activity.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../shared/page.css";
import "./practice.css";
import type { PracticeModel, PracticeSource } from "./model.ts";
import { PracticePage } from "./page.tsx";

/** Renders the page for practising into `root`. Returns a function that unmounts it. */
export async function mountPractice(root: Element, source: PracticeSource): Promise<() => void> {
  let keeping: PracticeModel["keeping"] | undefined;
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <PracticePage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: {},
    rendered: (model) => {
      keeping = model.keeping;
    },
  });
  await shown;
  const stop = reportActivity(() => keeping === "kept", source.touch);
  return () => {
    stop();
    end();
  };
}
