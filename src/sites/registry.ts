import type { Action, SiteId } from "../words.ts";

/** Held, or in words why the action is not: the site has no such thing, or it is not read yet. */
export type Held = "held" | `not held: ${string}`;

const nothing = "not held: the site has no such action";
const unseen = (what: string) => `not held: ${what}` as const;

/**
 * What is held where. Every site and every action stands here, so that a forgotten one does not compile; docs/sites.md
 * prints it, and the action matrix of the browser tests must have a row for all that is held. null: the site is not
 * guarded yet.
 */
export const SITE_ACTIONS: Readonly<Record<SiteId, Readonly<Record<Action, Held>> | null>> = {
  facebook: {
    like: "held",
    react: "held",
    dislike: nothing,
    comment: "held",
    reply: "held",
    share: "held",
    repost: nothing,
    quote: nothing,
    follow: "held",
    join: "held",
    attend: "held",
    publish: "held",
    upload: unseen("posting what was uploaded is held as publishing"),
    vote: unseen("no page with a poll at hand"),
    send: unseen("messages to people are not read"),
  },
  x: {
    like: "held",
    react: nothing,
    dislike: nothing,
    comment: unseen("a comment is a reply here"),
    reply: "held",
    share: unseen("copying a link is no endorsement"),
    repost: "held",
    quote: "held",
    follow: "held",
    join: unseen("communities are not read yet"),
    attend: nothing,
    publish: "held",
    upload: unseen("posting what was uploaded is held as publishing"),
    vote: unseen("no page with a poll at hand"),
    send: unseen("messages to people are not read"),
  },
  instagram: null,
  tiktok: null,
  youtube: null,
  threads: null,
  linkedin: null,
  bluesky: null,
  reddit: null,
  whatsapp: null,
  telegram: null,
};
