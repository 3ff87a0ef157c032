import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { ShownCase } from "../../domain/training-bank.ts";
import { localize } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { RoomLinks } from "../../ui/rooms.tsx";
import { answerName, CaseView } from "./case.tsx";
import { Hall } from "./hall.tsx";
import type { Answer } from "./memory.ts";
import type { PracticeActions, PracticeModel } from "./model.ts";
import { chooseSession } from "./session.ts";
import { Sheet } from "./sheet.tsx";
import { KeepingNote, Start } from "./start.tsx";

type Screen = "start" | "session" | "done" | "hall";

interface Session {
  cases: readonly ShownCase[];
  /** In the order of the cases. */
  answers: readonly Answer[];
  /** Which case is shown, from 0. */
  at: number;
}

/** "Latihan": the start, a session, its end, and the trainer's mode (also at #hall). */
export function PracticePage({ model, actions }: { model: PracticeModel; actions: PracticeActions }) {
  const [screen, setScreen] = useState<Screen>(location.hash === "#hall" ? "hall" : "start");
  const [session, setSession] = useState<Session>({ cases: [], answers: [], at: 0 });
  const start = () => {
    const cases = chooseSession(model.cases, model.progress, model.learner, model.today, Math.random);
    setSession({ cases, answers: [], at: 0 });
    setScreen("session");
  };
  const answer = (given: Answer) => {
    const one = session.cases[session.at];
    if (!one || session.answers.length > session.at) return;
    setSession({ ...session, answers: [...session.answers, given] });
    void actions.answered(one, given);
  };
  const next = () => {
    if (session.at + 1 < session.cases.length) setSession({ ...session, at: session.at + 1 });
    else setScreen("done");
  };
  const one = session.cases[session.at];
  const hasCases = model.cases.length > 0;
  if (screen === "hall" && hasCases) return <Hall model={model} onEnd={() => setScreen("start")} />;
  return (
    <main lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("practice.title")}
        </h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      {model.problem && (
        <p class="warning" role="alert">
          {t("practice.problem", { problem: model.problem })}
        </p>
      )}
      {!hasCases ? (
        <p>{t("practice.none")}</p>
      ) : screen === "session" && one ? (
        <>
          {model.keeping !== "kept" && <KeepingNote keeping={model.keeping} />}
          <CaseView
            law={model.law}
            one={one}
            number={session.at + 1}
            count={session.cases.length}
            given={session.answers[session.at]}
            onAnswer={answer}
            onNext={next}
            onStop={() => setScreen(session.answers.length > 0 ? "done" : "start")}
          />
        </>
      ) : screen === "done" ? (
        <Done
          model={model}
          session={session}
          onAgain={start}
          onPrint={actions.print}
          onBack={() => setScreen("start")}
        />
      ) : (
        <Start model={model} onStart={start} onHall={() => setScreen("hall")} />
      )}
      <footer class="small">
        <RoomLinks here="practice" />
        <p>{t("app.unofficial")}</p>
      </footer>
    </main>
  );
}

/** The end of a session: no score, only what is worth another look, and the sheet. */
function Done({
  model,
  session,
  onAgain,
  onBack,
  onPrint,
}: {
  model: PracticeModel;
  session: Session;
  onAgain(): void;
  onBack(): void;
  onPrint(): void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answered = session.cases.slice(0, session.answers.length);
  const reread = answered.filter((one, at) => one.answer !== session.answers[at]);
  const rules = Object.keys(model.law.rules).filter((id) => answered.some(({ rule }) => rule === id));
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {t("practice.done")}
      </h2>
      <p>{t("practice.done.count", { count: answered.length })}</p>
      <KeepingNote keeping={model.keeping} />
      <div class="row">
        <button type="button" class="main" onClick={forTrusted(onAgain)}>
          {t("practice.again")}
        </button>
        <button type="button" onClick={forTrusted(onBack)}>
          {t("practice.back")}
        </button>
      </div>
      {reread.length > 0 && (
        <section class="card">
          <h3>{t("practice.reread")}</h3>
          <ul class="reread">
            {reread.map((one) => (
              <li key={one.id}>
                {localize(one.act)} <strong>{answerName(one.answer)}.</strong>{" "}
                <span class="small">{localize(one.reason)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sheet law={model.law} rules={rules} count={answered.length} today={model.today} onPrint={onPrint} />
    </>
  );
}
