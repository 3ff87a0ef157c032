/** All ways to act on a page of X, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import type { Target } from "../lib/types.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  type Doing,
  keyWay,
  type PageCases,
  pointAt,
  twoStepWays,
  type Way,
} from "./case.ts";
import { rowCases } from "./rows.ts";

const REPOST = `document.querySelector("[data-testid=retweetConfirm],[data-testid=unretweetConfirm]")`;
const QUOTE = `document.querySelector("[data-live-popup] a[role=menuitem]")`;
const SEND = `document.querySelector("[data-live-popup] [data-testid=tweetButton]")`;
const MENU_FOLLOW = `document.querySelector("[data-testid=Dropdown] [role=menuitem]:last-child")`;
const INLINE = `document.querySelector("[data-testid=tweetTextarea_0]")`;
const INLINE_SEND = `document.querySelector("[data-testid=tweetButtonInline]")`;

type Open = (doing: Doing) => Promise<boolean>;

/** Opens one control after another; false where the question came in between. */
const opening =
  (way: "mouse" | "touch" | "keyboard", ...steps: Target[]): Open =>
  async ({ visit, askedEarly }) => {
    for (const step of steps) {
      if (way === "keyboard") {
        await visit.focus(step);
        await visit.press("Enter");
      } else await pointAt(way, visit, step);
      if (await askedEarly()) return false;
    }
    return true;
  };

/** Writes in the dialog that opens and sends it by button or Ctrl+Enter. */
function dialogWays(...openers: Target[]): Way[] {
  const pointer = (way: "mouse" | "touch"): Way => ({
    way,
    by: way === "mouse" ? "click on send" : "tap on send",
    perform: async (doing) => {
      if (!(await opening(way, ...openers)(doing))) return;
      await doing.visit.type(doing.draft);
      await pointAt(way, doing.visit, SEND);
    },
  });
  return [
    pointer("mouse"),
    pointer("touch"),
    {
      way: "keyboard",
      by: "Enter on send",
      perform: async (doing) => {
        if (!(await opening("keyboard", ...openers)(doing))) return;
        await doing.visit.type(doing.draft);
        await doing.visit.focus(SEND);
        await doing.visit.press("Enter");
      },
    },
    {
      way: "keyboard",
      by: "Ctrl+Enter",
      perform: async (doing) => {
        if (!(await opening("keyboard", ...openers)(doing))) return;
        await doing.visit.type(doing.draft);
        await doing.visit.press("Control+Enter");
      },
    },
  ];
}

const sendDraft = async ({ visit, draft }: Doing) => {
  await visit.type(draft);
  await visit.press("Control+Enter");
};

function inlineWays(): Way[] {
  const write = async (way: "mouse" | "touch", { visit, draft }: Doing) => {
    await pointAt(way, visit, INLINE);
    await visit.type(draft);
  };
  return [
    ...(["mouse", "touch"] as const).map((way) => ({
      way,
      by: way === "mouse" ? "click" : "tap",
      perform: async (doing: Doing) => {
        await write(way, doing);
        await pointAt(way, doing.visit, INLINE_SEND);
      },
    })),
    {
      way: "keyboard",
      by: "Enter on the button",
      perform: async (doing) => {
        await write("mouse", doing);
        await doing.visit.focus(INLINE_SEND);
        await doing.visit.press("Enter");
      },
    },
    {
      way: "keyboard",
      by: "Ctrl+Enter",
      perform: async (doing) => {
        await write("mouse", doing);
        await doing.visit.press("Control+Enter");
      },
    },
  ];
}

/** All cases of one page, with a reason for each missing one. */
export function xCases(page: TestPage): PageCases {
  if (page.slots.rows) return rowCases(page);
  const { posts, profile, composer, other } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const index = posts.findIndex((post) => post.like);
  const at = (slot: string) => `S.posts[${index}].${slot}`;
  const on = { about: "post", post: index } as const;
  const again = twoStepWays(at("share"), REPOST).find((way) => way.way === "mouse")!.perform;
  const byKey: Way = {
    ...keyWay("t", at("post"), ({ visit }) => visit.press("Enter")),
    undo: again,
    by: "key t, Enter",
  };
  cases.push(
    {
      ...on,
      action: "like",
      sends: "like",
      ways: [...buttonWays(at("like")), keyWay("l", at("post"))],
      undoable: true,
    },
    {
      ...on,
      action: "repost",
      sends: "repost",
      ways: [
        ...twoStepWays(at("share"), REPOST, again),
        /* In the viewer the key acts on the bar of the post beside it, which is a different one. */
        ...(page.name.includes("_photo_") ? [] : [byKey]),
      ],
      undoable: true,
    },
    { ...on, action: "quote", sends: "quote", ways: dialogWays(at("share"), QUOTE), undoable: false },
    {
      ...on,
      action: "reply",
      sends: "reply",
      ways: [
        ...dialogWays(at("comment")),
        { ...keyWay("r", at("post"), sendDraft), by: "key r, Ctrl+Enter" },
      ],
      undoable: false,
    },
  );
  const poll = posts.findIndex((post) => post.poll);
  if (poll >= 0)
    cases.push({
      about: "post",
      post: poll,
      action: "vote",
      sends: "vote",
      ways: buttonWays(`S.posts[${poll}].poll`),
      undoable: false,
    });
  else blanks.push({ action: "vote", way: "all", reason: "page shows no poll" });
  const caret = at("menu");
  if (page.handMade && page.name.includes("_profile_"))
    cases.push({
      ...on,
      action: "follow (menu of a post)",
      sends: "follow",
      ways: twoStepWays(caret, MENU_FOLLOW),
      undoable: true,
    });
  if (profile?.join)
    cases.push({
      action: "join",
      sends: "join",
      about: "profile",
      ways: buttonWays("S.profile.join"),
      undoable: true,
    });
  if (profile?.follow)
    cases.push({
      action: "follow",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
  else blanks.push({ action: "follow (profile)", way: "all", reason: "not a profile page" });
  if (other.followSuggestions)
    cases.push({
      action: "follow (suggestion)",
      sends: "follow",
      about: "cell",
      ways: buttonWays("S.other.followSuggestions[0]"),
      undoable: true,
    });
  else blanks.push({ action: "follow (suggestion)", way: "all", reason: "page shows no suggestions" });
  if (composer?.editor)
    cases.push({
      action: "publish (inline)",
      sends: "post",
      about: "draft",
      ways: inlineWays(),
      undoable: false,
    });
  else blanks.push({ action: "publish (inline)", way: "all", reason: "page has no inline composer" });
  if (composer?.open)
    cases.push({
      action: "publish (dialog)",
      sends: "post",
      about: "draft",
      ways: [
        ...dialogWays("S.composer.open"),
        {
          way: "keyboard",
          by: "key n, Ctrl+Enter",
          perform: async (doing) => {
            await doing.visit.evaluate("document.activeElement?.blur()");
            await doing.visit.press("n");
            if (!(await doing.askedEarly())) await sendDraft(doing);
          },
        },
      ],
      undoable: false,
    });
  else
    blanks.push({
      action: "publish (dialog)",
      way: "all",
      reason: "page has no button that opens the composer",
    });
  return { page, cases, blanks };
}
