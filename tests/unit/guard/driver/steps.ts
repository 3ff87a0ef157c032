/** Input steps that a test sends to the browser's driver; plain values, because they cross from the page to Node. */

/** A point of the outermost window, in CSS px. */
export interface Point {
  x: number;
  y: number;
}

export type Step =
  | ({ does: "move" } & Point)
  | { does: "button"; goes: "down" | "up"; button: "left" | "middle" | "right"; clicks: number }
  /** Both presses of a double click in one sequence: Firefox counts clicks only within a sequence. */
  | ({ does: "double click" } & Point)
  | ({ does: "finger"; goes: "down" | "move" } & Point)
  | { does: "finger"; goes: "up" }
  /** `key` as WebDriver and Playwright name keys: "Enter", " ", "a", "Control". */
  | { does: "key"; goes: "down" | "up"; key: string }
  /** Input method: leaves its unfinished text in the editor. Chromium only. */
  | { does: "compose"; text: string };
