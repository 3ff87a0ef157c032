/** A site with like buttons, rules that assess a post by its first word, and a question with three answers. */
import type { Assessment, Surface } from "../../../src/domain/assessment.ts";
import type { LegalExplanation, Rules } from "../../../src/guard/decision/assessment-cache.ts";
import type { DrawnQuestion } from "../../../src/guard/overlay-port.ts";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import { placeAt } from "./page.ts";

export type Kind = "warn" | "notice" | "clear";
export const ANSWERS = ["cancel", "continue", "not-campaign"] as const;

const LAW: LegalExplanation = {
  rule: { id: "R1", number: 1, title: { id: "Aturan", en: "Rule" } },
  strength: "firm",
  holds: true,
  bases: [],
};
export const RULES: Rules = {
  assess: (s): Assessment => ({
    level: s.text.split(" ")[0] as Kind,
    score: 0.9,
    evidence: [],
    rules: [],
    topics: [],
    listed: false,
    account: `facebook:handle:${s.author?.handle}`,
  }),
  explain: () => LAW,
};

/** A site whose posts are the controls themselves, with their text in `data-post`. */
export function siteOf(controls: readonly Element[], remember: (how: string) => void = () => {}): Site {
  const surfaceOf = (control: Element): Surface => {
    const text = control.getAttribute("data-post") ?? "clear ?";
    return { site: "facebook", kind: "post", author: { handle: text.replace(" ", "_") }, text };
  };
  return {
    id: "facebook",
    press(target): Intent | null {
      const control = target.closest("[data-post]");
      return control && { action: "like", control, anchor: control, surfaces: [surfaceOf(control)] };
    },
    key: () => null,
    remember: (_, how) => remember(how),
    posts: () => [...controls],
    readPost: surfaceOf,
    page: () => null,
    heading: () => null,
    actionBar: (post) => post,
    pickerOpen: () => false,
    findRedrawn: (intent) =>
      controls.find((c) => c.getAttribute("data-post") === intent.surfaces[0]!.text) ?? null,
  };
}

/** The key that silences a post's account. */
export const keyOf = (content: string) => `account:facebook:handle:${content.replace(" ", "_")}`;

/** Draws the question into the guard's root: 400 px wide, its answers side by side at its foot. */
export function drawQuestion(root: ShadowRoot): DrawnQuestion {
  const doc = root.ownerDocument;
  const dialog = doc.createElement("dialog");
  placeAt(dialog, [300, 200, 400, 300]);
  dialog.style.position = "fixed";
  ANSWERS.forEach((answer, at) => {
    const button = doc.createElement("button");
    button.setAttribute("data-answer", answer);
    placeAt(button, [20 + at * 120, 220, 100, 40]);
    dialog.append(button);
  });
  root.append(dialog);
  return { element: dialog, arm: () => {}, unmount: () => dialog.remove() };
}
