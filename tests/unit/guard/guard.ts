/**
 * Sets up the guard for its tests: its session, its question, and the parts that are tested alone. Their ports are made
 * here and nowhere else.
 */
import { vi } from "vitest";
import { positionBeside } from "../../../src/dom/anchored-position.ts";
import { watchOcclusion } from "../../../src/dom/occlusion.ts";
import { topLayerDeep } from "../../../src/dom/top-layer-deep.ts";
import type { Answer, ToastMessage, Warning } from "../../../src/domain/warning.ts";
import type { Rules } from "../../../src/guard/decision/assessment-cache.ts";
import { makeLetThrough } from "../../../src/guard/hold/let-through.ts";
import { type GuardRoot, guardRoot, PAGE_EVENTS } from "../../../src/guard/hold/overlay-root.ts";
import { makePressSeries, type PressSeries } from "../../../src/guard/hold/press-series.ts";
import { ask, type Question } from "../../../src/guard/hold/question.ts";
import { makeKeyboardInput } from "../../../src/guard/input/keyboard.ts";
import { makePointerInput } from "../../../src/guard/input/pointer.ts";
import type { GuardPorts } from "../../../src/guard/ports.ts";
import { type Session, startSession } from "../../../src/guard/session.ts";
import { type Scan, startScan } from "../../../src/guard/watch/scan.ts";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import type { TestPage } from "./page.ts";
import { drawQuestion } from "./site.ts";

/** `drawQuestion` draws buttons without words. */
const isAsDrawn = (): boolean => true;

export type { Session } from "../../../src/guard/session.ts";

/** A session's ports; a test overrides those it is about. */
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
      tools: () => ({ topLayerDeep, watchOcclusion, positionBeside, isAsDrawn }),
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
    onThrow: (error) => {
      throw error;
    },
    faults: () => [],
    today: () => "2026-11-22",
    newId: () => `hold-${++holds}`,
    ...ports,
  };
  /* Ends with its page at the latest: some of its drawings are on a module-wide list. */
  return startSession(page.doc, all, AbortSignal.any([signal, page.ended]));
}

export interface OpenQuestion {
  guard: GuardRoot;
  host: HTMLElement;
  answers: Answer[];
  /** The values with which the question's `arm` was called. */
  armed: boolean[];
  question: Question;
  dialog(): HTMLDialogElement;
  button(answer: Answer): HTMLButtonElement;
}

/** The events that the guard takes while a question is open. */
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

/** The question alone; it gets the user's events as the guard passes them on. */
export function openQuestion(
  page: TestPage,
  more: { answered?(answer: Answer): void; series?: PressSeries; isAsDrawn?(button: Element): boolean } = {},
): OpenQuestion {
  const guard = guardRoot(page.doc);
  const series = more.series ?? makePressSeries();
  const answers: Answer[] = [];
  const armed: boolean[] = [];
  const ui = {
    question: (root: ShadowRoot) => ({
      ...drawQuestion(root),
      arm: (now: boolean) => void armed.push(now),
    }),
    tools: () => ({
      topLayerDeep,
      watchOcclusion,
      positionBeside,
      isAsDrawn: more.isAsDrawn ?? isAsDrawn,
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
  const question = ask(page.doc, guard, ui, {} as Warning, series, answered);
  const hear = (event: Event) => void (event.isTrusted && question.handle(event));
  page.ledger.overhear(QUESTION_EVENTS, (event) => {
    if (event.type === "pointerdown") series.add(event as PointerEvent);
    hear(event);
  });
  page.ledger.overhear(PAGE_EVENTS, (event) => {
    for (const one of guard.heard) one(event);
  });
  const dialog = () => guard.root.querySelector("dialog")!;
  const button = (answer: Answer) => dialog().querySelector<HTMLButtonElement>(`[data-answer="${answer}"]`)!;
  return { guard, host: guard.host, answers, armed, question, dialog, button };
}

/**
 * Pointer and keyboard input alone, on a page of one-control.ts; what is judged is stopped, as in the guard.
 * @param unheard events that do not reach the guard.
 */
export function inputIn(page: TestPage, site: Site, { unheard = [] as readonly string[] } = {}) {
  const judge = vi.fn((_intent: Intent, event: Event, _activation: unknown): boolean => {
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  });
  const onPressed = vi.fn();
  const onBypassed = vi.fn();
  const { pointerOver, ...pointer } = makePointerInput(site, page.view, judge, () => false, onPressed);
  const keys = makeKeyboardInput(site, judge, onBypassed);
  const handlers: Record<string, (event: never) => void> = {
    pointerover: (e: PointerEvent) => pointerOver(e.target as Element, e.timeStamp),
    ...pointer,
    keydown: keys.keydown,
    keyup: keys.keyup,
  };
  for (const [type, handler] of Object.entries(handlers))
    if (!unheard.includes(type))
      page.view.addEventListener(type, handler as never, { capture: true, passive: false });
  return { judge, onPressed, onBypassed, keys };
}

/** Letting through alone, with all toasts and those still shown. */
export function letThroughIn(page: TestPage, site: Site, signal: AbortSignal) {
  const toasts: ToastMessage[] = [];
  const shown: ToastMessage[] = [];
  const through = makeLetThrough({
    doc: page.doc,
    ports: { site } as GuardPorts,
    signal,
    toast: (what) => {
      toasts.push(what);
      shown.push(what);
      return () => void shown.splice(shown.indexOf(what), 1);
    },
  });
  return { ...through, toasts, shown };
}

/** The scan alone. */
export const scanIn = (
  page: TestPage,
  site: Site,
  rules: Rules,
  onNews: () => void,
  signal: AbortSignal,
): Scan => startScan(page.doc, site, () => rules, onNews, signal);
