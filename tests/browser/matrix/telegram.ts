/** All ways to act on a page of Telegram Web, K or A, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  type Doing,
  doubleWays,
  type PageCases,
  pointAt,
  sendWays,
  type Way,
} from "./case.ts";

const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
const ITEM = (name: string) => one(`[data-live-popup] [data-live-item=${name}]`);
const CHAT = one("[data-live-popup] [data-live-chat]");
const EDITOR = one(".input-message-input:not(.input-field-input-fake),#editable-message-text");
const SEND = one(".btn-send,.Composer .send");

/** Clicks through these steps before the rest of the way; stops where the question is shown already. */
const after = (ways: readonly Way[], ...steps: ((doing: Doing) => Promise<void>)[]): Way[] =>
  ways.map((way) => ({
    ...way,
    perform: async (doing) => {
      for (const step of steps) {
        await step(doing);
        if (await doing.askedEarly()) return;
      }
      await way.perform(doing);
    },
  }));
const menu = (text: string) => (doing: Doing) => doing.visit.rightClick(text);
const click = (target: string) => (doing: Doing) => doing.visit.click(target);

/** All cases of one page, with a reason for each missing one. */
export function telegramCases(page: TestPage): PageCases {
  const { posts, profile } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const at = (slot: string) => `[S.posts[0].${slot}].flat()[0]`;
  const on = { about: "post", post: 0 } as const;
  const once = (action: string, sends: string, ways: ActionCase["ways"], more = on as object) =>
    cases.push({ ...on, ...more, action, sends, ways, undoable: false } as ActionCase);

  once("send", "send", sendWays(EDITOR, SEND, "Enter"), { about: "draft" });
  once("reply", "reply", after(sendWays(EDITOR, SEND, "Enter"), menu(at("text")), click(ITEM("reply"))));
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
  once("share", "share", after(forwards, menu(at("text")), click(ITEM("share")), click(CHAT)));
  if (posts[0]?.share)
    once("share (button)", "share", after(forwards.slice(0, 1), click(at("share")), click(CHAT)));
  else blanks.push({ action: "share (button)", way: "all", reason: "Web A has no such button" });
  cases.push({ ...on, action: "react", sends: "react", ways: buttonWays(at("react")), undoable: true });
  const poll = posts.findIndex((post) => post.poll);
  const answer = `S.posts[${poll}].poll`;
  const space = buttonWays(`${answer}.querySelector("input")`).filter(({ by }) => by === "Space");
  const press = buttonWays(answer).filter(({ way }) => way !== "keyboard");
  const isA = page.name.includes("_a_");
  once("vote", "vote", isA ? [...press, ...space] : press, { about: "post", post: poll });
  if (!isA) blanks.push({ action: "vote", way: "keyboard", reason: "Web K's answers take no focus" });
  once("react (twice)", "react", doubleWays(at("text")));
  if (profile?.follow) once("join", "join", buttonWays("[S.profile.follow].flat()[0]"), { about: "profile" });
  return { page, cases, blanks };
}
