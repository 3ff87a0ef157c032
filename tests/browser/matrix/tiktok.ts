/** All ways to act on a page of TikTok, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  doubleWays,
  keyWay,
  type PageCases,
  sendWays,
  twoStepWays,
} from "./case.ts";
import { rowCases } from "./rows.ts";

const ITEM = (name: string) => `document.querySelector("[data-live-popup] [data-live-item=${name}]")`;
const EDITOR = `document.querySelector("[data-e2e=comment-input] [contenteditable=true]")`;
const SEND = `document.querySelector("[data-e2e=comment-post]")`;

/** All cases of one page, with a reason for each missing one. */
export function tiktokCases(page: TestPage): PageCases {
  if (page.slots.rows) return rowCases(page);
  const { posts, profile } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  const { composer } = page.slots;
  if (composer && page.handMade && posts.length === 0) {
    const [action, sends] = composer.submit ? ["publish", "post"] : ["comment (live)", "comment"];
    const ways = composer.submit
      ? sendWays("S.composer.editor", "S.composer.submit", undefined)
      : sendWays("S.composer.editor", undefined, "Enter");
    cases.push({ action: action!, sends: sends!, about: "draft", ways, undoable: false });
    return { page, cases, blanks };
  }
  const index = posts.findIndex((post) => post.like);
  if (index < 0)
    for (const action of ["like", "like (player)", "comment", "share", "repost", "follow"])
      missing(action, "page has no post with actions");
  else {
    const at = (slot: string) => `[S.posts[${index}].${slot}].flat()[0]`;
    const on = { about: "post", post: index } as const;
    const once = (action: string, sends: string, ways: ActionCase["ways"]) =>
      cases.push({ ...on, action, sends, ways, undoable: false });
    const like = [...buttonWays(at("like")), keyWay("l", at("post"))];
    cases.push({ ...on, action: "like", sends: "like", ways: like, undoable: true });
    once("like (player)", "like", doubleWays(at("media")));
    const open = at("comment");
    once(
      "comment",
      "comment",
      sendWays(EDITOR, SEND, "Enter").map((way) => ({
        ...way,
        perform: async (doing) => {
          await doing.visit.click(open);
          if (!(await doing.askedEarly())) await way.perform(doing);
        },
      })),
    );
    once("share", "share", twoStepWays(at("share"), ITEM("share")));
    once("repost", "repost", twoStepWays(at("share"), ITEM("repost")));
    cases.push({ ...on, action: "follow", sends: "follow", ways: buttonWays(at("follow")), undoable: true });
  }
  if (profile?.follow)
    cases.push({
      action: "follow (profile)",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
  else missing("follow (profile)", profile ? "page was saved without its button" : "not a profile page");
  missing("like (comment)", "no page with comments at hand");
  return { page, cases, blanks };
}
