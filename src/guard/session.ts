import type { PageState } from "../domain/warning.ts";
import type { GuardContext } from "./context.ts";
import type { Rules } from "./decision/assessment-cache.ts";
import { makeRulesState } from "./decision/rules-state.ts";
import { guardRoot } from "./hold/overlay-root.ts";
import { makePrewarm } from "./hold/prewarm.ts";
import { makeToast } from "./hold/toast.ts";
import { startInput } from "./input/listener.ts";
import type { GuardPorts } from "./ports.ts";
import type { Afterwards } from "./second-line/after-press.ts";
import { startBypassWatch, TOAST_MS } from "./watch/bypassed-actions.ts";
import type { Coverage, startCoverage } from "./watch/coverage.ts";
import { makeFindings, subjectOf } from "./watch/findings.ts";
import { startMarks } from "./watch/marks.ts";
import { makePageReport } from "./watch/page-report.ts";
import { startScan } from "./watch/scan.ts";
import type { AssessedPost } from "./watch/surface-index.ts";

/** The guard of one document, from outside. */
export interface Session {
  /** Takes loaded or changed rules; "failed" if they cannot be loaded. */
  use(rules: Rules | "failed"): void;
  /** To be called when pause, answers or faults changed. */
  refresh(): void;
  state(): PageState;
  /** Posts with campaign evidence, in the order they were read. */
  posts(): AssessedPost[];
  /** Watches whether the page is recognised, where its state is reported. */
  cover(start: typeof startCoverage): void;
  /** What happens about presses that nobody could read. */
  afterwards: Afterwards;
}

/**
 * Starts the guard of one document, until `signal` aborts. Only wires its parts: each owns its own state, and `refresh`
 * updates all of them after a change.
 */
export function startSession(doc: Document, ports: GuardPorts, signal: AbortSignal): Session {
  const { site, ui } = ports;
  const root = guardRoot(doc);
  const rules = makeRulesState();
  const showToast = makeToast({ doc, root, ui, idle: releaseRoot, signal });
  const scan = startScan(doc, site, rules.usable, refresh, signal, (posts) => {
    coverage?.onRound(posts);
    bypassWatch.schedule(true);
  });
  const findings = makeFindings(ports, rules, scan);
  let coverage: Coverage | undefined;
  const bypassWatch = startBypassWatch(
    doc,
    site,
    findings.unsilenced,
    (what) => showToast(what, TOAST_MS),
    signal,
  );
  const silence = (subject: string): void => {
    ports.silence(subject);
    refresh();
  };
  const marks = startMarks(
    doc,
    site,
    root,
    ui,
    findings.notice,
    (found) => silence(subjectOf(found)),
    signal,
  );
  const context: GuardContext = {
    doc,
    ports,
    rules,
    root,
    toast: showToast,
    record: (outcome) => {
      ports.record(outcome);
      /* After the action that the answer lets through: the user must not wait for drawing. */
      queueMicrotask(refresh);
    },
    onThrow: (error) => {
      ports.onThrow(error);
      queueMicrotask(refresh);
    },
    onPass: bypassWatch.onPass,
    onPress: (target) => coverage?.onPress(target),
    onIdle: releaseRoot,
    signal,
  };
  const prewarm = makePrewarm(context, findings);
  const report = makePageReport(context, findings, () => coverage?.unrecognized());

  /** Looks up earlier answers for what the page shows, before the user acts on it. */
  function lookUpAhead(): void {
    const unknown = findings.unknownSubjects();
    if (unknown.length) void ports.lookUp(unknown).then(refresh, () => {});
  }
  function refresh(): void {
    if (signal.aborted) return;
    lookUpAhead();
    marks.update(scan, findings.isNoted, ports.paused() !== null);
    bypassWatch.schedule(false);
    prewarm();
    releaseRoot();
    report.update();
  }
  function releaseRoot(): void {
    if (!marks.any() && !root.root.querySelector("dialog,[popover]")) root.detach();
  }

  startInput(context);
  signal.addEventListener("abort", () => root.detach());
  return {
    use(next) {
      rules.use(next);
      if (next === "failed") refresh();
      else scan.rescan();
    },
    refresh,
    state: report.state,
    posts: findings.posts,
    cover(start) {
      coverage = ports.data && start(doc, site, ports.data, refresh, signal);
    },
    afterwards: {
      onUnread: () => coverage?.onUnread(),
      isFlagged: findings.isFlagged,
      tell: (what) => showToast(what, TOAST_MS),
      signal,
    },
  };
}
