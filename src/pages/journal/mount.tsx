import { mountPage } from "../shared/mount-page.tsx";
import "../../ui/tokens.css";
import "../shared/page.css";
import "./journal.css";
import { passUse } from "./activity.ts";
import type { BookModel, BookSource } from "./model.ts";
import { BookPage } from "./page.tsx";

/** Draws the book into `root`. Returns a function that ends it. */
export async function mountBook(root: Element, source: BookSource): Promise<() => void> {
  let lock: BookModel["lock"] | undefined;
  const { shown, end } = mountPage(root, source, {
    view: (model, actions) => <BookPage model={model} actions={actions} />,
    failed: (model, problem) => ({ ...model, problem }),
    results: { unlock: "changes", take: "changes" },
    rendered: (model) => {
      lock = model.lock;
    },
  });
  await shown;
  const stop = passUse(() => lock === "open", source.touch);
  return () => {
    stop();
    end();
  };
}
