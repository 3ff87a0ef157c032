import { browser } from "@wxt-dev/browser";
import type { Entry } from "../book/types.ts";
import type { Rules } from "../guard/rules.ts";
import { type Session, startSession, type World } from "../guard/session.ts";
import { inSlices } from "../guard/slices.ts";
import type { PageState } from "../guard/types.ts";
import { onMessage, sendMessage } from "../messaging/messages.ts";
import { isAsked } from "../sites/hosts.ts";
import { replaceable } from "../sites/replaceable.ts";
import { structureOf } from "../sites/structure.ts";
import type { MakeSite, SiteData } from "../sites/types.ts";
import { dayByMinute } from "../state/day.ts";
import { isDulled } from "../state/kinds.ts";
import { isPaused } from "../state/settings.ts";
import { newSilenced, SilenceBook } from "../state/silenced.ts";
import { DayBook } from "../state/today.ts";
import { forgetToday, remember } from "./answers.ts";
import { waitForEngine } from "./engine-handshake.ts";
import { engineUi } from "./engine-ui.ts";
import { type Known, onChange, readAll, saveSilenced } from "./known.ts";

/** How often a line of the book is sent again while the background is being started anew. */
const SEND_TRIES = 40;
const SEND_AGAIN_MS = 250;
/** Longest pause between two tries: all in all a line is tried for about a minute and a half. */
const SEND_PAUSE_MS = 2_500;
/** The state of the page is told no more often than this, in ms. */
const REPORT_MS = 1_000;
/** The second script comes right behind this one; where it does not within this time, in ms, nothing can be assessed. */
const ENGINE_WITHIN_MS = 10_000;

/**
 * Starts the guard on a page of a guarded site. Listens first, at once; everything else arrives later.
 * @param data the site's bundled data; what the layers changed of it replaces them when it arrives.
 */
export function startContent(doc: Document, make: MakeSite, data: SiteData): void {
  if (doc.contentType !== "text/html" || isForeignFrame(doc)) return;
  startGuarded(doc, make, data, { ui: engineUi });
}

/** @param how draws and asks: in the page itself, or elsewhere (src/content/embed.ts). */
export function startGuarded(
  doc: Document,
  make: MakeSite,
  data: SiteData,
  how: Pick<World, "ui" | "elsewhere">,
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
  let quiet = new SilenceBook(newSilenced());
  const day = new DayBook(today);

  const silence = async (key: string): Promise<void> => {
    const next = await quiet.add(key);
    /* A list that cannot be read is left for the user to see; then, and where nothing is kept, it is for this page only. */
    if (keeps() && known && !known.silenced.problem) await saveSilenced(next);
  };

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
      silenced: (key) => quiet.has(key),
      learn: async (keys) => {
        await Promise.all([quiet.learn(keys), day.learn(keys)]);
      },
      answered: (who) => day.answered(who),
      dulled: (kind) => !!known && isDulled(known.kinds.value, kind),
      keepAnswer: (who, rule, kind, answer) =>
        void remember({ who, rule, kind, answer }, day, keeps()).then(() => session?.refresh(), notKept),
      silence: (key) => void silence(key).catch(notKept),
      canRecord: keeps,
      log: (entry) => void send(entry).catch(notKept),
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
      known = await readAll(site.id, again ? null : known);
      if (!changed || changed.includes("silenced")) quiet = new SilenceBook(known.silenced.value);
      if (!changed || changed.includes("today")) day.use(known.today.value);
      const { day: kept } = known.today.value;
      if (kept && kept !== today() && alive()) void forgetToday().catch(() => {});
      const replaced = use(known.siteChange);
      const { makeRules, setLanguage } = await waitForEngine(ENGINE_WITHIN_MS);
      setLanguage(known.language, known.texts);
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

/** False in a script that an update or a removal of the extension left behind. */
function alive(): boolean {
  try {
    return !!browser.runtime?.id;
  } catch {
    return false;
  }
}

const isPrivate = (): boolean => {
  try {
    return !!browser.extension?.inIncognitoContext;
  } catch {
    return false;
  }
};

/** False in a private window and in a script left behind: nothing that a user does there is kept. */
const keeps = (): boolean => alive() && !isPrivate();

/**
 * Sends a line to the book. The background may be starting: it is tried again; it keeps a line once by its hold id.
 * @throws what kept it from being kept to the last
 */
async function send(entry: Entry): Promise<void> {
  if (!keeps()) return;
  let last = "";
  for (let turn = 0; turn < SEND_TRIES; turn++) {
    try {
      const { kept, problem } = await sendMessage("log", entry);
      /* Not kept without a problem: the user keeps no book. A problem may pass (storage just being opened). */
      if (kept || problem === undefined) return;
      last = problem;
    } catch (error) {
      if (!alive()) return;
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(SEND_PAUSE_MS, SEND_AGAIN_MS * (turn + 1))));
  }
  throw new Error(last);
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
  if (!alive()) return;
  try {
    await sendMessage("state", state);
  } catch {
    /* the badge follows with the next report */
  }
}
