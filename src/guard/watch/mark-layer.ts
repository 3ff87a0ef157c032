import type { GuardRoot } from "../hold/overlay-root.ts";
import type { Spot } from "./mark-position.ts";

/** A box drawn over the page. */
interface DrawnBox {
  box: HTMLElement;
  /** Identifies the content; the same key is not drawn twice. */
  key: string;
}

/** The mark of one post, with what was found while placing it: the post's action bar, and a free spot beside it. */
export interface DrawnMark extends DrawnBox {
  bar?: Element;
  spot?: Spot | undefined;
}

/** Owns what is drawn over the page now: marks by post, and the strip of the header. */
export interface MarkLayer {
  readonly marks: ReadonlyMap<Element, DrawnMark>;
  strip(): DrawnBox | null;
  /** True while anything is drawn. */
  any(): boolean;
  /** @param draw draws into the box and returns how to remove the drawing. */
  mark(post: Element, key: string, draw: (into: HTMLElement) => () => void): void;
  dropMark(post: Element): void;
  drawStrip(key: string, draw: (into: HTMLElement) => () => void): void;
  dropStrip(): void;
}

export function makeMarkLayer(doc: Document, guard: GuardRoot, signal: AbortSignal): MarkLayer {
  const marks = new Map<Element, DrawnMark & { undraw(): void }>();
  let strip: (DrawnBox & { undraw(): void }) | null = null;

  function drawBox(key: string, draw: (into: HTMLElement) => () => void): DrawnBox & { undraw(): void } {
    const box = doc.createElement("div");
    box.style.cssText = "position:absolute;display:none;left:0;top:0";
    guard.root.append(box);
    const erase = draw(box);
    const undraw = (): void => {
      erase();
      box.remove();
    };
    return { box, key, undraw };
  }

  const layer: MarkLayer = {
    marks,
    strip: () => strip,
    any: () => marks.size > 0 || strip !== null,
    mark: (post, key, draw) => void marks.set(post, drawBox(key, draw)),
    dropMark(post) {
      marks.get(post)?.undraw();
      marks.delete(post);
    },
    drawStrip(key, draw) {
      strip = drawBox(key, draw);
    },
    dropStrip() {
      strip?.undraw();
      strip = null;
    },
  };
  signal.addEventListener("abort", () => {
    for (const post of [...marks.keys()]) layer.dropMark(post);
    layer.dropStrip();
  });
  return layer;
}
