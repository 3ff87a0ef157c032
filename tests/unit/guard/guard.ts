/**
 * Everything of the guard that its tests set up: its session, its question, and its parts that are tested by themselves.
 * What those need from outside is made here and nowhere else.
 */
import { vi } from "vitest";
import type { Answer, ToastMessage, Warning } from "../../../src/domain/warning.ts";
import type { Rules } from "../../../src/guard/decision/assessment-cache.ts";
import { makeLetThrough } from "../../../src/guard/hold/let-through.ts";
import { type GuardRoot, guardRoot } from "../../../src/guard/hold/overlay-root.ts";
import { ask, type Question } from "../../../src/guard/hold/question.ts";
import { makeKeyboardInput } from "../../../src/guard/input/keyboard.ts";
import { makePointerInput } from "../../../src/guard/input/pointer.ts";
import type { GuardPorts } from "../../../src/guard/ports.ts";
import { type Session, startSession } from "../../../src/guard/session.ts";
import { type Scan, startScan } from "../../../src/guard/watch/scan.ts";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import type { TestPage } from "./page.ts";
import { drawQuestion } from "./site.ts";

export type { Session } from "../../../src/guard/session.ts";

/** What a session needs from outside; a test names what it is about. */
export type Ports = GuardPorts;

/** A session in which nothing is paused, silenced or recorded, and nothing is drawn but the question. */
export function startIn(
  page: TestPage,
  site: Site,
  signal: AbortSignal,
  { ui, ...ports }: Partial<Omit<Ports, "ui">> & { ui?: Partial<Ports["ui"]> } = {},
): Session {
  let holds = 0;
  const all: Ports = {
    site,
    ui: {
      question: drawQuestion,
      prewarm: null,
      toast: null,
      mark: () => () => {},
      strip: () => () => {},
      ...ui,
    },
    paused: () => null,
    isSilenced: () => false,
    lookUp: async () => {},
    silence: () => {},
    canRecord: () => true,
    record: () => {},
    report: () => {},
    faults: () => [],
    today: () => "2026-11-22",
    newId: () => `hold-${++holds}`,
    ...ports,
  };
  /* With its page at the latest: some of what it draws is on a list of the whole module's. */
  return startSession(page.doc, all, AbortSignal.any([signal, page.ended]));
}

export interface OpenQuestion {
  guard: GuardRoot;
  host: HTMLElement;
  answers: Answer[];
  /** How often the question was told whether all its answers count, and what. */
  armed: boolean[];
  question: Question;
  dialog(): HTMLDialogElement;
  button(answer: Answer): HTMLButtonElement;
}

/** What the guard hears while a question is open. */
const QUESTION_EVENTS = [
  "click",
  "auxclick",
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "keydown",
  "keyup",
  "keypress",
  "beforeinput",
  "paste",
  "drop",
];

/** The question by itself; what the user does goes to it as the guard passes it on. */
export function openQuestion(page: TestPage, more: { answered?(answer: Answer): void } = {}): OpenQuestion {
  const guard = guardRoot(page.doc);
  const answers: Answer[] = [];
  const armed: boolean[] = [];
  const ui = {
    question: (root: ShadowRoot) => ({
      ...drawQuestion(root),
      arm: (now: boolean) => void armed.push(now),
    }),
    prewarm: null,
    toast: null,
    mark: () => () => {},
    strip: () => () => {},
  };
  const answered = (answer: Answer) => {
    answers.push(answer);
    more.answered?.(answer);
  };
  const question = ask(page.doc, guard, ui, {} as Warning, answered);
  const hear = (event: Event) => void (event.isTrusted && question.handle(event));
  page.ledger.overhear(QUESTION_EVENTS, hear);
  const dialog = () => guard.root.querySelector("dialog")!;
  const button = (answer: Answer) => dialog().querySelector<HTMLButtonElement>(`[data-answer="${answer}"]`)!;
  return { guard, host: guard.host, answers, armed, question, dialog, button };
}

/**
 * Presses and keys on a page with one control that likes, an item of a picker that reacts, and something that does
 * neither; what is judged is stopped, as the guard does. `hears` leaves out what the guard is not told of.
 */
export function inputIn(page: TestPage, site: Site, { deaf: unheard = [] as readonly string[] } = {}) {
  const judge = vi.fn((_intent: Intent, event: Event, _way: unknown): boolean => {
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  });
  const onPressed = vi.fn();
  const onBypassed = vi.fn();
  const pointer = makePointerInput(site, page.view, judge, () => false, onPressed);
  const keys = makeKeyboardInput(site, judge, onBypassed);
  const heard: Record<string, (event: never) => void> = {
    pointerover: (e: PointerEvent) => pointer.pointerOver(e.target as Element, e.timeStamp),
    pointerdown: pointer.pointerDown,
    pointerup: pointer.pointerUp,
    touchend: pointer.pointerUp,
    click: pointer.click,
    auxclick: pointer.middleClick,
    dblclick: pointer.doubleClick,
    keydown: keys.keyDown,
    keyup: keys.keyUp,
  };
  for (const [type, hear] of Object.entries(heard))
    if (!unheard.includes(type))
      page.view.addEventListener(type, hear as never, { capture: true, passive: false });
  return { judge, afterwards: onPressed, slipped: onBypassed, keys };
}

/** Letting through by itself, with what was told and what of it still stands. */
export function letThroughIn(page: TestPage, site: Site, signal: AbortSignal) {
  const toasts: ToastMessage[] = [];
  const shown: ToastMessage[] = [];
  const through = makeLetThrough({
    doc: page.doc,
    ports: { site } as GuardPorts,
    signal,
    showToast: (what) => {
      toasts.push(what);
      shown.push(what);
      return () => void shown.splice(shown.indexOf(what), 1);
    },
  });
  return { ...through, told: toasts, shown };
}

/** The scan by itself. */
export const scanIn = (
  page: TestPage,
  site: Site,
  rules: Rules,
  onNews: () => void,
  signal: AbortSignal,
): Scan => startScan(page.doc, site, () => rules, onNews, signal);
