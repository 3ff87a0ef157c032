/** All ways to act on a page of WhatsApp Web, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  type Blank,
  buttonWays,
  type Doing,
  type PageCases,
  sendWays,
  type Way,
} from "./case.ts";

const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
const ITEM = (name: string) => one(`[data-live-popup] [data-live-item=${name}]`);
const EDITOR = one("footer [contenteditable=true]");
/* An empty editor shows the microphone instead. */
const SEND = `${one("footer [data-icon=send]")}.closest("button")`;

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
export function whatsappCases(page: TestPage): PageCases {
  const { posts, profile } = page.slots;
  const cases: ActionCase[] = [];
  const blanks: Blank[] = [];
  const missing = (action: string, reason: string) => blanks.push({ action, way: "all", reason });
  const index = posts.findIndex((post) => post.text);
  const at = (slot: string) => `[S.posts[${index}].${slot}].flat()[0]`;
  const once = (action: string, about: ActionCase["about"], ways: ActionCase["ways"]) =>
    cases.push({ action, sends: /^\w+/.exec(action)![0], about, post: index, ways, undoable: false });

  once("send", "draft", sendWays(EDITOR, SEND, "Enter"));
  once("reply", "post", after(sendWays(EDITOR, SEND, "Enter"), menu(at("text")), click(ITEM("reply"))));
  const confirm = buttonWays(one("[data-live-popup] [data-live-send]"));
  once("share", "post", after(confirm, menu(at("text")), click(ITEM("share"))));
  if (posts[index]?.share) once("share (button)", "post", after(confirm.slice(0, 1), click(at("share"))));
  else missing("share (button)", "page has the button beside a picture only, which has no words");
  if (profile?.follow) {
    cases.push({
      action: "follow",
      sends: "follow",
      about: "profile",
      ways: buttonWays("[S.profile.follow].flat()[0]"),
      undoable: true,
    });
    const invite = async ({ visit }: Doing) => {
      await visit.evaluate(`(() => { const b = document.createElement("button"); b.dataset.liveInvite = "";
        b.textContent = "Lihat undangan"; document.querySelector("#main header").append(b); })()`);
      await visit.click(one("[data-live-invite]"));
    };
    once("join", "profile", after(buttonWays(one("[data-live-popup] [data-live-join]")), invite));
  } else {
    missing("follow", "page was saved without a channel");
    missing("join", "page was saved without an invitation");
  }
  return { page, cases, blanks };
}
