/** All ways to act on a page of YouTube, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import { type ActionCase, type Blank, buttonWays, type PageCases, sendWays, twoStepWays } from "./case.ts";

const SHARE_ITEM = `document.querySelector("[data-live-popup] [data-live-item=share]")`;

/** All cases of one page, with a reason for each missing one. */
export function youtubeCases(page: TestPage): PageCases {
  const { posts, comments, composer } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  const on = { about: "post", post: 0 } as const;
  const toggled = (action: string, sends: string, slot: string) =>
    cases.push({ ...on, action, sends, ways: buttonWays(`S.posts[0].${slot}`), undoable: true });
  if (posts[0]?.poll) {
    toggled("like (community post)", "like", "like");
    cases.push({
      ...on,
      action: "vote",
      sends: "vote",
      ways: buttonWays("S.posts[0].poll"),
      undoable: false,
    });
    const ways = sendWays("S.composer.editor", "S.composer.submit", "Control+Enter");
    cases.push({ action: "publish", sends: "post", about: "draft", ways, undoable: false });
  } else if (posts[0]) {
    toggled("like", "like", "like");
    toggled("dislike", "dislike", "dislike");
    toggled("follow (subscribe)", "subscribe", "follow");
    const share = twoStepWays("S.posts[0].share", SHARE_ITEM);
    cases.push({ ...on, action: "share", sends: "share", ways: share, undoable: false });
    const written = sendWays("S.composer.editor", "S.composer.submit", "Control+Enter");
    const ways = written.map((way): (typeof written)[number] => ({
      ...way,
      perform: async (doing) => {
        await doing.visit.click("S.posts[0].comment");
        if (!(await doing.askedEarly())) await way.perform(doing);
      },
    }));
    cases.push({ ...on, action: "comment", sends: "comment", ways, undoable: false });
  } else if (composer) {
    const ways = sendWays("S.composer.editor", "S.composer.submit", "Enter");
    cases.push({ action: "comment (live chat)", sends: "chat", about: "draft", ways, undoable: false });
  }
  if (comments.length)
    cases.push({
      action: "like (comment)",
      sends: "likeComment",
      about: "comment",
      ways: buttonWays("S.comments[0].like"),
      undoable: true,
    });
  missing("reply", "no page with an open answer at hand");
  missing("join", "no page of a channel with members at hand");
  missing("like (short)", "no page at hand");
  missing("react, vote (live chat)", "in a frame of the watch page: youtube-frame.spec.ts");
  missing("follow (channel page)", "no page of a channel at hand");
  return { page, cases, blanks };
}
