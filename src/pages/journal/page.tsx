import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/pages.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { Notes } from "./entries.tsx";
import { Export } from "./export-panel.tsx";
import { Locked, LockPart } from "./lock.tsx";
import type { BookActions, BookModel } from "./model.ts";
import { Fading } from "./muted-evidence.tsx";
import { Overview } from "./overview.tsx";
import { Weekly } from "./weekly-check.tsx";

const PARTS = { notes: Notes, weekly: Weekly, overview: Overview, export: Export, lock: LockPart } as const;
type Part = keyof typeof PARTS;
const partOf = (hash: string): Part => {
  const name = hash.slice(1);
  return Object.hasOwn(PARTS, name) ? (name as Part) : "notes";
};

/** The self-check book: five parts, each with an address of its own (#weekly). */
export function BookPage({ model, actions }: { model: BookModel; actions: BookActions }) {
  const [part, show] = useState<Part>(partOf(location.hash));
  useEffect(() => {
    const follow = () => show(partOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const Body = PARTS[part];
  const closed = model.lock === "locked";
  return (
    <main class="wide" lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("book.title")}
        </h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      {!closed && <Parts now={part} />}
      {model.problem && (
        <p class="warning" role="alert">
          {t("book.problem", { problem: model.problem })}
        </p>
      )}
      {model.unreadable > 0 && <p class="warning">{t("book.unreadable", { count: model.unreadable })}</p>}
      {!model.keepBook && <p class="warning">{t("book.disabled")}</p>}
      {closed ? (
        <Locked model={model} actions={actions} />
      ) : (
        <>
          <h2>{t(`book.${part}`)}</h2>
          <Body model={model} actions={actions} />
          {model.kinds && <Fading kinds={model.kinds} onBack={() => void actions.askAgain()} />}
        </>
      )}
      <footer class="small">
        {t("book.private")} {t("app.unofficial")}
      </footer>
    </main>
  );
}

function Parts({ now }: { now: Part }) {
  return (
    <nav aria-label={t("book.nav")}>
      <ul class="parts">
        {(Object.keys(PARTS) as Part[]).map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === now ? "page" : undefined}>
              {t(`book.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
