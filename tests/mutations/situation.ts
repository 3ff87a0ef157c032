import type { Mutation } from "./types.ts";

const find = "src/engine/detection/find/explicit/find.ts";
const names = "src/engine/detection/find/names.ts";
const combine = "src/engine/detection/score/combine.ts";
const surroundings = "src/engine/detection/find/surroundings.ts";
const SITUATION_TEST = ["tests/unit/engine/detection/situation.test.ts"];
const EXPLICIT_TEST = ["tests/unit/engine/detection/find/explicit/find.test.ts"];
const NAMES_TEST = ["tests/unit/engine/detection/find/names.test.ts"];

/**
 * Each rule of the situation, which reads a text's words by their context. Without it a test fails and a figure of
 * docs/accuracy.md gets worse (`npm run accuracy -- --switches`).
 */
export const SITUATION: readonly Mutation[] = [
  {
    name: "contest-clock",
    defence: "after the contest a candidate is an ordinary public person",
    file: "src/engine/detection/situation.ts",
    find: '    return date <= span.until ? "running" : "over";\n',
    put: '    return "running";\n',
    tests: SITUATION_TEST,
  },
  {
    name: "contest-coming",
    defence: "nobody is a candidate a year before the first stage",
    file: "src/engine/detection/situation.ts",
    find: 'return daysBetween(date, span.from) <= COMING_DAYS ? "coming" : "none";',
    put: 'return "coming";',
    tests: SITUATION_TEST,
  },
  {
    name: "anchor",
    defence: "the learnt score alone never marks a text",
    file: combine,
    find: "const noticed = (anchored && scored) ||",
    put: "const noticed = scored ||",
    tests: SITUATION_TEST,
  },
  {
    name: "name-at-home",
    defence: "one word of a local name alone is no evidence",
    file: names,
    find: "bare = !helped && !isAtHome(situation, ticket, reading);",
    put: "bare = !helped && isAtHome === undefined;",
    tests: NAMES_TEST,
  },
  {
    name: "acronym",
    defence: "a pair's one-word acronym needs capitals or further evidence",
    file: names,
    find: "if (kind === PAYLOAD.pair && last - first === 1 && !isAcronym(reading, first)) rank = 2;",
    put: "if (isAcronym === undefined) rank = 2;",
    tests: NAMES_TEST,
    only: "needs capitals or help",
  },
  {
    name: "folded-words",
    defence: "an everyday word is one in every normalised spelling",
    file: "src/engine/ruleset/compile/name-patterns.ts",
    find: 'return this.#ordinary.has(plain.split(" ").map(asMatched).join(" "));',
    put: "return this.#ordinary.has(plain);",
    tests: NAMES_TEST,
  },
  {
    name: "reported-speech",
    defence: "prohibitions, reports, exam questions and quotations are no calls",
    file: find,
    find: "if (isSpokenOf(reading, cues, call ?? target) || isQuoted(reading, target)) {",
    put: "if (isSpokenOf(reading, cues, call ?? target) && isQuoted === undefined) {",
    tests: EXPLICIT_TEST,
  },
  {
    name: "list-of-all",
    defence: "a list of all candidates is no call",
    file: find,
    find: "  if (isList(engine, targets)) return undefined;\n",
    put: "  void isList;\n",
    tests: EXPLICIT_TEST,
  },
  {
    name: "question-is-no-call",
    defence: "a question is no call",
    file: find,
    find: "    if (isAsked(tokens, call, target)) continue;\n",
    put: "    void isAsked;\n",
    tests: EXPLICIT_TEST,
  },
  {
    name: "past",
    defence: "a text plainly about the past gets a notice",
    file: find,
    find: 'const signal = isPast(cues) ? "explicit-past" :',
    put: 'const signal = isPast === undefined ? "explicit-past" :',
    tests: SITUATION_TEST,
    only: "is a notice where its words are plainly about the past",
  },
  {
    name: "posted-day",
    defence: "a text posted before the end of a finished contest gets a notice",
    file: combine,
    find: 'return standing.late ? "notice" : "warn";',
    put: 'return "warn";',
    tests: SITUATION_TEST,
    only: "is a notice where the page's own day lies before the end of a contest that is over",
  },
  {
    name: "other-election",
    defence: "classes, villages, clubs, idols and products have elections of their own",
    file: find,
    find: "if (one === undefined || isElsewhere(one, around)) continue;",
    put: "if (one === undefined || isElsewhere === undefined) continue;",
    tests: EXPLICIT_TEST,
  },
  {
    name: "ballot-number",
    defence: "a number alone is a ballot number only where it counts nothing",
    file: find,
    find: "    if (target.number > 0 && !named && around === 0 && !isBallot(tokens, target, call, gap)) continue;\n",
    put: "    void isBallot;\n",
    tests: EXPLICIT_TEST,
  },
  {
    name: "ticket-number",
    defence: "a ticket's number beside its name counts as a second name",
    file: find,
    find: "  if (own) return { total: ENOUGH, call: undefined, target };\n",
    put: "  void own;\n",
    tests: EXPLICIT_TEST,
  },
  {
    name: "camp-tag",
    defence: "a camp's hashtag alone is explicit",
    file: find,
    find: "  if (target.tag && live) return { total: ENOUGH, call: undefined, target };\n",
    put: "",
    tests: EXPLICIT_TEST,
  },
  {
    name: "campaign-surface",
    defence: "a text on a campaign's page or under its post belongs to the campaign",
    file: surroundings,
    find: "  if (isCampaign(who)) situation.campaign = true;\n  else if (who.team)",
    put: "  if (who.team)",
    tests: SITUATION_TEST,
    only: "hand their weight to what stands under them",
  },
  {
    name: "contest-thread",
    defence: "a bare number under a debate counts as a ballot number",
    file: surroundings,
    find: "  else if (live.length > 0 || electoral) situation.thread = true;\n",
    put: "  else if (live.length > 1_000) situation.thread = true;\n",
    tests: SITUATION_TEST,
    only: "makes a bare number somebody's",
  },
  {
    name: "parent-adds",
    defence: "a parent adds evidence and never removes any",
    file: surroundings,
    find: "for (const one of by) if (ADDS.has(one.signal)) out.push({ ...one, share: one.share / 2, strong: false });",
    put: "for (const one of by) if (ADDS.size > 0) out.push({ ...one });",
    tests: SITUATION_TEST,
  },
  {
    name: "shouting",
    defence: "capitals have the level of small letters",
    file: "src/engine/detection/find/headline.ts",
    find: "  if (isShouted(reading.text)) return;\n",
    put: "  void isShouted;\n",
    tests: EXPLICIT_TEST,
  },
];
