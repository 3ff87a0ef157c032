/** All ways to act on a Facebook page, from its slots. */
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

const POPUP = (tail: string) => `document.querySelector("[data-live-popup] ${tail}")`;
const REACTION = POPUP("[data-live-react]:nth-child(2)");
const SHARE_NOW = POPUP("[data-live-share]");
/** The focused editor after "comment" was chosen. */
const SEND = `document.querySelector("[data-live-send]")`;

/** A long touch makes no click in Firefox, so the page would still wait to swallow one. */
const undoWith =
  (target: Target) =>
  async ({ visit }: Doing) => {
    await visit.evaluate("__live.swallow = null");
    await visit.click(target);
  };

function reactWays(like: Target, menu: Target | undefined): Way[] {
  const undo = undoWith(like);
  const pick = async ({ visit, askedEarly }: Doing, way: "mouse" | "touch") => {
    if (!(await askedEarly())) await pointAt(way, visit, REACTION);
  };
  const held: Way[] = [
    {
      way: "mouse",
      by: "hover, click",
      undo,
      perform: async (doing) => {
        await doing.visit.hover(like);
        await doing.visit.waitFor(`Boolean(${REACTION})`);
        await pick(doing, "mouse");
      },
    },
    {
      way: "mouse",
      by: "long press, click",
      undo,
      perform: async (doing) => {
        await doing.visit.click(like, 650);
        await pick(doing, "mouse");
      },
    },
    {
      way: "touch",
      by: "long press, tap",
      undo,
      perform: async (doing) => {
        await doing.visit.tap(like, 650);
        await pick(doing, "touch");
      },
    },
  ];
  return menu ? [...twoStepWays(menu, REACTION, undo), ...held] : held;
}

/** Opening the editor is no action; sending is. */
function commentWays(opener: Target): Way[] {
  const write = async ({ visit, draft, askedEarly }: Doing, way: "mouse" | "touch" | "keyboard") => {
    if (way === "keyboard") {
      await visit.focus(opener);
      await visit.press("Enter");
    } else await pointAt(way, visit, opener);
    if (await askedEarly()) return false;
    await visit.type(draft);
    return true;
  };
  return [
    {
      way: "keyboard",
      by: "Enter in the editor",
      perform: async (doing) => {
        if (await write(doing, "keyboard")) await doing.visit.press("Enter");
      },
    },
    {
      way: "keyboard",
      by: "Enter on the send button",
      perform: async (doing) => {
        if (!(await write(doing, "keyboard"))) return;
        await doing.visit.focus(SEND);
        await doing.visit.press("Enter");
      },
    },
    ...(["mouse", "touch"] as const).map((way) => ({
      way,
      by: way === "mouse" ? "click on send" : "tap on send",
      perform: async (doing: Doing) => {
        if (await write(doing, way)) await pointAt(way, doing.visit, SEND);
      },
    })),
  ];
}

const POST_BUTTON = `document.querySelector("[data-live-composer] [role=button]")`;

function publishWays(opener: Target): Way[] {
  const write = async ({ visit, draft, askedEarly }: Doing, open: () => Promise<void>) => {
    await open();
    if (await askedEarly()) return false;
    await visit.type(draft);
    return true;
  };
  const pointer = (way: "mouse" | "touch"): Way => ({
    way,
    by: way === "mouse" ? "click" : "tap",
    perform: async (doing) => {
      if (await write(doing, () => pointAt(way, doing.visit, opener)))
        await pointAt(way, doing.visit, POST_BUTTON);
    },
  });
  const keyed = (by: string, send: (doing: Doing) => Promise<void>, key?: string): Way => ({
    way: "keyboard",
    by,
    perform: async (doing) => {
      const open = async () => {
        if (key) {
          await doing.visit.evaluate("document.activeElement?.blur()");
          return doing.visit.press(key);
        }
        await doing.visit.focus(opener);
        await doing.visit.press("Enter");
      };
      if (await write(doing, open)) await send(doing);
    },
  });
  const onButton = async ({ visit }: Doing) => {
    await visit.focus(POST_BUTTON);
    await visit.press("Enter");
  };
  const ctrlEnter = ({ visit }: Doing) => visit.press("Control+Enter");
  return [
    pointer("mouse"),
    pointer("touch"),
    keyed("Enter on the button", onButton),
    keyed("Ctrl+Enter", ctrlEnter),
    keyed("key p, Ctrl+Enter", ctrlEnter, "p"),
  ];
}

/** All cases of one page, with a reason for each missing one. */
export function facebookCases(page: TestPage): PageCases {
  const { posts, profile, composer } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const index = posts.findIndex((post) => post.like);
  const at = (slot: string) => `S.posts[${index}].${slot}`;
  const mobile = new URL(page.slots.url).hostname.startsWith("m.");
  if (index < 0)
    for (const action of ["like", "react", "comment", "share"]) missing(action, "page has no post");
  else {
    const post = posts[index]!;
    const like = at("like");
    const on = { about: "post", post: index } as const;
    const keys = (key: string, then?: (doing: Doing) => Promise<void>) =>
      mobile ? [] : [keyWay(key, at("post"), then)];
    cases.push({
      ...on,
      action: "like",
      sends: "like",
      ways: [...buttonWays(like), ...keys("l")],
      undoable: true,
    });
    if (mobile) missing("react", "no reaction picker on the hand-made mobile page");
    else
      cases.push({
        ...on,
        action: "react",
        sends: "react",
        ways: reactWays(like, post.reactMenu ? at("reactMenu") : undefined),
        undoable: true,
      });
    const enter = async ({ visit, draft }: Doing) => {
      await visit.type(draft);
      await visit.press("Enter");
    };
    cases.push({
      ...on,
      action: "comment",
      sends: "comment",
      ways: [...commentWays(at("comment")), ...keys("c", enter)],
      undoable: false,
    });
    const shareNow = async ({ visit }: Doing) => {
      await visit.focus(SHARE_NOW);
      await visit.press("Enter");
    };
    if (post.share)
      cases.push({
        ...on,
        action: "share",
        sends: "share",
        ways: [...twoStepWays(at("share"), SHARE_NOW), ...keys("s", shareNow)],
        undoable: false,
      });
    else missing("share", "page has no share button");
  }
  const followed = posts.findIndex((post) => post.follow && post.kind === "post");
  if (followed >= 0) {
    const ways = buttonWays(`S.posts[${followed}].follow`);
    cases.push({ action: "follow", sends: "follow", about: "post", post: followed, ways, undoable: true });
  }
  if (profile?.followed) missing("follow", "the page was saved as followed already");
  else if (profile?.follow) {
    const join = page.slots.url.includes("/groups/");
    const name = join ? "join" : "follow";
    cases.push({
      action: name,
      sends: name,
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
  } else if (followed < 0) missing("follow, join", "page has no follow or join button");
  if (profile?.like)
    cases.push({
      action: "like (page)",
      sends: "likePage",
      about: "profile",
      ways: buttonWays("S.profile.like"),
      undoable: true,
    });
  else missing("like (page)", "not a fan page with a like button");
  if (page.slots.url.includes("/events/"))
    for (const [choice, slot] of [
      ["interested", "rsvpInterested"],
      ["going", "rsvpGoing"],
    ])
      cases.push({
        action: `attend (${choice})`,
        sends: "rsvp",
        about: "profile",
        ways: buttonWays(`S.posts[0].${slot}`),
        undoable: true,
      });
  else if (posts[0]?.eventCard) {
    const ways = buttonWays("S.posts[0].eventCard");
    cases.push({ action: "attend (card)", sends: "rsvp", about: "post", post: 0, ways, undoable: true });
    const votes = buttonWays("S.posts[0].poll").filter(({ by }) => by !== "Enter");
    cases.push({ action: "vote", sends: "vote", about: "post", post: 0, ways: votes, undoable: false });
  } else missing("attend, vote", "not the page of an event, and no post with a card or poll");
  if (page.slots.comments.length)
    cases.push({
      action: "like (comment)",
      sends: "like",
      about: "comment",
      ways: buttonWays("S.comments[0].like"),
      undoable: true,
    });
  else missing("like (comment)", "page has no comment");
  missing("reply", "no page with an open answer at hand");
  if (composer?.open)
    cases.push({
      action: "publish",
      sends: "post",
      about: "draft",
      ways: publishWays("S.composer.open"),
      undoable: false,
    });
  else missing("publish", "page has no composer");
  return { page, cases, blanks };

  function missing(action: string, reason: string): void {
    blanks.push({ action, way: "all", reason });
  }
}
