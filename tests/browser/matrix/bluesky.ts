/** All ways to act on a page of Bluesky, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import { type ActionCase, buttonWays, type PageCases, sendWays, twoStepWays, type Way } from "./case.ts";

const one = (id: string) => `document.querySelector("[data-live-popup] [data-testid=${id}]")`;
const EDITOR = `document.querySelector("[data-live-popup] [contenteditable=true]")`;

/** Opens the composer by some clicks, then writes and sends. */
const after = (...opens: string[]): Way[] =>
  sendWays(EDITOR, one("composerPublishBtn"), "Control+Enter").map((way) => ({
    ...way,
    perform: async (doing) => {
      for (const open of opens) {
        await doing.visit.click(open);
        if (await doing.askedEarly()) return;
      }
      await way.perform(doing);
    },
  }));

/** All cases of one page: only the hand-made one exists. */
export function blueskyCases(page: TestPage): PageCases {
  const at = (slot: string) => `[S.posts[0].${slot}].flat()[0]`;
  const on = { about: "post", post: 0 } as const;
  const once = (action: string, ways: readonly Way[]): ActionCase => ({
    ...on,
    action,
    sends: action,
    ways,
    undoable: false,
  });
  const cases: ActionCase[] = [
    { ...on, action: "like", sends: "like", ways: buttonWays(at("like")), undoable: true },
    once("reply", after(at("comment"))),
    once("repost", twoStepWays(at("repost"), one("repostDropdownRepostBtn"))),
    once("quote", after(at("repost"), one("repostDropdownQuoteBtn"))),
    {
      action: "follow (profile)",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    },
    {
      action: "publish",
      sends: "post",
      about: "draft",
      ways: after("[S.composer.open].flat()[0]"),
      undoable: false,
    },
  ];
  return { page, cases, blanks: [] };
}
