import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../shared/page.css";
import "./workshop.css";
import type { WorkshopSource } from "./model.ts";
import { WorkshopPage } from "./page.tsx";

/** Renders the page on which an agency builds its rules into `root`. Returns a function that unmounts it. */
export async function mountWorkshop(root: Element, source: WorkshopSource): Promise<() => void> {
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <WorkshopPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: {},
  });
  await shown;
  return end;
}
