/** Measures one cell of the table: control visit, held, Batal, Tetap lanjutkan, undo. */
import type { TestPage } from "../lib/pages.ts";
import { PATIENCE_MS, pause, type Visit } from "../lib/visit.ts";
import type { ActionCase, Doing, Way } from "./case.ts";
import { fill } from "./content.ts";

export interface Cell {
  browser: string;
  site: string;
  page: string;
  action: string;
  way: string;
  by: string;
  /** Why the cell is blank, where it is. */
  blank?: string;
  /** Requests of the page's app: in the control visit; while the question is open; after Batal; after Tetap lanjutkan; after taking it back. */
  control?: number;
  open?: number;
  cancelled?: number;
  confirmed?: number;
  undone?: number;
  held?: boolean;
  faults: string[];
}

/** Where filling puts another account: what Batal keeps for the day is of an account. */
const NEW_ACCOUNT: ReadonlySet<ActionCase["about"]> = new Set(["post", "profile", "cell"]);

/** Counts what is asked for in one phase. `wrote`: something was written, so that an editor stands open now. */
async function act(visit: Visit, way: Way, draft: string, undo = false) {
  let early = false;
  let wrote = false;
  const doing: Doing = {
    visit,
    get draft() {
      wrote = true;
      return draft;
    },
    askedEarly: async () => {
      await pause(60);
      early ||= (await visit.seen()) !== undefined;
      return early;
    },
  };
  await (undo && way.undo ? way.undo(doing) : way.perform(doing));
  return { early, wrote };
}

export async function measure(visit: Visit, page: TestPage, what: ActionCase, way: Way): Promise<Cell> {
  const faults: string[] = [];
  const cell: Cell = {
    browser: visit.kind,
    site: page.site,
    page: page.name,
    action: what.action,
    way: way.way,
    by: way.by,
    faults,
  };
  const filled = async (campaign: boolean) => {
    const draft = await fill(visit, page, what, campaign);
    visit.forget();
    return draft;
  };
  const fresh = async (campaign: boolean) => {
    await visit.open(page.source);
    return filled(campaign);
  };
  const plain = await fresh(false);
  const control = await act(visit, way, plain);
  cell.control = await visit.settled(1, PATIENCE_MS, 40);
  if (control.early || (await visit.seen())) {
    faults.push("control: a neutral page was asked about");
    await visit.press("Escape");
  }
  if (cell.control !== 1) faults.push(`control: ${cell.control} requests instead of 1`);
  const sent = visit.performed[0]?.action;
  if (sent && sent !== what.sends) faults.push(`control: sent ${sent} instead of ${what.sends}`);

  /* Friction fades with the day; each cell begins with the full question. */
  await visit.inExtension(`await api.storage.local.remove(["today", "kinds"]);`);
  const draft = await fresh(true);
  const { early, wrote } = await act(visit, way, draft);
  cell.held = (await visit.dialog()) !== undefined;
  await pause(120);
  cell.open = visit.performed.length;
  if (early) faults.push("asked on opening already");
  if (!cell.held) faults.push("not held");
  if (cell.open) faults.push(`open: ${cell.open} requests while the question is open`);
  if (cell.held) {
    await visit.answer("cancel", way.way);
    cell.cancelled = await visit.settled(0);
    if (cell.cancelled) faults.push(`Batal: ${cell.cancelled} requests`);
    if (await visit.seen()) faults.push("Batal: the question is still there");
    if (what.about === "draft" && !(await visit.holdsDraft(draft))) faults.push("Batal: the draft is gone");
  }

  /* Batal leaves the page as it was: what else stands there now (as in a list that is scrolled) is asked about anew. */
  const asNew = cell.held && !wrote && !faults.length && NEW_ACCOUNT.has(what.about);
  if (asNew) await visit.rest();
  const again = await (asNew ? filled(true) : fresh(true));
  await act(visit, way, again);
  if (!(await visit.dialog())) return cell;
  await visit.answer("continue", way.way);
  cell.confirmed = await visit.settled(1);
  if (cell.confirmed !== 1) faults.push(`Tetap lanjutkan: ${cell.confirmed} requests instead of 1`);
  const done = visit.performed[0];
  if (done && done.action !== what.sends)
    faults.push(`Tetap lanjutkan: sent ${done.action} instead of ${what.sends}`);
  if (done?.text !== undefined && done.text !== again)
    faults.push(`Tetap lanjutkan: sent the text ${done.text}`);
  if (done?.reaction !== undefined && !/^(Love|Super)$/.test(done.reaction))
    faults.push(`Tetap lanjutkan: sent the reaction ${done.reaction}`);
  if (await visit.seen()) faults.push("Tetap lanjutkan: asked again");

  if (what.undoable && cell.confirmed === 1) {
    await visit.rest();
    await act(visit, way, again, true);
    cell.undone = (await visit.settled(2)) - 1;
    if (await visit.seen()) faults.push("undo: was asked about");
    if (cell.undone !== 1) faults.push(`undo: ${cell.undone} requests instead of 1`);
    const last = visit.performed[1]?.action;
    if (last && !/^(un|leave)/.test(last)) faults.push(`undo: sent ${last}`);
  }
  return cell;
}
