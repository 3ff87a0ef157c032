import { dayByMinute } from "../domain/day.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { GuardPorts } from "../guard/ports.ts";
import { startSession } from "../guard/session.ts";
import { sendMessage } from "../messaging/messages.ts";
import type { MakeSite, SiteData } from "../sites/adapter.ts";
import { makeLiveAdapter } from "../sites/shared/live-adapter.ts";
import { AnswerStore } from "./answer-store.ts";
import { engineUi } from "./engine-ui.ts";
import { isForeignFrame } from "./foreign-frame.ts";
import { sendOutcome, sendSilence } from "./journal-client.ts";
import { canRecord } from "./lifetime.ts";
import { type LoadingPorts, startLoading } from "./loading.ts";
import { makePageFaults } from "./page-faults.ts";
import { answerPopup, type GuardedDocument } from "./popup-answers.ts";
import { whenSecondLineCame } from "./second-line-handshake.ts";
import { makeSeenAccounts } from "./seen-accounts.ts";
import { makeStateReporter } from "./state-reporter.ts";
import { makeStoredSettings } from "./stored-settings.ts";

/**
 * Starts the guard on a page of a guarded site. It listens at once; rules, settings and answers follow.
 * @param data the site's bundled data, replaced once the layers' changes of it have been read.
 */
export function startContent(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || isForeignFrame(doc)) return;
  const view = doc.defaultView!;
  /* A frame of the site in its own page is guarded, too; its page alone reports the state. */
  const isPage = view === view.top;
  const start = (): void => {
    const guarded = startGuarded(doc, make, data, {
      ui: engineUi,
      makeSeen: makeSeenAccounts,
      report: isPage ? makeStateReporter() : undefined,
    });
    if (isPage) answerPopup(doc, guarded);
  };
  /* Sites keep frames that nobody sees, for work of their own: rules are several megabytes. */
  if (isPage || view.innerWidth) start();
  else view.addEventListener("resize", start, { once: true });
}

/**
 * Connects the guard with storage, background and popup; each part has a state of its own.
 * @param ports how to draw and ask: in the page itself, or remotely (src/content/embed.ts). With `report`, this frame
 *   reports the state of its page, and the coverage of the page is watched.
 */
export function startGuarded(
  doc: Document,
  make: MakeSite,
  data: SiteData,
  {
    report,
    makeSeen,
    ...ports
  }: Pick<GuardPorts, "ui" | "askRemotely"> &
    Pick<LoadingPorts, "makeSeen"> & { report?: GuardPorts["report"] | undefined },
): GuardedDocument {
  const { site, applyOverrides, data: dataNow } = makeLiveAdapter(doc, make, data);
  const { signal } = new AbortController();
  const today = dayByMinute();
  const answers = new AnswerStore(today, () => sendMessage("answerSecrets", undefined));
  const faults = makePageFaults();
  const settings = makeStoredSettings(site.id, () => session.refresh());
  /** Sends an answer, which already applies in this page, to the background, which stores it for all tabs. */
  const store = (
    send: (onProblem: (problem: unknown) => void) => Promise<boolean>,
    markStored: () => void,
  ): void => {
    const answer = {};
    const onProblem = (problem: unknown): void => {
      faults.notStored(answer, problem);
      session.refresh();
    };
    void send(onProblem).then((done) => {
      if (!done) return;
      faults.stored(answer);
      markStored();
    }, onProblem);
  };

  const guardPorts: GuardPorts = {
    site,
    ...ports,
    paused: settings.paused,
    isSilenced: (subject) => answers.isSilenced(subject),
    answers: (subject) => answers.answers(subject),
    isMuted: (kind) => answers.isMuted(kind),
    lookUp: (subjects) => answers.lookUp(subjects),
    record: (outcome: AnswerOutcome) =>
      store((onProblem) => sendOutcome(outcome, onProblem), answers.add(outcome, canRecord())),
    silence: (subject) => store((onProblem) => sendSilence(subject, onProblem), answers.silence(subject)),
    canRecord,
    ...(report && { data: dataNow }),
    report: report ?? (() => {}),
    onThrow: (error) => faults.threw(error),
    faults: () => [...(settings.now()?.faults ?? []), ...faults.all()],
    today,
    newId: () => crypto.randomUUID(),
  };
  const session = startSession(doc, guardPorts, signal);
  whenSecondLineCame(({ withSecondLine, startCoverage }) => {
    /* All parts of the guard call this one object, at each press. */
    Object.assign(site, withSecondLine(doc, { ...site }, dataNow, session.afterwards));
    session.cover(startCoverage);
  });
  startLoading({
    doc,
    site: site.id,
    settings,
    answers,
    faults,
    session,
    useSiteChange: applyOverrides,
    makeSeen,
    today,
  });
  return { site: site.id, session, data: dataNow };
}
