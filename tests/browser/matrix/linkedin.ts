/** All ways to act on a page of LinkedIn, from its slots. */
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

const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
const ITEM = (name: string) => one(`[data-live-popup] [data-live-item=${name}]`);

/** Opens an editor by some clicks, then writes and sends. */
const after = (editor: string, button: string, ...opens: string[]): Way[] =>
  sendWays(one(editor), one(button), "Control+Enter").map((way) => ({
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
export function linkedinCases(page: TestPage): PageCases {
  const { posts, composer } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  const at = (slot: string, index = 0) => `[S.posts[${index}].${slot}].flat()[0]`;
  const on = { about: "post", post: 0 } as const;
  const once = (action: string, ways: ActionCase["ways"]) =>
    cases.push({ ...on, action, sends: action, ways, undoable: false });
  if (page.slots.profile?.place) {
    const action = page.name.includes("_group_") ? "join" : "attend";
    const ways = buttonWays("S.profile.place");
    cases.push({ action, sends: action, about: "profile", ways, undoable: true });
    return { page, cases, blanks };
  }
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
  else missing("vote", "page shows no poll");
  cases.push({ ...on, action: "like", sends: "like", ways: buttonWays(at("like")), undoable: true });
  once("react", twoStepWays(at("reactMenu"), one("[data-live-popup] [data-live-react=Love]")));
  once("comment", after("[data-live-ed]", "[data-live-send]", at("comment")));
  once("repost", twoStepWays(at("share"), ITEM("repost")));
  once("quote", after("[data-live-own]", "[data-live-post]", at("share"), ITEM("quote")));
  const index = posts.findIndex((post) => post.follow);
  if (index >= 0)
    cases.push({
      action: "follow",
      sends: "follow",
      about: "post",
      post: index,
      ways: buttonWays(at("follow", index)),
      undoable: true,
    });
  else missing("follow", "posts here have no button to follow");
  missing("follow (profile)", "no page of a profile at hand");
  if (composer?.open && page.handMade)
    cases.push({
      action: "publish",
      sends: "post",
      about: "draft",
      ways: after("[data-live-own]", "[data-live-post]", "[S.composer.open].flat()[0]"),
      undoable: false,
    });
  else missing("publish", "page was saved without the dialog to write in");
  return { page, cases, blanks };
}
