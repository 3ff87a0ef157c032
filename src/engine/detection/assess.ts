import type { AssessContext, Assessment, Evidence, EvidenceField, Surface } from "../../domain/assessment.ts";
import { type Engine, isStageRunning } from "../ruleset/compile/engine.ts";
import { describeSituation, toEvidence } from "./explain.ts";
import { type AuthorProfile, accountKey, readAuthor } from "./find/author.ts";
import type { Finding } from "./find/finding.ts";
import { findAll } from "./find/index.ts";
import { modelFinding } from "./find/model-finding.ts";
import { addAuthor, readPage, readParent } from "./find/surroundings.ts";
import { analyseText, newTextAnalysis, type TextAnalysis } from "./find/text-analysis.ts";
import { type AccountContext, contestOfFindings, decideLevel } from "./score/combine.ts";
import { stackLogit } from "./score/stacking.ts";
import { topicsOf, touchedRules } from "./score/touched-rules.ts";
import { WITH_MODEL, WITHOUT_MODEL } from "./score/weights.ts";
import {
  containsAny,
  contestState,
  isAnyLive,
  isContestRunning,
  isElectionTime,
  newSituation,
  resetSituation,
  type Situation,
  wasPostedBeforeEnd,
} from "./situation.ts";

/** Assesses one surface: synchronous, pure, few allocations. The caller caches assessments by content. */
export type Assess = (surface: Surface, context: AssessContext) => Assessment;

const draftContext: AssessContext = { date: "1970-01-01" };

interface AssessmentRun {
  engine: Engine;
  analysis: TextAnalysis;
  findings: Finding[];
  situation: Situation;
}

/** Analyses one text and adds its findings; the model adds one if it scores the text as campaign material. */
function readField(work: AssessmentRun, text: string, field: EvidenceField): void {
  if (text === "") return;
  analyseText(work.engine, work.analysis, text, field);
  findAll(work.engine, work.analysis, work.findings, work.situation);
  const reason = modelFinding(work.engine, work.analysis);
  if (reason !== undefined) work.findings.push(reason);
}

function readTexts(work: AssessmentRun, surface: Surface, field: EvidenceField): void {
  work.analysis.site = surface.site;
  readField(work, surface.text, field);
  if (surface.imageAlt && surface.imageAlt.length > 0) {
    readField(work, surface.imageAlt.join("\n"), field === "text" ? "imageAlt" : field);
  }
}

const PAGE_KINDS: ReadonlySet<Surface["kind"]> = new Set(["group", "event", "profile"]);

/**
 * A group, event or page whose text names a ticket beside a campaign word belongs to that ticket; this weighs as much
 * as the ticket in its name.
 */
function addPageTicket(work: AssessmentRun, surface: Surface): void {
  if (!PAGE_KINDS.has(surface.kind)) return;
  const cue = work.findings.some((one) => one.signal === "named-with-cue");
  const named = work.findings.find((one) => one.ticket !== undefined && one.strong && one.field === "text");
  if (!cue || named === undefined) return;
  const values = { ...named.values, name: named.text };
  work.findings.push({ ...named, signal: "page-ticket", key: "page-candidate", values, strong: true });
}

/** A question or request to an office-holder takes no side, unless it asks how, where or when to take part. */
const QUESTION = /\?|\b(?:tolong|mohon info|kapan)\b/i;

/** Maximum depth of nested quotations. */
const MAX_QUOTE_DEPTH = 3;

function readQuoted(work: AssessmentRun, inner: Surface | undefined, depth: number): AuthorProfile[] {
  if (inner === undefined || depth > MAX_QUOTE_DEPTH) return [];
  readTexts(work, inner, "inner");
  const own = readAuthor(work.engine, work.analysis, inner.author, "inner", work.findings, work.situation);
  return [own, ...readQuoted(work, inner.inner, depth + 1)];
}

/** Creates the function that assesses surfaces with one engine. It is not reentrant. */
export function createAssessor(engine: Engine): Assess {
  const analysis = newTextAnalysis();
  const situation = newSituation(engine, draftContext);
  const assess: Assess = (surface, context) => {
    resetSituation(situation, context);
    const work: AssessmentRun = { engine, analysis, findings: [], situation };
    const draft = surface.kind === "composer";
    analysis.site = surface.site;
    // Reads the surroundings first, because they decide how the text is understood.
    const people: AuthorProfile[] = [];
    if (!draft) {
      const author = readAuthor(engine, analysis, surface.author, "author", work.findings, situation);
      addAuthor(situation, author, work.findings);
      people.push(author);
    }
    if (surface.page !== undefined) {
      const findings: Finding[] = [];
      people.push(readPage(engine, analysis, surface.page, situation, findings));
      work.findings.push(...findings);
    }
    readParent(engine, analysis, surface.parent, situation, work.findings);
    // After its contest a candidate's page is a public person's.
    situation.campaign &&= isAnyLive(situation);
    const before = work.findings.length;
    readTexts(work, surface, draft ? "draft" : "text");
    const says = work.findings.length > before;
    const question =
      situation.campaign && QUESTION.test(surface.text) && !containsAny(engine.lists.takesPart, analysis);
    addPageTicket(work, surface);
    analysis.site = surface.site;
    people.push(...readQuoted(work, surface.inner, 1));
    const whole = toAssessment(work, surface, context, people, draft, question);
    // Under a debate a quoted "dua" may look like the statement and hide the name beside it.
    if (surface.parent === undefined || whole.level === "warn" || situation.otherVote || !says) return whole;
    const alone = assess({ ...surface, parent: undefined }, context);
    return alone.level === "warn" ? alone : whole;
  };
  return assess;
}

function toAssessment(
  { engine, findings, situation }: AssessmentRun,
  surface: Surface,
  context: AssessContext,
  people: readonly AuthorProfile[],
  draft: boolean,
  question: boolean,
): Assessment {
  const listed = people.some((who) => who.campaign);
  const own = people.find((who) => who.campaign || who.office || who.party);
  const contest = contestOfFindings(engine, findings, own?.contest);
  const call = findings.find((one) => one.signal === "explicit");
  const standing: AccountContext = {
    listed: listed,
    wordless: surface.text === "" && !surface.inner && !(surface.imageAlt && surface.imageAlt.length > 0),
    selfNamed: people.slice(0, 2).some((who) => who.selfNamed),
    neutral: people[0]?.neutral === true && !listed,
    official: people.some((who) => who.party || who.office),
    running: own !== undefined && isAccountStageRunning(engine, own, context.date),
    news: surface.site === "news",
    hosted: situation.campaign,
    question,
    thread: situation.thread,
    electionTime: isElectionTime(situation),
    expired: call !== undefined && wasPostedBeforeEnd(situation, surface.postedAt, call.ticket),
  };
  const table = engine.model === undefined ? WITHOUT_MODEL : WITH_MODEL;
  const stacked = engine.trees === undefined ? undefined : stackLogit(engine.trees, findings);
  const { level, score } = decideLevel(findings, standing, context, table, stacked);
  let evidence: readonly Evidence[] | undefined;
  let topics: Assessment["topics"] | undefined;
  let rules: Assessment["rules"] | undefined;
  const topicsOnce = (): Assessment["topics"] => {
    topics ??= level === "clear" ? [] : topicsOf(findings, context);
    return topics;
  };
  const surroundings = { campaign: situation.campaign, thread: situation.thread, date: context.date };
  const account = draft
    ? undefined
    : (accountKey(surface.site, surface.author) ?? accountKey(surface.site, surface.page));
  return {
    level,
    score,
    // Computed lazily: for most posts nobody asks.
    get evidence() {
      evidence ??= toEvidence(findings, table);
      return evidence;
    },
    get situation() {
      return level === "clear" ? undefined : describeSituation(engine, surroundings, contest);
    },
    ...(isCampaigning(situation, surface, standing, call) ? { explicit: true } : {}),
    get rules() {
      rules ??= level === "clear" ? [] : touchedRules(engine, surface.kind, findings, topicsOnce());
      return rules;
    },
    get topics() {
      return topicsOnce();
    },
    listed,
    ...(contest === undefined ? {} : { contest }),
    ...(account === undefined ? {} : { account }),
  };
}

/**
 * True if its own words call to vote for a ticket whose contest runs; never for neutral accounts, news or quotations.
 */
function isCampaigning(
  situation: Situation,
  surface: Surface,
  { neutral, news }: AccountContext,
  said: Finding | undefined,
): boolean {
  if (surface.kind !== "post" || surface.author === undefined || neutral || news) return false;
  if (said?.ticket === undefined || said.field === "inner") return false;
  return isContestRunning(situation, said.ticket);
}

/** True while a stage of the account's own contest runs; for a party, of the national one. */
function isAccountStageRunning(engine: Engine, who: AuthorProfile, date: string): boolean {
  if (who.party)
    return (
      isStageRunning(engine.law, undefined, undefined, date) ||
      engine.contests.some(
        (row, at) => row[2] === "legislative" && contestState(engine, at, date) === "running",
      )
    );
  if (who.contest !== undefined) {
    const row = engine.contests.find((one) => one[0] === who.contest);
    return isStageRunning(engine.law, who.contest, row?.[1], date);
  }
  return engine.law.phases.elections.some(
    (election) => election.scope === "regional" && isStageRunning(engine.law, undefined, election.id, date),
  );
}

/** Assesses what the user writes: which words matter and which rules they touch. */
export function draftCheck(engine: Engine, text: string, context: AssessContext = draftContext): Assessment {
  return createAssessor(engine)({ site: "unknown", kind: "composer", text }, context);
}
