import type { Site } from "../sites/types.ts";
import { stop, targetOf } from "./events.ts";
import type { Judge } from "./judge.ts";
import { wayOf, wayOfTwice } from "./replay.ts";
import { doubleTaps } from "./twice.ts";

/** A press shorter than this is never a long press, in ms (sites open their picker after about 500). */
export const LONG_PRESS_MS = 450;

/** Actions by pointer: click, tap, long press, double click and double tap. */
export function pressActions(site: Site, view: Window, judge: Judge) {
  let press: { at: number; picker: boolean } = { at: 0, picker: false };
  const isSecondTap = doubleTaps();
  /** A second click was stopped: the double click behind it is the same act. */
  let stoppedClick = false;

  /** The second click or tap of two, where the site likes by it. @returns true where it was stopped. */
  function twice(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.twice?.(target);
    return !!intent && judge(intent, event, wayOfTwice(event, target));
  }

  return {
    click(event: MouseEvent): void {
      if (event.button !== 0) return;
      stoppedClick = event.detail > 1 && !!site.twice && twice(event);
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
    },
    doubleClick(event: Event): void {
      if (stoppedClick) stop(event);
    },
    tap(event: TouchEvent): void {
      if (isSecondTap(event)) twice(event);
    },
    down(event: Event): void {
      press = { at: event.timeStamp, picker: false };
      /* Off the path of the press; no site opens its picker this early. */
      view.setTimeout(() => {
        press.picker = site.pickerOpen();
      }, 0);
    },
  };
}
