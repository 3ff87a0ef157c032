import type { Entry } from "../book/types.ts";
import { isEditable, isNative } from "../sites/dom.ts";
import type { Intent, Key, Site } from "../sites/types.ts";
import { type Choices, decide } from "./decide.ts";
import { ask, type Question } from "./question.ts";
import { replay, type Way, wayOf, wayOfTwice } from "./replay.ts";
import type { GuardRoot } from "./root.ts";
import type { Rules } from "./rules.ts";
import { doubleTaps, TWICE_ACTS } from "./twice.ts";
import type { Answer, Warning } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/** An action waits this long for the rules at most; after that it happens once, unasked, in ms. */
export const WAIT_FOR_RULES_MS = 500;
/** A press shorter than this is never a long press, in ms (sites open their picker after about 500). */
export const LONG_PRESS_MS = 450;

export interface GuardParts {
  doc: Document;
  site: Site;
  /** null while the rules are being loaded; "failed" when they cannot be. */
  rules(): Rules | null | "failed";
  /** Resolves when `rules()` is no longer null. */
  ready: Promise<void>;
  choices: Choices;
  ui: GuardUi;
  root: GuardRoot;
  /** Takes the line of the book. Never throws, never waits. */
  log(entry: Entry): void;
  /** "Bukan kampanye": stays quiet for this key from now on. */
  silence(key: string): void;
  /** Told when nothing of the guard's is shown any more, so that the host can go. */
  idle(): void;
  newId(): string;
  today(): string;
  signal: AbortSignal;
}

/** What an action of the user comes in as. */
const ACTS = ["click", "pointerdown", "keydown", "keyup"] as const;
/** Kept from the page, too, while a question is open. Not listened to before: every listener costs each click time. */
const WHILE_ASKED = [
  "auxclick",
  "dblclick",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "contextmenu",
  "keypress",
  "beforeinput",
  "input",
  "paste",
  "drop",
] as const;

/** Catches every action of the user on `window`, in the capture phase, before the site hears it. */
export function startGuard(parts: GuardParts): void {
  const { doc, site, signal } = parts;
  const view = doc.defaultView!;
  let question: Question | null = null;
  /** Ends the listeners of `WHILE_ASKED`. */
  let shield: AbortController | null = null;
  /** Actions that wait: nothing else of the same control may slip past. */
  const waiting = new Set<Element>();
  /** Keys held down when an action was stopped: their keyup is the action's, too. */
  const swallow = new Set<string>();
  let press: { at: number; picker: boolean } = { at: 0, picker: false };
  const isSecondTap = doubleTaps();
  /** A second click was stopped: the double click behind it is the same act. */
  let stoppedClick = false;

  /**
   * The innermost element of an event. `composedPath` wraps every node of the path (dear in Firefox), so it is asked
   * only where an open shadow root hides the real target.
   */
  function targetOf(event: Event): Element | null {
    const target = event.target as Node | null;
    if (target?.nodeType !== 1) return null;
    return (target as Element).shadowRoot ? (event.composedPath()[0] as Element) : (target as Element);
  }

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const line = (intent: Intent, choice: Entry["choice"], warning: Warning | null): Entry => ({
    hold: warning?.hold ?? parts.newId(),
    day: parts.today(),
    rule: warning?.rule.id ?? null,
    site: site.id,
    action: intent.action,
    choice,
  });

  const letThrough = (intent: Intent, way: Way): void => {
    replay(way, intent.control.isConnected ? intent.control : site.again(intent));
  };

  /** Opens the question. The action is already stopped; only a trusted, visible confirmation lets it happen. */
  function hold(intent: Intent, way: Way, warning: Warning, silence: string): void {
    shield = new AbortController();
    for (const type of WHILE_ASKED)
      view.addEventListener(type, onEvent, {
        capture: true,
        passive: type.startsWith("touch"),
        signal: shield.signal,
      });
    question = ask(doc, parts.root, parts.ui, warning, (answer: Answer) => {
      question = null;
      shield?.abort();
      parts.idle();
      if (answer === "cancel") {
        parts.log(line(intent, "cancelled", warning));
        return;
      }
      if (answer === "not-campaign") parts.silence(silence);
      parts.log(line(intent, answer === "continue" ? "continued" : "not-campaign", warning));
      letThrough(intent, way);
    });
  }

  /** @returns true where the action was stopped. */
  function judge(intent: Intent, event: Event, way: Way): boolean {
    const rules = parts.rules();
    if (rules === "failed") {
      parts.log(line(intent, "unchecked", null));
      return false;
    }
    if (!rules) {
      stop(event);
      waitFor(intent, way, parts.ready);
      return true;
    }
    const decision = decide({ site: site.id, ...intent }, rules, parts.choices, parts.newId);
    if (decision.kind === "unsure") {
      stop(event);
      waitFor(intent, way, parts.choices.learn(decision.keys));
      return true;
    }
    if (decision.kind !== "hold") return false;
    stop(event);
    hold(intent, way, decision.warning, decision.silence);
    return true;
  }

  /** Not a hold: the action waits up to half a second for what is missing, then happens once, unasked. */
  function waitFor(intent: Intent, way: Way, ready: Promise<void>): void {
    if (waiting.has(intent.control)) return;
    waiting.add(intent.control);
    let over = false;
    const go = (timedOut: boolean) => {
      if (over || signal.aborted) return;
      over = true;
      view.clearTimeout(timer);
      waiting.delete(intent.control);
      const rules = parts.rules();
      const decision =
        timedOut || !rules || rules === "failed"
          ? null
          : decide({ site: site.id, ...intent }, rules, parts.choices, parts.newId);
      if (decision === null || decision.kind === "unsure") {
        parts.log(line(intent, "unchecked", null));
        letThrough(intent, way);
        return;
      }
      if (decision.kind === "hold" && !question) hold(intent, way, decision.warning, decision.silence);
      else if (decision.kind !== "hold") letThrough(intent, way);
    };
    const timer = view.setTimeout(() => go(true), WAIT_FOR_RULES_MS);
    ready.then(
      () => go(false),
      () => go(true),
    );
  }

  /** The second click or tap of two, where the site likes by it. @returns true where it was stopped. */
  function onTwice(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.twice?.(target);
    return !!intent && judge(intent, event, wayOfTwice(event, target));
  }

  function onClick(event: MouseEvent): void {
    if (event.button !== 0) return;
    stoppedClick = event.detail > 1 && !!site.twice && onTwice(event);
    if (stoppedClick) return;
    const target = targetOf(event);
    if (!target) return;
    const intent = site.press(target);
    site.remember(target, "press");
    if (!intent) return;
    /* A long press that opened the site's own picker is not yet a choice; the choice is held. */
    const pressed = event.timeStamp - press.at;
    if (
      event.detail > 0 &&
      pressed >= LONG_PRESS_MS &&
      !press.picker &&
      site.pickerOpen() &&
      intent.action === "like"
    )
      return;
    judge(intent, event, wayOf(event, target, false));
  }

  function onKeydown(event: KeyboardEvent): void {
    const target = targetOf(event);
    if (!target) return;
    const pressKey = event.key === "Enter" || event.key === " ";
    if (pressKey && !isEditable(target)) {
      const intent = site.press(target);
      site.remember(target, "press");
      /* Native controls turn the key into a click, which is judged then. */
      if (intent && !isNative(target) && intent.control.contains(target)) {
        if (event.repeat && swallow.has(event.code)) stop(event);
        else if (judge(intent, event, wayOf(event, target, true))) swallow.add(event.code);
        return;
      }
    }
    const key: Key = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
      composing: event.isComposing || event.keyCode === 229,
    };
    const intent = site.key(key, target);
    if (!intent) return;
    if (event.repeat && swallow.has(event.code)) stop(event);
    else if (judge(intent, event, wayOf(event, target, false))) swallow.add(event.code);
  }

  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    if (question) {
      if (event.type === "keyup") swallow.delete((event as KeyboardEvent).code);
      question.handle(event);
      return;
    }
    if (parts.root.shown() && event.target === parts.root.host) return;
    switch (event.type) {
      case "click":
        onClick(event as MouseEvent);
        break;
      case "keydown":
        onKeydown(event as KeyboardEvent);
        break;
      case "keyup":
        if (swallow.delete((event as KeyboardEvent).code)) stop(event);
        break;
      case "touchend":
        if (isSecondTap(event as TouchEvent)) onTwice(event as TouchEvent);
        break;
      case "dblclick":
        if (stoppedClick) stop(event);
        break;
      case "pointerdown":
        press = { at: event.timeStamp, picker: false };
        /* Off the path of the press; no site opens its picker this early. */
        view.setTimeout(() => {
          press.picker = site.pickerOpen();
        }, 0);
        break;
    }
  }

  const onHover = (e: Event): void => {
    const target = e.isTrusted && !question ? targetOf(e) : null;
    if (target) site.remember(target, "hover");
  };
  const onFocus = (e: Event): void => {
    const target = e.isTrusted && !question ? targetOf(e) : null;
    if (target) site.remember(target, "focus");
  };
  /** Adding a listener that is there already does nothing, so this may be called at any time. */
  const listen = (): void => {
    if (signal.aborted) return;
    for (const type of [...ACTS, ...(site.twice ? TWICE_ACTS : [])])
      view.addEventListener(type, onEvent, { capture: true, passive: false, signal });
    view.addEventListener("pointerover", onHover, { capture: true, passive: true, signal });
    view.addEventListener("focusin", onFocus, { capture: true, signal });
  };
  listen();
  /* `document.open()` takes every listener off window and document; an observer stays, and sees the root replaced. */
  const reopened = new view.MutationObserver(listen);
  reopened.observe(doc, { childList: true });
  signal.addEventListener("abort", () => reopened.disconnect());
  signal.addEventListener("abort", () => question?.close());
}
