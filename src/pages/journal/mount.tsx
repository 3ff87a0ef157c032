import { t } from "../../i18n/pages.ts";
import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../../ui/page-tokens.css";
import "../shared/page.css";
import "./journal.css";
import { reportActivity } from "../shared/activity.ts";
import type { JournalModel, JournalSource } from "./model.ts";
import { JournalPage } from "./page.tsx";

/** Renders the self-check book into `root`. Returns a function that unmounts it. */
export async function mountJournal(root: Element, source: JournalSource): Promise<() => void> {
  let lock: JournalModel["lock"] | undefined;
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <JournalPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: {
      unlock: "changes",
      changeCheck: "changes",
      importBook: "changes",
      judgePassphrase: "reads",
      offerPassphrase: "reads",
    },
    title: () => `${t("book.title")} · ${t("app.name")}`,
    rendered: (model) => {
      lock = model.lock;
    },
  });
  await shown;
  const stop = reportActivity(() => lock === "open", source.touch);
  return () => {
    stop();
    end();
  };
}
