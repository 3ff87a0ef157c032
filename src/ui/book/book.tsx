import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/rooms.ts";
import { Languages } from "../languages.tsx";
import { Export } from "./export.tsx";
import type { BookActions, BookModel } from "./model.ts";
import { Notes } from "./notes.tsx";
import { Overview } from "./overview.tsx";
import { Weekly } from "./weekly.tsx";

const PARTS = { notes: Notes, weekly: Weekly, overview: Overview, export: Export } as const;
type Part = keyof typeof PARTS;
const partOf = (hash: string): Part => {
  const name = hash.slice(1);
  return Object.hasOwn(PARTS, name) ? (name as Part) : "notes";
};

/** The self-check book: four parts, each with an address of its own (#weekly). */
export function BookPage({ model, actions }: { model: BookModel; actions: BookActions }) {
  const [part, show] = useState<Part>(partOf(location.hash));
  useEffect(() => {
    const follow = () => show(partOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const Body = PARTS[part];
  return (
    <main class="wide" lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("book.title")}
        </h1>
        <Languages now={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <nav aria-label={t("book.nav")}>
        <ul class="parts">
          {(Object.keys(PARTS) as Part[]).map((name) => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === part ? "page" : undefined}>
                {t(`book.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {model.problem && (
        <p class="wrong" role="alert">
          {t("book.problem", { problem: model.problem })}
        </p>
      )}
      {model.unreadable > 0 && <p class="wrong">{t("book.unreadable", { count: model.unreadable })}</p>}
      {!model.keepBook && <p class="wrong">{t("book.off")}</p>}
      <h2>{t(`book.${part}`)}</h2>
      <Body model={model} actions={actions} />
      <footer class="small">
        {t("book.private")} {t("app.unofficial")}
      </footer>
    </main>
  );
}
