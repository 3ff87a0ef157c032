import type { AssessContext, Surface } from "../../../domain/assessment.ts";
import type { Action, RuleId, Topic } from "../../../domain/vocabulary.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import type { Trigger } from "../../ruleset/schema/index.ts";
import type { Finding } from "../find/finding.ts";

/** What a surface speaks of, from the topics of the words found on it; the office from where the user is now. */
export function topicsOf(findings: readonly Finding[], context: AssessContext): Topic[] {
  const topics = new Set<Topic>();
  for (const { topic } of findings) if (topic) topics.add(topic);
  // An attribute without a topic of its own is one to wear; a sticker is asked about by itself.
  if (!topics.has("sticker") && findings.some((one) => one.signal === "attribute")) topics.add("attribute");
  if (context.atOffice === true) topics.add("office");
  return [...topics];
}

/**
 * Rules of the ruleset touched by what is on a surface, whatever the action; the guard narrows them by action. A
 * trigger with a topic is touched by the topic, any other by the actions that what was found may lead to.
 */
export function touchedRules(
  engine: Engine,
  kind: Surface["kind"],
  findings: readonly Finding[],
  topics: readonly Topic[],
): RuleId[] {
  const draft = kind === "composer";
  // What is being written becomes a post.
  const surface = draft ? "post" : kind;
  const has = (...signals: Finding["signal"][]) => findings.some(({ signal }) => signals.includes(signal));
  const event = kind === "event" || has("event");
  const account = kind === "profile" || kind === "group" || has("campaign-account", "page-ticket");

  const leadsTo = (action: Action): boolean => {
    switch (action) {
      case "like":
      case "react":
      case "dislike":
      case "vote":
        return !draft;
      case "attend":
        return event;
      case "follow":
        return account;
      case "join":
        // Joining a live broadcast is attending it.
        return account && (event || kind !== "live");
      case "upload":
        // Fingers that show a ballot number belong to a picture.
        return has("hand");
      default:
        return true;
    }
  };
  const isListed = (kinds: NonNullable<Trigger["accounts"]>): boolean =>
    findings.some(({ signal, ref }) => {
      const listed = signal === "campaign-account" && engine.accounts.all.find(({ id }) => id === ref);
      return listed && kinds.includes(listed.kind);
    });
  const touches = ({ topic, accounts, actions, surfaces }: Trigger): boolean =>
    topic
      ? topics.includes(topic)
      : surfaces.includes(surface) && actions.some(leadsTo) && (!accounts || isListed(accounts));
  return engine.law.rules.filter((rule) => rule.triggers.some(touches)).map((rule) => rule.id);
}
