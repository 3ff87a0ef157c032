/** All ways to act on a page of Instagram, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import type { Target } from "../lib/types.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  doubleWays,
  type PageCases,
  sendWays,
  twoStepWays,
} from "./case.ts";

const SHARE_SEND = `document.querySelector("[data-live-popup] [data-live-send]")`;

/** All cases of one page, with a reason for each missing one. */
export function instagramCases(page: TestPage): PageCases {
  const { posts, comments, profile } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  if (page.slots.composer?.submit) {
    const story = page.name.includes("_story_");
    const ways = sendWays("S.composer.editor", "S.composer.submit", story ? "Enter" : undefined);
    const [action, sends] = story ? ["reply (story)", "reply"] : ["publish", "post"];
    cases.push({ action: action!, sends: sends!, about: "draft", ways, undoable: false });
    return { page, cases, blanks };
  }
  const index = posts.findIndex((post) => post.like || post.unlike);
  const post = posts[index];
  if (!post) {
    for (const action of ["like", "double click", "comment", "share", "repost"])
      missing(action, "page has no post with actions");
  } else {
    const at = (slot: string) => `[S.posts[${index}].${slot}].flat()[0]`;
    const on = { about: "post", post: index } as const;
    const once = (action: string, sends: string, ways: ActionCase["ways"]) =>
      cases.push({ ...on, action, sends, ways, undoable: false });
    const like = at(post.like ? "like" : "unlike");
    cases.push({ ...on, action: "like", sends: "like", ways: buttonWays(like), undoable: true });
    const picture = `[S.posts[${index}].media].flat().find((e) => !/^Foto profil|profile picture$/.test(e.alt ?? ""))`;
    if (post.media && post.kind === "post") once("like (picture)", "like", doubleWays(picture));
    else missing("like (picture)", "the page was saved without its player");
    if (post.commentBox) {
      const box = at("commentBox");
      const button = `[...${box}.closest("form").querySelectorAll("[role=button]")].find((b) => /^(Post|Posting|Publicar)$/.test(b.textContent.trim()))`;
      once("comment", "comment", sendWays(box, button, "Enter"));
    } else missing("comment", "page has no comment box");
    once("share", "share", twoStepWays(at("share"), SHARE_SEND));
    if (/aria-label="(Posting ulang|Repost)"/.test(page.source.html))
      once("repost", "repost", buttonWays(repostIn(at("post"))));
    else missing("repost", "page was saved before there were reposts");
    if (post.follow && !/Following/.test(page.source.html))
      cases.push({
        ...on,
        action: "follow",
        sends: "follow",
        ways: buttonWays(at("follow")),
        undoable: true,
      });
    else missing("follow", "the author is followed already, or cannot be followed here");
  }
  if (comments.some((comment) => comment.like))
    cases.push({
      action: "like (comment)",
      sends: "likeComment",
      about: "comment",
      ways: buttonWays("[S.comments[0].like].flat()[0]"),
      undoable: true,
    });
  else missing("like (comment)", "page has no comment");
  if (profile?.follow && posts.length === 0)
    cases.push({
      action: "follow (profile)",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
  else missing("follow (profile)", "not a profile page");
  missing("react (story)", "a story tells its account only: unit tests");
  return { page, cases, blanks };
}

const repostIn = (post: Target): Target =>
  `${post}.querySelector('svg[aria-label="Posting ulang"],svg[aria-label="Repost"]').closest("[role=button]")`;
