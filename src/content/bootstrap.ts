import { dayByMinute } from "../domain/day.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { GuardPorts } from "../guard/ports.ts";
import { startSession } from "../guard/session.ts";
import type { MakeSite, SiteData } from "../sites/adapter.ts";
import { replaceable } from "../sites/shared/live-adapter.ts";
import { PageAnswers } from "./answer-store.ts";
import { engineUi } from "./engine-ui.ts";
import { sendOutcome, sendSilence } from "./journal-client.ts";
import { canRecord } from "./lifetime.ts";
import { type Loaded, startLoading } from "./loading.ts";
import { makePageFaults } from "./page-faults.ts";
import { answerPopup, type GuardedDocument } from "./popup-answers.ts";
import { makeSeenAccounts } from "./seen-accounts.ts";
import { makeStateReporter } from "./state-reporter.ts";
import { makeStoredSettings } from "./stored-settings.ts";

/**
 * Starts the guard on a page of a guarded site. Listens first, at once; everything else arrives later.
 * @param data the site's bundled data; what the layers changed of it replaces them when it arrives.
 */
export function startContent(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || isForeignFrame(doc)) return;
  /* A frame of the site in its own page (live chat) is guarded, but the page speaks for both. */
  if (doc.defaultView !== doc.defaultView?.top) {
    startGuarded(doc, make, data, { ui: engineUi, makeSeen: makeSeenAccounts });
    return;
  }
  const page = startGuarded(doc, make, data, {
    ui: engineUi,
    makeSeen: makeSeenAccounts,
    report: makeStateReporter(),
  });
  answerPopup(doc, page);
}

/**
 * Joins the guard with storage, background and popup; each part owns a state of its own.
 * @param how draws and asks: in the page itself, or elsewhere (src/content/embed.ts). With `report` it speaks for its
 *   page, whose reading is then watched, too.
 */
export function startGuarded(
  doc: Document,
  make: MakeSite,
  data: SiteData,
  {
    report,
    makeSeen,
    ...how
  }: Pick<GuardPorts, "ui" | "askRemotely"> & Pick<Loaded, "makeSeen"> & Partial<Pick<GuardPorts, "report">>,
): GuardedDocument {
  const { site, use, data: dataNow } = replaceable(doc, make, data);
  const { signal } = new AbortController();
  const today = dayByMinute();
  const answers = new PageAnswers(today);
  const faults = makePageFaults();
  const settings = makeStoredSettings(site.id, () => session.refresh());
  /** An answer holds here at once; it is kept for all tabs as soon as the background has it. */
  const keep = (
    send: (onProblem: (problem: unknown) => void) => Promise<boolean>,
    stored: () => void,
  ): void => {
    const answer = {};
    const onProblem = (problem: unknown): void => {
      faults.notStored(answer, problem);
      session.refresh();
    };
    void send(onProblem).then((done) => {
      if (!done) return;
      faults.stored(answer);
      stored();
    }, onProblem);
  };

  const ports: GuardPorts = {
    site,
    ...how,
    paused: settings.paused,
    isSilenced: (subject) => answers.silenced(subject),
    answers: (subject) => answers.answered(subject),
    isMuted: (kind) => answers.isMuted(kind),
    lookUp: (subjects) => answers.learn(subjects),
    record: (outcome: AnswerOutcome) =>
      keep((onProblem) => sendOutcome(outcome, onProblem), answers.add(outcome, canRecord())),
    silence: (subject) => keep((onProblem) => sendSilence(subject, onProblem), answers.silence(subject)),
    canRecord,
    ...(report && { data: dataNow }),
    report: report ?? (() => {}),
    faults: () => [...(settings.now()?.faults ?? []), ...faults.all()],
    today,
    newId: () => crypto.randomUUID(),
  };
  const session = startSession(doc, ports, signal);
  startLoading({
    doc,
    site: site.id,
    settings,
    answers,
    faults,
    session,
    useSiteChange: use,
    makeSeen,
    today,
  });
  return { site: site.id, session, data: dataNow };
}

/** True in a frame inside another site's page: nothing is confirmed there, where it may be covered or too small. */
export function isForeignFrame(doc: Document): boolean {
  const view = doc.defaultView;
  try {
    return !view || view.top?.location.origin !== view.location.origin;
  } catch {
    return true;
  }
}
