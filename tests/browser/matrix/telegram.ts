/** All ways to act on a page of Telegram Web, K or A, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  afterSteps,
  type Blank,
  buttonWays,
  clickOn,
  doubleWays,
  elementBy,
  type PageCases,
  pointAt,
  rightClickOn,
  sendWays,
  type Way,
} from "./case.ts";
import { rowCases } from "./rows.ts";

const ITEM = (name: string) => elementBy(`[data-live-popup] [data-live-item=${name}]`);
const CHAT = elementBy("[data-live-popup] [data-live-chat]");
const EDITOR = elementBy(".input-message-input:not(.input-field-input-fake),#editable-message-text");
const SEND = elementBy(".btn-send,.Composer .send");

/** All cases of one page, with a reason for each missing one. */
export function telegramCases(page: TestPage): PageCases {
  if (page.slots.rows) return rowCases(page);
  const { posts, profile } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const at = (slot: string) => `[S.posts[0].${slot}].flat()[0]`;
  const on = { about: "post", post: 0 } as const;
  const once = (action: string, sends: string, ways: ActionCase["ways"], more = on as object) =>
    cases.push({ ...on, ...more, action, sends, ways, undoable: false } as ActionCase);

  once("send", "send", sendWays(EDITOR, SEND, "Enter"), { about: "draft" });
  once(
    "reply",
    "reply",
    afterSteps(sendWays(EDITOR, SEND, "Enter"), rightClickOn(at("text")), clickOn(ITEM("reply"))),
  );
  const forwards: Way[] = [
    { way: "mouse", by: "menu, chat, send", perform: ({ visit }) => visit.click(SEND) },
    { way: "touch", by: "menu, chat, tap on send", perform: ({ visit }) => pointAt("touch", visit, SEND) },
    {
      way: "keyboard",
      by: "menu, chat, Enter in the editor",
      perform: async ({ visit }) => {
        await visit.focus(EDITOR);
        await visit.press("Enter");
      },
    },
  ];
  once(
    "share",
    "share",
    afterSteps(forwards, rightClickOn(at("text")), clickOn(ITEM("share")), clickOn(CHAT)),
  );
  if (posts[0]?.share)
    once("share (button)", "share", afterSteps(forwards.slice(0, 1), clickOn(at("share")), clickOn(CHAT)));
  else blanks.push({ action: "share (button)", way: "all", reason: "Web A has no such button" });
  cases.push({ ...on, action: "react", sends: "react", ways: buttonWays(at("react")), undoable: true });
  const poll = posts.findIndex((post) => post.poll);
  const answer = `S.posts[${poll}].poll`;
  const space = buttonWays(`${answer}.querySelector("input")`).filter(({ by }) => by === "Space");
  const press = buttonWays(answer).filter(({ way }) => way !== "keyboard");
  const isA = page.name.includes("_a_");
  once("vote", "vote", isA ? [...press, ...space] : press, { about: "post", post: poll });
  if (!isA) blanks.push({ action: "vote", way: "keyboard", reason: "Web K's answers take no focus" });
  if (isA) once("react (twice)", "react", doubleWays(at("text")));
  else blanks.push({ action: "react (twice)", way: "all", reason: "Web K knows no such gesture" });
  if (profile?.follow) once("join", "join", buttonWays("[S.profile.follow].flat()[0]"), { about: "profile" });
  return { page, cases, blanks };
}
