import type { AssessContext, Surface } from "../../../domain/assessment.ts";
import type { Action, RuleId, Topic } from "../../../domain/vocabulary.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import type { Trigger } from "../../ruleset/schema/index.ts";
import type { Finding } from "../find/finding.ts";

/** Topics of a surface from its findings, plus the office if the user is there. */
export function topicsOf(findings: readonly Finding[], context: AssessContext): Topic[] {
  const topics = new Set<Topic>();
  for (const { topic } of findings) if (topic) topics.add(topic);
  // An attribute without a topic is clothing; a sticker is a topic of its own.
  if (!topics.has("sticker") && findings.some((one) => one.signal === "attribute")) topics.add("attribute");
  if (context.atOffice === true) topics.add("office");
  return [...topics];
}

/**
 * Rules that the content of a surface touches, for any action; the guard narrows them by action. A trigger with a topic
 * matches the topic, all others match the actions that the findings may lead to.
 */
export function touchedRules(
  engine: Engine,
  kind: Surface["kind"],
  findings: readonly Finding[],
  topics: readonly Topic[],
): RuleId[] {
  const draft = kind === "composer";
  // A draft becomes a post.
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
        // Joining a live broadcast means attending it.
        return account && (event || kind !== "live");
      case "upload":
        // Raised fingers belong to a picture.
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
