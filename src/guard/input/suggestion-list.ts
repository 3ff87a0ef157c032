/** An editor's suggestions (mentions, hashtags, emoji): while a list of them is open, Enter picks one and sends nothing. */

/** Options farther than this above or below the editor, in CSS px, do not belong to it. */
const NEAR_PX = 400;

/**
 * True if Enter picks a suggestion here. The editor's own attributes are not enough: X keeps `aria-activedescendant` and
 * `aria-controls` after the list is closed (saved page of 2025-02). So an option must be visible near the editor, and be
 * the selected one, or belong to a list that the editor declares as its own and open. Called only if Enter may send.
 */
export function picksSuggestion(target: Element): boolean {
  const ariaTokens = (name: string): string[] =>
    target.closest(`[aria-${name}]`)?.getAttribute(`aria-${name}`)?.split(" ") ?? [];
  const active = ariaTokens("activedescendant");
  const openLists =
    ariaTokens("expanded")[0] === "true" ? [...ariaTokens("controls"), ...ariaTokens("owns")] : [];
  const at = target.getBoundingClientRect();
  return [...(target.getRootNode() as ParentNode).querySelectorAll('[role="option"]')].some((option) => {
    const list = option.closest('[role="listbox"]');
    const { top, bottom, height } = option.getBoundingClientRect();
    return (
      (option.getAttribute("aria-selected") === "true" ||
        active.includes(option.id) ||
        openLists.includes(list?.id || "-")) &&
      height > 1 &&
      bottom > at.top - NEAR_PX &&
      top < at.bottom + NEAR_PX &&
      option.checkVisibility?.({ visibilityProperty: true }) !== false
    );
  });
}
