/** One action of one page with the ways in which a user performs it. */
import type { About, TestPage } from "../lib/pages.ts";
import type { Target, WayName } from "../lib/types.ts";
import type { Visit } from "../lib/visit.ts";

/** The input of a way. */
export interface Doing {
  visit: Visit;
  /** The text to write where the action needs one. */
  draft: string;
  /**
   * To be called after a step that only opens something (an editor, a menu): true when the question is shown already
   * and the way has to stop.
   */
  askedEarly(): Promise<boolean>;
}

export interface Way {
  way: WayName;
  /** The user's input, for example "Enter in the editor". */
  by: string;
  perform(doing: Doing): Promise<void>;
  /** Performs the undo, where that differs from `perform`. */
  undo?: (doing: Doing) => Promise<void>;
}

export interface ActionCase {
  /** The name in the table. */
  action: string;
  /** The name under which the page's app sends it. */
  sends: string;
  /** Place of the campaign. */
  about: About;
  /** Index of the post or account. */
  post?: number;
  ways: readonly Way[];
  /** True where repeating the action undoes it; an undo is never held. */
  undoable: boolean;
}

/** A cell of the table without a test. */
export interface Blank {
  action: string;
  way: string;
  reason: string;
}

export interface PageCases {
  page: TestPage;
  cases: readonly ActionCase[];
  blanks: readonly Blank[];
}

const pointers = ["mouse", "touch"] as const;

/** The first element that matches a selector. */
export const elementBy = (selector: string): Target => `document.querySelector(${JSON.stringify(selector)})`;

/** A step of a way before its last one. */
type Step = (doing: Doing) => Promise<void>;

export const clickOn =
  (target: Target): Step =>
  ({ visit }) =>
    visit.click(target);

export const rightClickOn =
  (target: Target): Step =>
  ({ visit }) =>
    visit.rightClick(target);

/** Performs these steps before each way; stops where the question is shown already. */
export const afterSteps = (ways: readonly Way[], ...steps: readonly Step[]): Way[] =>
  ways.map((way) => ({
    ...way,
    perform: async (doing) => {
      for (const step of steps) {
        await step(doing);
        if (await doing.askedEarly()) return;
      }
      await way.perform(doing);
    },
  }));

export const pointAt = (way: "mouse" | "touch", visit: Visit, target: Target): Promise<void> =>
  way === "touch" ? visit.tap(target) : visit.click(target);

/** The plain button: mouse, touch, and both keys of the keyboard. */
export function buttonWays(target: Target): Way[] {
  return [
    ...pointers.map((way) => ({
      way,
      by: way === "mouse" ? "click" : "tap",
      perform: ({ visit }: Doing) => pointAt(way, visit, target),
    })),
    ...(["Enter", "Space"] as const).map((key) => ({
      way: "keyboard" as const,
      by: key,
      perform: async ({ visit }: Doing) => {
        await visit.focus(target);
        await visit.press(key);
      },
    })),
  ];
}

/** Opens with one control and performs with another that appears then. */
export function twoStepWays(opener: Target, item: Target, undo?: (doing: Doing) => Promise<void>): Way[] {
  const back = undo ? { undo } : {};
  return [
    ...pointers.map((way) => ({
      way,
      by: way === "mouse" ? "click, click" : "tap, tap",
      perform: async (doing: Doing) => {
        await pointAt(way, doing.visit, opener);
        if (await doing.askedEarly()) return;
        await pointAt(way, doing.visit, item);
      },
      ...back,
    })),
    {
      way: "keyboard" as const,
      by: "Enter, Enter",
      perform: async (doing: Doing) => {
        await doing.visit.focus(opener);
        await doing.visit.press("Enter");
        if (await doing.askedEarly()) return;
        await doing.visit.focus(item);
        await doing.visit.press("Enter");
      },
      ...back,
    },
  ];
}

/** A single-letter key with the post focused, then possibly a second step. */
export function keyWay(key: string, post: Target, then?: (doing: Doing) => Promise<void>): Way {
  return {
    way: "keyboard",
    by: `key ${key}`,
    perform: async (doing) => {
      await doing.visit.focus(post);
      await doing.visit.press(key);
      if (!then || (await doing.askedEarly())) return;
      await then(doing);
    },
  };
}

/** Two clicks or taps in quick succession, where the site likes that way. */
export function doubleWays(target: Target): Way[] {
  return [
    { way: "mouse", by: "double click", perform: ({ visit }) => visit.doubleClick(target) },
    { way: "touch", by: "double tap", perform: ({ visit }) => visit.doubleTap(target) },
  ];
}

/** Writes in a visible editor, then sends by key or by the button that appears once something is written. */
export function sendWays(editor: Target, button: Target | undefined, key: string | undefined): Way[] {
  const write = async ({ visit, draft }: Doing) => {
    await visit.focus(editor);
    await visit.type(draft);
  };
  const keyed = (by: string, then: (doing: Doing) => Promise<void>): Way => ({
    way: "keyboard",
    by,
    perform: async (doing) => {
      await write(doing);
      await then(doing);
    },
  });
  const byKey = key ? [keyed(`${key} in the editor`, ({ visit }) => visit.press(key))] : [];
  if (!button) return byKey;
  return [
    ...byKey,
    keyed("Enter on the button", async ({ visit }) => {
      await visit.focus(button);
      await visit.press("Enter");
    }),
    ...pointers.map((way) => ({
      way,
      by: way === "mouse" ? "click on send" : "tap on send",
      perform: async (doing: Doing) => {
        await write(doing);
        await pointAt(way, doing.visit, button);
      },
    })),
  ];
}
