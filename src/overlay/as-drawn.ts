import { t } from "../i18n/overlay.ts";

const LABELS = {
  cancel: "dialog.cancel",
  continue: "dialog.continue",
  "not-campaign": "dialog.notCampaign",
} as const;

/** What a button and everything around it has, as it was drawn. */
const PLAIN = { opacity: "1", visibility: "visible", filter: "none", transform: "none", clipPath: "none" };

/**
 * Whether a button with `data-answer` still says what it means and can be seen, as far as it is up to our own shadow root:
 * a page that got hold of the root could swap two labels, or make the question invisible.
 */
export function isAsDrawn(button: Element): boolean {
  const answer = button.getAttribute("data-answer") as keyof typeof LABELS;
  if (button.textContent !== t(LABELS[answer]) || getComputedStyle(button).order !== "0") return false;
  for (let at: Element | null = button; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    for (const [name, value] of Object.entries(PLAIN))
      if (style[name as keyof typeof PLAIN] !== value) return false;
  }
  return true;
}
