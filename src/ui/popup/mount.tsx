import { render } from "preact";
import { language, setLanguage } from "../../i18n/app.ts";
import { Spoken } from "../spoken.tsx";
import "../tokens.css";
import "./popup.css";
import type { PopupActions, PopupModel, PopupSource } from "./model.ts";
import { Popup } from "./popup.tsx";

/** What is shown until the first answer, or beside the fault if none comes. */
function blank(faults: PopupModel["faults"] = []): PopupModel {
  return { page: { kind: "loading" }, rules: [], entries: [], faults, language: language(), version: "" };
}

/**
 * Draws the popup into `root` and keeps it up to date: after each action, and whenever the source says so. A source
 * that fails is shown as a fault; the popup stays usable. Returns a function that ends it.
 */
export function mountPopup(root: Element, source: PopupSource): () => void {
  let model = blank();
  let newest = 0;
  const draw = () => {
    setLanguage(model.language);
    document.documentElement.lang = model.language;
    render(<Spoken>{() => <Popup model={model} actions={actions} />}</Spoken>, root);
  };
  const failed = (error: unknown) => {
    const fault = { code: "load", detail: error instanceof Error ? error.message : String(error) };
    model = { ...model, faults: [...model.faults.filter((f) => f.code !== "load"), fault] };
    draw();
  };
  const refresh = async () => {
    const turn = ++newest;
    try {
      const next = await source.load();
      if (turn !== newest) return; // A later answer is on its way.
      model = next;
      draw();
      performance.mark("popup-shown");
    } catch (error) {
      if (turn === newest) failed(error);
    }
  };
  const then = async (done: Promise<void> | void) => {
    try {
      await done;
    } catch (error) {
      return failed(error);
    }
    await refresh();
  };
  const on = source.actions;
  const actions: PopupActions = {
    pause: (kind) => then(on.pause(kind)),
    resume: () => then(on.resume()),
    reload: () => then(on.reload()),
    grant: (origins) => then(on.grant(origins)),
    eraseEntries: () => then(on.eraseEntries()),
    eraseEntry: (hold) => then(on.eraseEntry(hold)),
    setLanguage: (next) => then(on.setLanguage(next)),
    structure: () => on.structure(),
    checkDraft: (text) => on.checkDraft(text),
  };
  draw();
  void refresh();
  const stop = source.subscribe?.(() => void refresh());
  return () => {
    stop?.();
    newest++;
    render(null, root);
  };
}
