import type { Engine } from "../ruleset/compiled/engine.ts";
import type { Rule, Topic, Trigger } from "../ruleset/types.ts";
import type { Action, RuleId } from "../words.ts";
import type { Found } from "./found.ts";
import type { AssessContext, Surface } from "./types.ts";

/** What the triggers of a rule are compared with: one surface and what was found on it. */
interface Touch {
  surface: Surface["kind"];
  topics: ReadonlySet<Topic>;
  /** Actions that what was found may lead to. */
  actions: ReadonlySet<Action>;
  /** Does a listed account of one of these kinds stand on the surface? */
  listed(kinds: NonNullable<Trigger["accounts"]>): boolean;
}

const REACTIONS: readonly Action[] = ["like", "react", "dislike", "vote"];
const WORDS: readonly Action[] = ["publish", "comment", "reply", "share", "repost", "quote", "send"];

/** What a surface speaks of, from the topics of the words found on it; the office from where the user is now. */
export function topicsOf(found: readonly Found[], context: AssessContext): Topic[] {
  const topics = new Set<Topic>();
  for (const { topic } of found) if (topic) topics.add(topic);
  // An attribute without a topic of its own is one to wear; a sticker is asked about by itself.
  if (!topics.has("sticker") && found.some((one) => one.signal === "attribute")) topics.add("attribute");
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
  found: readonly Found[],
  topics: readonly Topic[],
): RuleId[] {
  const touch: Touch = {
    // What is being written becomes a post.
    surface: kind === "composer" ? "post" : kind,
    topics: new Set(topics),
    actions: actionsAt(kind, found),
    listed: (kinds) =>
      found.some(({ signal, ref }) => {
        if (signal !== "campaign-account") return false;
        const account = engine.accounts.all.find((one) => one.id === ref);
        return account !== undefined && kinds.includes(account.kind);
      }),
  };
  return engine.law.rules.filter((rule) => touches(rule, touch)).map((rule) => rule.id);
}

function touches(rule: Rule, touch: Touch): boolean {
  return rule.triggers.some(({ topic, accounts, actions, surfaces }) => {
    if (topic !== undefined) return touch.topics.has(topic);
    if (!surfaces.includes(touch.surface)) return false;
    return (
      actions.some((action) => touch.actions.has(action)) &&
      (accounts === undefined || touch.listed(accounts))
    );
  });
}

/** Actions that a surface of this kind, with these findings on it, may lead to. */
function actionsAt(kind: Surface["kind"], found: readonly Found[]): Set<Action> {
  const signals = new Set(found.map((one) => one.signal));
  const actions = new Set(WORDS);
  // Nobody reacts to what is not posted yet.
  if (kind !== "composer") for (const action of REACTIONS) actions.add(action);
  const event = kind === "event" || signals.has("event");
  if (event) actions.add("attend");
  // Fingers that show a ballot number belong to a picture.
  if (signals.has("hand")) actions.add("upload");
  if (
    kind === "profile" ||
    kind === "group" ||
    signals.has("campaign-account") ||
    signals.has("page-ticket")
  ) {
    actions.add("follow");
    // Joining an event or a live broadcast is attending it.
    if (event || kind !== "live") actions.add("join");
  }
  return actions;
}
