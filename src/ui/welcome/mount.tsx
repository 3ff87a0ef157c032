import { render } from "preact";
import { setLanguage } from "../../i18n/rooms.ts";
import { Spoken } from "../spoken.tsx";
import "../tokens.css";
import "../page.css";
import type { WelcomeActions, WelcomeModel, WelcomeSource } from "./model.ts";
import { Welcome } from "./welcome.tsx";

/** Draws the welcome into `root` and keeps it up to date with what is stored. Returns a function that ends it. */
export async function mountWelcome(root: Element, source: WelcomeSource): Promise<() => void> {
  let model: WelcomeModel = await source.load();
  let problem: string | undefined;
  const draw = () => {
    setLanguage(model.language);
    document.documentElement.lang = model.language;
    render(<Spoken>{() => <Welcome model={model} actions={actions} problem={problem} />}</Spoken>, root);
  };
  const refresh = async () => {
    model = await source.load();
    draw();
  };
  const then = async (done: Promise<void>) => {
    try {
      await done;
      problem = undefined;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    await refresh();
  };
  const on = source.actions;
  const actions: WelcomeActions = {
    saveSettings: (change) => then(on.saveSettings(change)),
    saveOwn: (change) => then(on.saveOwn(change)),
    setLanguage: (language) => then(on.setLanguage(language)),
    print: () => on.print(),
  };
  draw();
  const stop = source.subscribe?.(() => void refresh());
  return () => {
    stop?.();
    render(null, root);
  };
}
