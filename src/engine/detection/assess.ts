import type { AssessContext, Assessment, Evidence, EvidenceField, Surface } from "../../domain/assessment.ts";
import { type Engine, isStageRunning } from "../ruleset/compile/engine.ts";
import { saySituation, toEvidence } from "./explain.ts";
import { accountKey, readWho, type Who } from "./find/author.ts";
import type { Found } from "./find/finding.ts";
import { findAll } from "./find/index.ts";
import { modelFound } from "./find/model-finding.ts";
import { readPageOf, readParent, rememberWho } from "./find/surroundings.ts";
import { newReading, type Reading, read } from "./find/text-analysis.ts";
import { contestOf, decide, type Standing } from "./score/combine.ts";
import { stackLogit } from "./score/stacking.ts";
import { topicsOf, touchedRules } from "./score/touched-rules.ts";
import { WITH_MODEL, WITHOUT_MODEL } from "./score/weights.ts";
import {
  clockOf,
  isElectionTime,
  isNear,
  isRunningNow,
  newSituation,
  renew,
  type Situation,
  wasSaidBeforeTheEnd,
} from "./situation.ts";

/** Assesses one surface; synchronous, pure, allocates little. The caller keeps answers by content. */
export type Assess = (surface: Surface, context: AssessContext) => Assessment;

const draftContext: AssessContext = { date: "1970-01-01" };

interface Work {
  engine: Engine;
  reading: Reading;
  found: Found[];
  situation: Situation;
}

/** Reads one text and adds what it says; the model's reason is added where it speaks for a campaign. */
function readField(work: Work, text: string, field: EvidenceField): void {
  if (text === "") return;
  read(work.engine, work.reading, text, field);
  findAll(work.engine, work.reading, work.found, work.situation);
  const reason = modelFound(work.engine, work.reading);
  if (reason !== undefined) work.found.push(reason);
}

function readTexts(work: Work, surface: Surface, field: EvidenceField): void {
  work.reading.site = surface.site;
  readField(work, surface.text, field);
  if (surface.imageAlt && surface.imageAlt.length > 0) {
    readField(work, surface.imageAlt.join("\n"), field === "text" ? "imageAlt" : field);
  }
}

const PAGES: ReadonlySet<Surface["kind"]> = new Set(["group", "event", "profile"]);

/**
 * A group, event or page whose own words name a ticket beside a word campaigns use is about that ticket: as strong
 * as its name would be.
 */
function readPage(work: Work, surface: Surface): void {
  if (!PAGES.has(surface.kind)) return;
  const cue = work.found.some((one) => one.signal === "named-with-cue");
  const named = work.found.find((one) => one.ticket !== undefined && one.strong && one.field === "text");
  if (!cue || named === undefined) return;
  const values = { ...named.values, name: named.text };
  work.found.push({ ...named, signal: "page-ticket", key: "page-candidate", values, strong: true });
}

/** Whoever asks somebody in office for something takes no side by it. */
const ASKS = /\?|\b(?:tolong|mohon info|kapan)\b/i;

/** Deepest quotation of a quotation that is read. */
const MAX_DEPTH = 3;

function readInner(work: Work, inner: Surface | undefined, depth: number): Who[] {
  if (inner === undefined || depth > MAX_DEPTH) return [];
  readTexts(work, inner, "inner");
  const own = readWho(work.engine, work.reading, inner.author, "inner", work.found, work.situation);
  return [own, ...readInner(work, inner.inner, depth + 1)];
}

/** Makes the function that assesses surfaces by one engine. Not to be called from inside itself. */
export function createAssessor(engine: Engine): Assess {
  const reading = newReading();
  const situation = newSituation(engine, draftContext);
  const assess: Assess = (surface, context) => {
    renew(situation, context);
    const work: Work = { engine, reading, found: [], situation };
    const draft = surface.kind === "composer";
    reading.site = surface.site;
    // Around the text first: what stands there says how the text is to be read.
    const people: Who[] = [];
    if (!draft) {
      const author = readWho(engine, reading, surface.author, "author", work.found, situation);
      rememberWho(situation, author, work.found);
      people.push(author);
    }
    if (surface.page !== undefined) {
      const found: Found[] = [];
      people.push(readPageOf(engine, reading, surface.page, situation, found));
      work.found.push(...found);
    }
    readParent(engine, reading, surface.parent, situation, work.found);
    const before = work.found.length;
    readTexts(work, surface, draft ? "draft" : "text");
    const says = work.found.length > before;
    readPage(work, surface);
    reading.site = surface.site;
    people.push(...readInner(work, surface.inner, 1));
    const whole = assessment(work, surface, context, people, draft);
    // Under a debate a quoted "dua" may seem to be what is said, and hide the name beside it.
    if (surface.parent === undefined || whole.level === "warn" || situation.elsewhere || !says) return whole;
    const alone = assess({ ...surface, parent: undefined }, context);
    return alone.level === "warn" ? alone : whole;
  };
  return assess;
}

function assessment(
  { engine, found, situation }: Work,
  surface: Surface,
  context: AssessContext,
  people: readonly Who[],
  draft: boolean,
): Assessment {
  const listed = people.some((who) => who.campaign);
  const own = people.find((who) => who.campaign || who.office || who.party);
  const contest = contestOf(engine, found, own?.contest);
  const said = found.find((one) => one.signal === "explicit");
  const standing: Standing = {
    campaign: listed,
    wordless: surface.text === "" && !surface.inner && !(surface.imageAlt && surface.imageAlt.length > 0),
    ownWord: people.slice(0, 2).some((who) => who.ownWord),
    neutral: people[0]?.neutral === true && !listed,
    official: people.some((who) => who.party || who.office),
    running: own !== undefined && runs(engine, own, context.date),
    news: surface.site === "news",
    under: situation.campaign && isNear(situation),
    asks: ASKS.test(surface.text),
    thread: situation.thread,
    electionTime: isElectionTime(situation),
    late: said !== undefined && wasSaidBeforeTheEnd(situation, surface.postedAt, said.ticket),
  };
  const table = engine.model === undefined ? WITHOUT_MODEL : WITH_MODEL;
  const ofText = engine.trees === undefined ? undefined : stackLogit(engine.trees, found);
  const { level, score } = decide(found, standing, context, table, ofText);
  let evidence: readonly Evidence[] | undefined;
  let topics: Assessment["topics"] | undefined;
  let rules: Assessment["rules"] | undefined;
  const topicsThere = (): Assessment["topics"] => {
    topics ??= level === "clear" ? [] : topicsOf(found, context);
    return topics;
  };
  const around = { campaign: situation.campaign, thread: situation.thread, date: context.date };
  const account = draft
    ? undefined
    : (accountKey(surface.site, surface.author) ?? accountKey(surface.site, surface.page));
  return {
    level,
    score,
    // Made when somebody asks: of most posts nobody does.
    get evidence() {
      evidence ??= toEvidence(found, table);
      return evidence;
    },
    get situation() {
      return level === "clear" ? undefined : saySituation(engine, around, contest);
    },
    ...(isCampaigning(situation, surface, standing, said) ? { explicit: true } : {}),
    get rules() {
      rules ??= level === "clear" ? [] : touchedRules(engine, surface.kind, found, topicsThere());
      return rules;
    },
    get topics() {
      return topicsThere();
    },
    listed,
    ...(contest === undefined ? {} : { contest }),
    ...(account === undefined ? {} : { account }),
  };
}

/** Its own words call to vote for somebody whose contest runs now; nobody neutral does, whatever is quoted there. */
function isCampaigning(
  situation: Situation,
  surface: Surface,
  { neutral, news }: Standing,
  said: Found | undefined,
): boolean {
  if (surface.kind !== "post" || surface.author === undefined || neutral || news) return false;
  if (said?.ticket === undefined || said.field === "inner") return false;
  return isRunningNow(situation, said.ticket);
}

/** A stage runs for an account when its own contest runs; for a party the national one. */
function runs(engine: Engine, who: Who, date: string): boolean {
  if (who.party)
    return (
      isStageRunning(engine.law, undefined, undefined, date) ||
      engine.contests.some((row, at) => row[2] === "legislative" && clockOf(engine, at, date) === "running")
    );
  if (who.contest !== undefined) {
    const row = engine.contests.find((one) => one[0] === who.contest);
    return isStageRunning(engine.law, who.contest, row?.[1], date);
  }
  return engine.law.phases.elections.some(
    (election) => election.scope === "regional" && isStageRunning(engine.law, undefined, election.id, date),
  );
}

/** The same core for what the user writes: which words matter and which rules they touch. */
export function draftCheck(engine: Engine, text: string, context: AssessContext = draftContext): Assessment {
  return createAssessor(engine)({ site: "unknown", kind: "composer", text }, context);
}
