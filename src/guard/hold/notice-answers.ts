import { suppress } from "../../dom/events.ts";
import type { GuardContext } from "../context.ts";
import { makeAnswerPresses } from "./answer-press.ts";
import type { PressSeries } from "./press-series.ts";
import { type Exposure, makeExposure } from "./question-exposure.ts";

/**
 * The cards of marks and strips. Their *Bukan kampanye* weighs as much as that of a question, so it passes the same test:
 * a card is shown in the top layer, and its answer counts only where it was seen. Owns the exposure of the card opened
 * last. @returns takes every event on what the guard shows while no question is open
 */
export function makeNoticeAnswers(
  { doc, root: guard, ports: { ui } }: Pick<GuardContext, "doc" | "root" | "ports">,
  series: PressSeries,
): (event: Event) => void {
  const view = doc.defaultView!;
  let exposure: Exposure | undefined;
  let card: HTMLElement | null = null;
  let pressOf = makeAnswerPresses(guard.root, series);

  const show = (next: HTMLElement | null): void => {
    if (!next) return;
    exposure?.end();
    card = next;
    /* Closed first: opened again, it lies above everything else. */
    card.togglePopover(false);
    card.showPopover();
    const tools = ui.tools();
    tools.positionBeside(card, card.parentElement!.getBoundingClientRect(), view);
    exposure = makeExposure(doc, guard, tools, card, () => {});
    exposure.begin();
    pressOf = makeAnswerPresses(guard.root, series);
  };

  return (event) => {
    const press = pressOf(event);
    if (!press) return;
    const { control, isRest } = press;
    /* A click that is no answer may open a card, which is drawn after it. */
    if (!control)
      view.requestAnimationFrame(() => show(guard.root.querySelector("section[popover]:not(:popover-open)")));
    else if (isRest || !card?.contains(control) || !exposure?.wasSeen(press)) {
      suppress(event);
      show(control.closest("[popover]"));
    }
  };
}
