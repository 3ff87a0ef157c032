import { language } from "../../i18n/app.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "./popup.css";
import type { PopupModel, PopupSource } from "./model.ts";
import { Popup, type PopupView } from "./popup.tsx";

/** Renders the popup into `root`, with the page that is shown first. Returns a function that unmounts it. */
export function mountPopup(root: Element, source: PopupSource, start: PopupView = "home"): () => void {
  const blank: PopupModel = {
    page: { kind: "loading" },
    rules: [],
    entries: [],
    faults: [],
    language: language(),
    version: "",
  };
  return mountPage(root, source, {
    blank,
    view: (model, actions) => <Popup model={model} actions={actions} start={start} />,
    failed: (model, detail) => ({ ...model, faults: [...model.faults, { code: "load", detail }] }),
    results: { structure: "reads", checkDraft: "reads" },
    rendered: (model) => model.version && performance.mark("popup-shown"),
  }).end;
}
