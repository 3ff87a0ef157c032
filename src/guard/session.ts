import type { Entry } from "../book/types.ts";
import type { EvidenceKind } from "../detect/types.ts";
import type { Site, SiteData } from "../sites/types.ts";
import type { RuleId } from "../words.ts";
import { type Choices, decide, type Held, isSoftened, kindOf, silenceKeys } from "./decide.ts";
import { startGuard } from "./guard.ts";
import { startHealth } from "./health.ts";
import { type Found, startMarks } from "./marks.ts";
import { startMissed, TOLD_MS } from "./missed.ts";
import type { AskElsewhere } from "./parts.ts";
import { guardRoot } from "./root.ts";
import { type Rules, remembering } from "./rules.ts";
import { startScan } from "./scan.ts";
import { makeTell } from "./told.ts";
import type { Answer, Answered, Notice, PageState } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/** What the guard of one document needs from outside; all answers are ready when they are asked for. */
export interface World {
  site: Site;
  ui: GuardUi;
  elsewhere?: AskElsewhere | undefined;
  /** The site's data as they hold now; without them nothing is said of pages that are not read. */
  data?(): SiteData;
  paused(): "timed" | "site" | null;
  /** undefined: `learn` must look it up first. */
  silenced(key: string): boolean | undefined;
  learn(keys: readonly string[]): Promise<void>;
  silence(key: string): void;
  canRecord(): boolean;
  /** What was answered today for this account or post; undefined: `learn` must look it up first. */
  answered?(who: string): Answered | undefined;
  /** Keeps an answer: of whom (or which post), against which rule, and by what kind of reason it was asked. */
  keepAnswer?(who: string, rule: RuleId, kind: EvidenceKind | null, answer: Answer): void;
  dulled?(kind: EvidenceKind): boolean;
  log(entry: Entry): void;
  report(state: PageState): void;
  faults(): PageState["faults"];
  today(): string;
  newId(): string;
}

export interface Session {
  /** The rules arrived (or changed); "failed" where they cannot be had. */
  use(rules: Rules | "failed"): void;
  /** Pause, silences or faults changed. */
  refresh(): void;
  state(): PageState;
}

/** Puts guard, scan and marks to work on one document. Ends with `signal`. */
export function startSession(doc: Document, world: World, signal: AbortSignal): Session {
  const { site } = world;
  const root = guardRoot(doc);
  let rules: Rules | null | "failed" = null;
  let arrived: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let last = "";
  let warm = !world.ui.warm;
  const choices: Choices = { ...world, paused: () => world.paused() !== null };
  const quiet = (seen: Parameters<typeof silenceKeys>[0], assessment: Parameters<typeof silenceKeys>[1]) =>
    silenceKeys(seen, assessment).some(world.silenced);

  /** Looks up what the page shows before the user acts on it. */
  function learnAhead(): void {
    const header = scan.page();
    const shown = [...scan.marked(), ...(header ? [header] : [])];
    const keys = shown.flatMap((s) => silenceKeys(s.surface, s.assessment));
    const unknown = keys.filter(
      (key) => world.silenced(key) === undefined || (world.answered && world.answered(key) === undefined),
    );
    if (unknown.length) void world.learn(unknown).then(refresh, () => {});
  }

  const marks = startMarks(
    doc,
    site,
    root,
    world.ui,
    notice,
    (seen) => {
      world.silence(silenceKeys(seen.surface, seen.assessment)[0]!);
      refresh();
    },
    signal,
  );
  const health = world.data && startHealth(doc, site, world.data, refresh, signal);
  const tell = makeTell({ doc, root, ui: world.ui, idle, signal });
  const missed = startMissed(doc, site, loud, (what) => tell(what, TOLD_MS), signal);
  const scan = startScan(
    doc,
    site,
    () => (rules === "failed" ? null : rules),
    refresh,
    signal,
    (posts) => {
      health?.looked(posts);
      missed.looked(true);
    },
  );

  /** What is watched for actions that did not come through the guard. */
  function loud(): (Found & { post: Element | null })[] {
    if (world.paused() !== null) return [];
    const header = scan.page();
    const all = [...scan.marked(), ...(header ? [{ ...header, post: null }] : [])];
    return all.filter((found) => lawOf(found) && !quiet(found.surface, found.assessment));
  }

  /** The commonest action there. */
  const usual = ({ kind }: Found["surface"]) => (kind === "post" || kind === "comment" ? "like" : "follow");

  /** The rule that the commonest action there would touch. */
  function lawOf({ surface, assessment }: Found) {
    if (!rules || rules === "failed") return null;
    return rules.explain(usual(surface), surface.kind, assessment);
  }

  /** Once there is something to ask about, the first question is made ready: it would take twice as long as the next. */
  function warmUp(): void {
    const [found] = warm ? [] : loud();
    if (!found || !rules || rules === "failed") return;
    const { surface } = found;
    const asked = { site: site.id, action: usual(surface), surfaces: [surface] } as const;
    const decision = decide(asked, rules, choices, world.newId);
    if (decision.kind !== "hold") return;
    warm = true;
    doc.defaultView?.requestIdleCallback(
      () => !signal.aborted && world.ui.warm?.(root.root, decision.warning),
    );
  }

  /** Noted, not asked about: by itself, or as its warnings were softened by how the user answered. */
  function notes(found: Found): boolean {
    const { surface, assessment } = found;
    if (quiet(surface, assessment)) return false;
    if (assessment.level === "notice") return true;
    const law = lawOf(found);
    return !!law && isSoftened(assessment, silenceKeys(surface, assessment)[0]!, law.rule.id, choices);
  }

  /** What a mark tells. */
  function notice(found: Found): Notice | null {
    const { assessment } = found;
    const law = lawOf(found);
    return law && { evidence: assessment.evidence, rule: law.rule, strength: law.strength, note: law.note };
  }

  function state(): PageState {
    const header = scan.page();
    const loud = scan.marked().filter((s) => !quiet(s.surface, s.assessment));
    const account = header && !quiet(header.surface, header.assessment) ? header.surface.author : undefined;
    const unread = account || loud.length || world.paused() ? undefined : health?.unread();
    return {
      site: site.id,
      state:
        rules === null
          ? "loading"
          : rules === "failed"
            ? "unreadable"
            : account
              ? "campaign-account"
              : loud.length
                ? "campaign-posts"
                : unread
                  ? "unreadable"
                  : "none",
      unread,
      posts: loud.length,
      account: account?.name ?? account?.handle,
      paused: world.paused(),
      faults: world.faults(),
    };
  }

  function refresh(): void {
    if (signal.aborted) return;
    learnAhead();
    marks.update(scan, notes, world.paused() !== null);
    missed.looked(false);
    warmUp();
    idle();
    const now = state();
    /* How many posts is for the popup, which asks; a growing page would have a message sent for each. */
    const text = JSON.stringify({ ...now, posts: 0 });
    if (text === last) return;
    last = text;
    world.report(now);
  }

  function idle(): void {
    if (!marks.any() && !root.root.querySelector("dialog,[popover]")) root.detach();
  }

  startGuard({
    doc,
    site,
    rules: () => rules,
    ready,
    choices,
    ui: world.ui,
    elsewhere: world.elsewhere,
    root,
    log: world.log,
    silence: (key) => {
      world.silence(key);
      refresh();
    },
    answered: ({ warning, assessment, silence }: Held, answer) =>
      world.keepAnswer?.(silence, warning.rule.id, kindOf(assessment), answer),
    tell,
    passed: missed.passed,
    pressed: health?.pressed,
    idle,
    newId: world.newId,
    today: world.today,
    signal,
  });
  signal.addEventListener("abort", () => root.detach());

  return {
    use(next) {
      rules = next === "failed" ? next : remembering(next);
      arrived();
      if (next === "failed") refresh();
      else scan.again();
    },
    refresh,
    state,
  };
}
