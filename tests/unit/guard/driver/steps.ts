/** What a test asks the browser's driver to do as a user would; plain values, as they cross from the page to Node. */

/** A point of the outermost window, in CSS px. */
export interface Point {
  x: number;
  y: number;
}

export type Step =
  | ({ does: "move" } & Point)
  | { does: "button"; goes: "down" | "up"; button: "left" | "middle" | "right"; clicks: number }
  /** Both presses of a double click in one sequence: Firefox counts clicks only within one. */
  | ({ does: "double click" } & Point)
  | ({ does: "finger"; goes: "down" | "move" } & Point)
  | { does: "finger"; goes: "up" }
  /** `key` in the words of WebDriver's and Playwright's keyboards: "Enter", " ", "a", "Control". */
  | { does: "key"; goes: "down" | "up"; key: string }
  /** An input method at work: what it would write stands in the editor, unfinished. Chromium only. */
  | { does: "compose"; text: string };
