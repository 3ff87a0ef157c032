import { browser } from "@wxt-dev/browser";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { GuardPorts } from "../guard/ports.ts";
import type { Rules } from "../guard/rules.ts";
import { type Session, startSession } from "../guard/session.ts";
import { inSlices } from "../guard/slices.ts";
import type { PageState } from "../guard/types.ts";
import { onMessage, sendMessage } from "../messaging/messages.ts";
import { isAsked } from "../sites/hosts.ts";
import { replaceable } from "../sites/replaceable.ts";
import { structureOf } from "../sites/structure.ts";
import type { MakeSite, SiteData } from "../sites/types.ts";
import { dayByMinute } from "../state/day.ts";
import { isPaused } from "../state/settings.ts";
import { PageAnswers } from "./answers.ts";
import { type Known, onChange, readAll } from "./known.ts";
import { lateWithin } from "./late.ts";
import { lateUi } from "./late-ui.ts";
import { canRecord, isAlive } from "./lifetime.ts";
import { sendOutcome, sendSilence } from "./send-answers.ts";

/** The state of the page is told no more often than this, in ms. */
const REPORT_MS = 1_000;
/** The second script comes right behind this one; where it does not within this time, in ms, nothing can be assessed. */
const LATE_WITHIN_MS = 10_000;

/**
 * Starts the guard on a page of a guarded site. Listens first, at once; everything else arrives later.
 * @param data the site's bundled data; what the layers changed of it replaces them when it arrives.
 */
export function startContent(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || isForeignFrame(doc)) return;
  startGuarded(doc, make, data, { ui: lateUi });
}

/** @param how draws and asks: in the page itself, or elsewhere (src/content/embed.ts). */
export function startGuarded(
  doc: Document,
  make: MakeSite,
  data: SiteData,
  how: Pick<GuardPorts, "ui" | "elsewhere">,
): void {
  /* A frame of the site in its own page (live chat) is guarded, but the page speaks for both. */
  const top = doc.defaultView === doc.defaultView?.top;
  const { site, use, data: dataNow } = replaceable(doc, make, data);
  const life = new AbortController();
  let known: Known | null = null;
  let session: Session | null = null;
  let timer = 0;
  let broken: PageState["faults"] = [];
  let unkept: PageState["faults"] = [];
  /** What could not be stored holds for this page only; the popup says so. */
  const notKept = (error: unknown): void => {
    unkept = [{ code: "storage", detail: String(error).slice(0, 300) }];
    session?.refresh();
  };

  const today = dayByMinute();
  const answers = new PageAnswers(today);
  /** An answer holds here at once; it is kept for all tabs as soon as the background has it. */
  const keep = (sent: Promise<boolean>, stored: () => void): void =>
    void sent.then((done) => done && stored(), notKept);

  session = startSession(
    doc,
    {
      site,
      ...how,
      paused: () => {
        const { off = [], on = [] } = known?.settings.value ?? {};
        /* A script that was there before the site was switched off has no more say. */
        if (known && isAsked(site.id) && !on.includes(site.id)) return "site";
        if (off.includes(site.id) || known?.sitesOff.includes(site.id)) return "site";
        return known ? isPaused(known.pause.value, site.id, Date.now()) : null;
      },
      silenced: (subject) => answers.silenced(subject),
      answered: (subject) => answers.answered(subject),
      dulled: (kind) => answers.isMuted(kind),
      learn: (subjects) => answers.learn(subjects),
      record: (outcome: AnswerOutcome) => keep(sendOutcome(outcome), answers.add(outcome)),
      silence: (subject) => keep(sendSilence(subject), answers.silence(subject)),
      canRecord,
      ...(top && { data: dataNow }),
      report: (state) => void (top && report(state)),
      faults: () => [...(known?.faults ?? []), ...broken, ...unkept],
      today,
      newId: () => crypto.randomUUID(),
    },
    life.signal,
  );

  let rules: Rules | null = null;

  /** Reads what changed (at first: all). Rules are made anew only when they changed themselves. */
  const load = async (changed?: readonly string[]): Promise<void> => {
    try {
      const again = !changed || changed.includes("rules") || changed.includes("rulesProblem") || !rules;
      const reading = answers.beginReading();
      known = await readAll(site.id, again ? null : known);
      answers.use(known.answers, reading);
      const { day } = known.answers.today.value;
      if (day && day !== today() && isAlive()) void sendMessage("pastDay", undefined).catch(() => {});
      const replaced = use(known.siteChange);
      const { makeRules, speak } = await lateWithin(LATE_WITHIN_MS);
      speak(known.language, known.texts);
      clearTimeout(timer);
      const { until } = known.pause.value;
      if (until && until > Date.now())
        timer = setTimeout(() => session?.refresh(), until - Date.now() + 50) as never;
      if (known.compiled === null)
        return; /* not made yet: the background is at it, the watcher below tells */
      if (again) rules = makeRules(known.compiled, () => known!.settings.value, today);
      broken = typeof replaced === "string" ? [{ code: "ruleset", detail: replaced }] : [];
      if (again || replaced === true || changed.includes("settings")) session?.use(rules!);
      else session?.refresh();
    } catch (error) {
      broken = [{ code: "rules", detail: String(error).slice(0, 300) }];
      session?.use("failed");
    }
  };
  void load();
  onChange(site.id, (changed) => void load(changed));

  if (!top) return;
  onMessage("ask", (message): PageState => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return session!.state();
  });
  onMessage("structure", (message): Promise<string> => {
    if (message.sender?.id !== browser.runtime.id) throw new Error("unknown sender");
    return new Promise((done) =>
      inSlices(doc, structureOf(doc, site.id, dataNow()), life.signal, done, true),
    );
  });
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

/** What is to be told next, where something was told just now. */
let next: PageState | null = null;
let pausing = false;

/** Tells the background at once, then at most once a second: a feed that is scrolled through counts up all the time. */
function report(state: PageState): void {
  next = state;
  if (pausing) return;
  pausing = true;
  setTimeout(() => {
    pausing = false;
    if (next) report(next);
  }, REPORT_MS);
  next = null;
  void tell(state);
}

async function tell(state: PageState): Promise<void> {
  if (!isAlive()) return;
  try {
    await sendMessage("state", state);
  } catch {
    /* the badge follows with the next report */
  }
}
