/** Measures one cell of the table: control visit, hold, Batal; in full also Tetap lanjutkan and undo. */
import { AFTER_TURN, waitForNoQuestion } from "../lib/outcome.ts";
import type { TestPage } from "../lib/pages.ts";
import type { ActionCase, Doing, Way } from "./case.ts";
import { fill } from "./content.ts";
import type { Depth } from "./plan.ts";
import type { Stage } from "./stage.ts";

export interface Cell {
  browser: string;
  site: string;
  page: string;
  action: string;
  way: string;
  by: string;
  /** The reason for a blank cell. */
  blank?: string;
  /**
   * Requests of the page's app: in the control visit, while the question is open, after Batal, after Tetap lanjutkan,
   * after the undo.
   */
  control?: number;
  open?: number;
  cancelled?: number;
  confirmed?: number;
  undone?: number;
  held?: boolean;
  faults: string[];
}

/** Performs the action once. @returns whether the question came at an opening step already */
async function act(stage: Stage, way: Way, draft: string, undo = false): Promise<boolean> {
  const { visit } = stage;
  let early = false;
  const doing: Doing = {
    visit,
    draft,
    askedEarly: async () => {
      await visit.evaluate(AFTER_TURN);
      early ||= (await visit.currentQuestion()) !== undefined;
      return early;
    },
  };
  if (way.way === "touch") await stage.awaitDoubleTapEnd();
  await (undo && way.undo ? way.undo(doing) : way.perform(doing));
  if (way.way === "touch") stage.touched();
  return early;
}

/** How many answers were given since they were last forgotten. */
let given = 0;
/** How many the background has counted. */
let counted = 0;
/** No user answers 30 times a minute, so the background takes no more (src/background/page-limits.ts); these tests do. */
const MOST_ANSWERS = 24;

/**
 * Friction fades within a day; each cell begins with the full question. The background stores an answer some time after it
 * was given: one stored after that would be remembered in the next cell.
 */
async function forgetAnswers({ visit }: Stage): Promise<void> {
  await visit.inExtension(`for (const until = Date.now() + 5_000; Date.now() < until; ) {
      const { today } = await api.storage.local.get("today");
      if ((today?.holdIds.length ?? 0) >= ${given}) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    /* The page hears a little later that its answer is stored; until then it remembers it itself. */
    if (${given}) await new Promise((done) => setTimeout(done, 100));
    await drop(["today", "feedback"]);`);
  counted += given;
  given = 0;
  if (counted < MOST_ANSWERS) return;
  await visit.endBackground(); // it counts in memory
  counted = 0;
}

/** Answers and waits until the question has closed. */
async function answer(stage: Stage, what: "cancel" | "continue", { way }: Way): Promise<void> {
  await stage.visit.answer(what, way);
  given++;
  stage.answered();
  await waitForNoQuestion(stage.visit);
}

/** Measures one way of one action on the stage's page. */
export async function measure(
  stage: Stage,
  page: TestPage,
  what: ActionCase,
  way: Way,
  depth: Depth,
): Promise<Cell> {
  const { visit } = stage;
  const faults: string[] = [];
  const named = { browser: visit.kind, site: page.site, page: page.name, action: what.action };
  const cell: Cell = { ...named, way: way.way, by: way.by, faults };
  const fresh = async (campaign: boolean) => {
    faults.push(...(await stage.fresh(page)));
    return fill(visit, page, what, campaign);
  };
  await forgetAnswers(stage);
  const plain = await fresh(false);
  const early = await act(stage, way, plain);
  cell.control = await stage.count(1);
  if (early || (await visit.currentQuestion())) {
    faults.push("control: a neutral page was asked about");
    return cell;
  }
  if (cell.control !== 1) faults.push(`control: ${cell.control} requests instead of 1`);
  const sent = visit.performed[0]?.action;
  if (sent && sent !== what.sends) faults.push(`control: sent ${sent} instead of ${what.sends}`);

  const draft = await fresh(true);
  if (await act(stage, way, draft)) faults.push("asked on opening already");
  const question = await visit.waitForQuestion();
  cell.held = question !== undefined;
  /* The short form of the question has no "Mengapa?". */
  if (question && question.buttons.length < 4)
    faults.push("asked in short: an answer of another cell is remembered");
  cell.open = await stage.count(0);
  if (!cell.held) faults.push("not held");
  if (cell.open) faults.push(`open: ${cell.open} requests while the question is open`);
  if (!cell.held) return cell;
  await answer(stage, "cancel", way);
  cell.cancelled = await stage.count(0);
  if (cell.cancelled) faults.push(`Batal: ${cell.cancelled} requests`);
  if (await visit.currentQuestion()) faults.push("Batal: the question is still there");
  if (what.about === "draft" && !(await visit.holdsDraft(draft))) faults.push("Batal: the draft is gone");
  if (depth === "full") await goOn(stage, cell, what, way, await fresh(true));
  return cell;
}

/** Tetap lanjutkan acts once; an undo by repeating the action is never held. */
async function goOn(stage: Stage, cell: Cell, what: ActionCase, way: Way, draft: string): Promise<void> {
  const { visit } = stage;
  const { faults } = cell;
  await act(stage, way, draft);
  if (!(await visit.waitForQuestion())) {
    faults.push("not held the second time");
    return;
  }
  await answer(stage, "continue", way);
  cell.confirmed = await stage.count(1);
  if (cell.confirmed !== 1) faults.push(`Tetap lanjutkan: ${cell.confirmed} requests instead of 1`);
  const done = visit.performed[0];
  if (done && done.action !== what.sends)
    faults.push(`Tetap lanjutkan: sent ${done.action} instead of ${what.sends}`);
  if (done?.text !== undefined && done.text !== draft)
    faults.push(`Tetap lanjutkan: sent the text ${done.text}`);
  if (done?.reaction !== undefined && !/^(Love|Super)$/.test(done.reaction))
    faults.push(`Tetap lanjutkan: sent the reaction ${done.reaction}`);
  if (await visit.currentQuestion()) faults.push("Tetap lanjutkan: asked again");
  if (!what.undoable || cell.confirmed !== 1) return;
  await visit.movePointerAway();
  await act(stage, way, draft, true);
  cell.undone = (await stage.count(2)) - 1;
  if (await visit.currentQuestion()) faults.push("undo: was asked about");
  if (cell.undone !== 1) faults.push(`undo: ${cell.undone} requests instead of 1`);
  const last = visit.performed[1]?.action;
  if (last && !/^(un|leave)/.test(last)) faults.push(`undo: sent ${last}`);
}
