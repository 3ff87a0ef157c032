/** Suggestions of an editor (mentions, hashtags, emoji): with a list of them open, Enter chooses and sends nothing. */

/** An option counts up to this distance above or below the editor, in CSS px. */
const NEAR_PX = 400;

/**
 * Does Enter choose here? What an editor says of its list is not enough: X leaves `aria-activedescendant` and
 * `aria-controls` standing when the list is closed (saved page of 2025-02). An option must be seen near the editor, and be
 * the marked one, or one of a list that the editor calls its own and open. Asked only where Enter would be held.
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
