/** Plays the user on the demo's pages with real mouse and keyboard, one line for each step. */
import type { AnswerName, WayName } from "../../../tests/browser/lib/types.ts";
import { pause, type Visit } from "../../../tests/browser/lib/visit.ts";
import { partyPage, timeline } from "./pages.ts";

export interface PlayedStep {
  name: string;
  /** Number of requests that should reach the page's server in this step. */
  expected: number;
  requests: number;
}

interface Move {
  name: string;
  /** Performs the action; the question comes or not. */
  act(visit: Visit): Promise<void>;
  /** The answer to the question; undefined: no question may come. */
  answer?: [AnswerName, WayName];
  expected: number;
  /** Another condition on the page that must hold afterwards. */
  after?: { is: string; description: string };
}

const post = (id: string, control: string) => `document.querySelector('[data-demo="${id}"] ${control}')`;
const LIKE = '[aria-label="Suka"]';
const UNLIKE_BUTTON = '[aria-label="Hapus Suka"]';
const inWindow = (label: string) => `document.querySelector('.window [aria-label="${label}"]')`;
const COMPOSER = `document.querySelector(".composer [role=button]")`;
const EDITOR = `document.querySelector(".window [role=textbox]")`;

const click = (target: string) => (visit: Visit) => visit.click(target);
const withKey = (target: string, key: string) => async (visit: Visit) => {
  await visit.focus(target);
  await visit.press(key);
};
const share = (id: string) => async (visit: Visit) => {
  await visit.click(post(id, '[aria-label^="Kirim ini"]'));
  await visit.click(inWindow("Bagikan sekarang"));
};
const openDraft = async (visit: Visit) => {
  if (!(await visit.evaluate<boolean>(`Boolean(${EDITOR})`))) await visit.click(COMPOSER);
};

const MOVES: readonly Move[] = [
  { name: "Suka pada kiriman sehari-hari", act: click(post("everyday", LIKE)), expected: 1 },
  { name: "Suka pada berita", act: click(post("news", LIKE)), expected: 1 },
  { name: "Suka pada kiriman KPU", act: click(post("kpu", LIKE)), expected: 1 },
  {
    name: "Suka pada kiriman kampanye teman → Batal",
    act: click(post("friend", LIKE)),
    answer: ["cancel", "mouse"],
    expected: 0,
  },
  {
    name: "Suka pada kiriman kampanye teman, Enter → Esc",
    act: withKey(post("friend", LIKE), "Enter"),
    answer: ["cancel", "keyboard"],
    expected: 0,
  },
  {
    name: "Suka pada kiriman kampanye teman → Tetap lanjutkan",
    act: click(post("friend", LIKE)),
    answer: ["continue", "mouse"],
    expected: 1,
  },
  { name: "Batal suka pada kiriman teman", act: click(post("friend", UNLIKE_BUTTON)), expected: 1 },
  {
    name: "Komentar pada akun kampanye → Batal",
    act: async (visit) => {
      await visit.click(post("campaign", '[aria-label="Beri komentar"]'));
      await visit.type("Hadir!");
      await visit.press("Enter");
    },
    answer: ["cancel", "keyboard"],
    expected: 0,
    after: {
      is: `${post("campaign", "[role=textbox]")}.textContent.trim() === "Hadir!"`,
      description: "the comment is still in the editor",
    },
  },
  {
    name: "Bagikan kiriman akun kampanye → Tetap lanjutkan (papan tik)",
    act: share("campaign"),
    answer: ["continue", "keyboard"],
    expected: 1,
  },
  {
    name: "Terbitkan draf sendiri → Batal",
    act: async (visit) => {
      await openDraft(visit);
      await visit.click(inWindow("Posting"));
    },
    answer: ["cancel", "mouse"],
    expected: 0,
    after: { is: `${EDITOR}.textContent.includes("nomor urut 3")`, description: "the draft is still there" },
  },
  {
    name: "Terbitkan draf sendiri, Ctrl+Enter → Tetap lanjutkan",
    act: async (visit) => {
      await openDraft(visit);
      await visit.focus(EDITOR);
      await visit.press("Control+Enter");
    },
    answer: ["continue", "keyboard"],
    expected: 1,
  },
  {
    name: "Suka pada akun kampanye → Bukan kampanye",
    act: click(post("campaign", LIKE)),
    answer: ["not-campaign", "mouse"],
    expected: 1,
  },
  {
    name: "Bagikan kiriman akun itu lagi: tidak ditanya",
    act: share("campaign"),
    expected: 1,
  },
];

/** Time for a person to see what happened, and for an unexpected question to come. */
const LOOK_MS = 500;

async function make(visit: Visit, move: Move): Promise<PlayedStep & { wrong: string[] }> {
  const wrong: string[] = [];
  visit.resetCounts();
  await move.act(visit);
  const question = await visit.waitForQuestion(move.answer ? 2_000 : LOOK_MS);
  if (Boolean(question) !== Boolean(move.answer)) wrong.push(question ? "was asked" : "was not asked");
  if (question && visit.performed.length) wrong.push("happened before the answer");
  if (question) await visit.answer(...(move.answer ?? ["cancel", "mouse"]));
  const requests = await visit.settled(move.expected);
  if (requests !== move.expected) wrong.push(`${requests} requests instead of ${move.expected}`);
  if (move.after && !(await visit.evaluate<boolean>(move.after.is)))
    wrong.push(`not so: ${move.after.description}`);
  return { name: move.name, expected: move.expected, requests, wrong };
}

/** Plays all moves. @returns the steps, and whether all went as expected. */
export async function play(
  visit: Visit,
  say: (line: string) => void,
): Promise<{ ok: boolean; steps: PlayedStep[] }> {
  const steps: PlayedStep[] = [];
  let ok = true;
  await visit.open(timeline());
  await pause(LOOK_MS);
  for (const move of MOVES) {
    const { wrong, ...step } = await make(visit, move);
    ok &&= wrong.length === 0;
    steps.push(step);
    const mark = wrong.length ? `✗ ${wrong.join(", ")}` : "✓";
    say(`${mark} ${step.name}: ${step.requests} requests (expected ${step.expected})`);
  }
  return { ok, steps };
}

/** The popup is complete: the eight rules show. */
const READY = `document.querySelectorAll("li").length >= 8`;

/** Takes pictures of the question, the notice, and the popup over the timeline. */
export async function pictures(visit: Visit, file: (what: string) => string): Promise<string[]> {
  const taken: string[] = [];
  const keep = async (what: string, by: { screenshot(file: string): Promise<void> }) => {
    await by.screenshot(file(what));
    taken.push(file(what));
  };
  await visit.open(timeline());
  await pause(LOOK_MS);
  const popup = await visit.popup();
  for (let turn = 0; turn < 100 && !(await popup.evaluate<boolean>(READY)); turn++) await pause(100);
  await pause(LOOK_MS);
  await keep("popup", popup);
  await popup.close();
  await visit.click(post("friend", LIKE));
  await visit.waitForQuestion();
  await pause(LOOK_MS);
  await keep("dialog", visit);
  await visit.answer("cancel", "mouse");
  await visit.open(partyPage());
  await pause(2 * LOOK_MS);
  await keep("notice", visit);
  return taken;
}
