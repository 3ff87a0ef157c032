/** All ways to act on a page of Threads, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  type PageCases,
  sendWays,
  twoStepWays,
  type Way,
} from "./case.ts";

const ITEM = (name: string) => `document.querySelector("[data-live-popup] [data-live-item=${name}]")`;
const EDITOR = `document.querySelector("[data-live-popup] [contenteditable=true]")`;
const SEND = `document.querySelector("[data-live-popup] [data-live-submit]")`;

/** Opens a composer by some clicks, then writes and sends. */
const after = (...opens: string[]): Way[] =>
  sendWays(EDITOR, SEND, "Control+Enter").map((way) => ({
    ...way,
    perform: async (doing) => {
      for (const open of opens) {
        await doing.visit.click(open);
        if (await doing.askedEarly()) return;
      }
      await way.perform(doing);
    },
  }));

/** All cases of one page, with a reason for each missing one. */
export function threadsCases(page: TestPage): PageCases {
  const { posts, profile, composer } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  const at = (slot: string) => `[S.posts[0].${slot}].flat()[0]`;
  const on = { about: "post", post: 0 } as const;
  const once = (action: string, ways: ActionCase["ways"]) =>
    cases.push({ ...on, action, sends: action, ways, undoable: false });
  cases.push({ ...on, action: "like", sends: "like", ways: buttonWays(at("like")), undoable: true });
  if (posts[0]?.media) {
    const ways: Way[] = [
      { way: "touch", by: "double tap", perform: ({ visit }) => visit.doubleTap(at("media")) },
    ];
    cases.push({ ...on, action: "like (picture)", sends: "like", ways, undoable: false });
  } else missing("like (picture)", "page has no picture that takes a tap");
  once("reply", after(at("comment")));
  once("repost", twoStepWays(at("repost"), ITEM("repost")));
  once("quote", after(at("repost"), ITEM("quote")));
  once("share", twoStepWays(at("share"), ITEM("share")));
  if (posts[0]?.follow)
    cases.push({ ...on, action: "follow", sends: "follow", ways: buttonWays(at("follow")), undoable: true });
  else missing("follow", "posts here have no button to follow");
  if (profile?.follow)
    cases.push({
      action: "follow (profile)",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
  else missing("follow (profile)", "not a profile page");
  if (composer?.open)
    cases.push({
      action: "publish",
      sends: "post",
      about: "draft",
      ways: after("[S.composer.open].flat()[0]"),
      undoable: false,
    });
  else missing("publish", "page was saved without a composer");
  return { page, cases, blanks };
}
