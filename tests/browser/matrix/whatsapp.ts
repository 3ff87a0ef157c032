/** All ways to act on a page of WhatsApp Web, from its slots. */
import type { TestPage } from "../lib/pages.ts";
import {
  type ActionCase,
  afterSteps,
  type Blank,
  buttonWays,
  clickOn,
  type Doing,
  elementBy,
  type PageCases,
  rightClickOn,
  sendWays,
} from "./case.ts";

const ITEM = (name: string) => elementBy(`[data-live-popup] [data-live-item=${name}]`);
const EDITOR = elementBy("footer [contenteditable=true]");
/* An empty editor shows the microphone instead. */
const SEND = `${elementBy("footer [data-icon=send]")}.closest("button")`;

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
  once(
    "reply",
    "post",
    afterSteps(sendWays(EDITOR, SEND, "Enter"), rightClickOn(at("text")), clickOn(ITEM("reply"))),
  );
  const confirm = buttonWays(elementBy("[data-live-popup] [data-live-send]"));
  once("share", "post", afterSteps(confirm, rightClickOn(at("text")), clickOn(ITEM("share"))));
  if (posts[index]?.share)
    once("share (button)", "post", afterSteps(confirm.slice(0, 1), clickOn(at("share"))));
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
      await visit.click(elementBy("[data-live-invite]"));
    };
    once("join", "profile", afterSteps(buttonWays(elementBy("[data-live-popup] [data-live-join]")), invite));
  } else {
    missing("follow", "page was saved without a channel");
    missing("join", "page was saved without an invitation");
  }
  return { page, cases, blanks };
}
