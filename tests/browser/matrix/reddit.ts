/** All ways to act on a page of Reddit, from its slots; the controls are in open shadow roots. */
import type { TestPage } from "../lib/pages.ts";
import type { Target } from "../lib/types.ts";
import { type ActionCase, type Blank, buttonWays, type PageCases, sendWays, type Way } from "./case.ts";
import { rowCases } from "./rows.ts";

const vote = (host: Target, up: boolean): Target =>
  `${host}.shadowRoot.querySelector("button[${up ? "up" : "down"}vote]")`;

/** Opens the editor below a comment, then writes and sends. */
function replyWays(comment: Target): Way[] {
  const inside = (what: string) => `${comment}.querySelector("shreddit-composer ${what}")`;
  return sendWays(inside("[contenteditable]"), inside("[slot=submit-button]"), "Control+Enter").map(
    (way) => ({
      ...way,
      perform: async (doing) => {
        await doing.visit.click(`${comment}.querySelector("[noun=reply_comment] button")`);
        if (!(await doing.askedEarly())) await way.perform(doing);
      },
    }),
  );
}

/** All cases of one page of old.reddit.com. */
function oldCases(page: TestPage): PageCases {
  const { posts, comments, profile, composer } = page.slots;
  const cases: ActionCase[] = [];
  const votes = (about: "post" | "comment", of: string, thing: Target) => {
    for (const [action, arrow] of [
      ["like", "up"],
      ["dislike", "down"],
    ] as const)
      cases.push({
        about,
        post: 0,
        action: action + of,
        sends: action,
        ways: buttonWays(`${thing}.querySelector(".arrow[aria-label^=${arrow}]")`),
        undoable: true,
      });
  };
  const once = (action: string, sends: string, about: ActionCase["about"], ways: Way[]) =>
    cases.push({ about, post: 0, action, sends, ways, undoable: false });
  if (posts.length) votes("post", "", "S.posts[0].post");
  if (comments.length) {
    const box = (what: string) => `S.comments[0].post.querySelector(".child ${what}")`;
    votes("comment", " (comment)", 'S.comments[0].post.querySelector(".midcol")');
    once("comment", "comment", "post", sendWays("S.composer.editor", "S.composer.submit", undefined));
    once("reply", "reply", "comment", sendWays(box("textarea"), box(".save"), undefined));
  }
  /* A link, which Space does not activate; after joining, another one takes its place. */
  if (profile?.buttons) {
    const shown = '[...S.profile.buttons.querySelectorAll("a")].find((a) => a.style.display !== "none")';
    const ways = buttonWays(shown).filter(({ by }) => by !== "Space");
    cases.push({ about: "profile", action: "join", sends: "join", ways, undoable: true });
  }
  if (composer?.title)
    once("publish", "post", "draft", sendWays("S.composer.title", "S.composer.submit", undefined));
  return { page, cases, blanks: [] };
}

/** All cases of one page. */
export function redditCases(page: TestPage): PageCases {
  const { slots, name, handMade } = page;
  if (slots.rows) return rowCases(page);
  if (!handMade) {
    const reason = "search result, logged out: its join buttons lie in closed hover cards and have no place";
    return { page, cases: [], blanks: [{ action: "join", way: "all", reason }] };
  }
  if (name.includes("_old_")) return oldCases(page);
  const cases: ActionCase[] = [];
  const both = (
    where: Omit<ActionCase, "action" | "sends" | "ways" | "undoable">,
    of: string,
    host: Target,
  ) => {
    for (const [action, up] of [
      ["like", true],
      ["dislike", false],
    ] as const)
      cases.push({
        ...where,
        action: action + of,
        sends: action,
        ways: buttonWays(vote(host, up)),
        undoable: true,
      });
  };
  if (slots.posts.length) both({ about: "post", post: 0 }, "", "S.posts[0].post");
  if (slots.comments.length) {
    const row = 'S.comments[0].post.querySelector("shreddit-comment-action-row")';
    both({ about: "comment" }, " (comment)", row);
    cases.push(
      {
        action: "comment",
        sends: "comment",
        about: "post",
        post: 0,
        ways: sendWays("S.composer.editor", "S.composer.submit", "Control+Enter"),
        undoable: false,
      },
      {
        action: "reply",
        sends: "reply",
        about: "comment",
        ways: replyWays("S.comments[0].post"),
        undoable: false,
      },
    );
  }
  const inner = (host: Target): Target => `${host}.shadowRoot.querySelector("button")`;
  const profile = { about: "profile", undoable: true } as const;
  if (slots.profile?.buttons) {
    const button = 'S.profile.buttons.shadowRoot.querySelector("shreddit-join-button")';
    cases.push({ ...profile, action: "join", sends: "join", ways: buttonWays(inner(button)) });
  }
  if (slots.profile?.follow)
    cases.push({
      ...profile,
      action: "follow",
      sends: "follow",
      ways: buttonWays(inner("S.profile.follow")),
    });
  if (slots.composer?.title) {
    const send = inner("S.composer.submit");
    const draft = { about: "draft", sends: "post", undoable: false } as const;
    const title = 'S.composer.title.shadowRoot.querySelector("textarea")';
    cases.push({ ...draft, action: "publish", ways: sendWays("S.composer.editor", send, undefined) });
    cases.push({ ...draft, action: "publish (title only)", ways: sendWays(title, send, undefined) });
  }
  const blanks: Blank[] = name.includes("_feed_")
    ? [
        { action: "like", way: "keyboard", reason: "keys A and Z: of the old layout, from memory only" },
        { action: "react", way: "all", reason: "no page with the choice of awards, which the button opens" },
      ]
    : [];
  return { page, cases, blanks };
}
