import { styleWhenOrphaned } from "../../dom/orphan-style.ts";
import type { GuardRoot } from "../hold/overlay-root.ts";
import type { Spot } from "./mark-position.ts";

/** Something drawn over the page, in a box of its own. */
interface DrawnBox {
  box: HTMLElement;
  /** What it was drawn for; the same key is not drawn twice. */
  key: string;
}

/** The mark of one post, with what placing it found out: where the post's action bar is, and a free spot beside it. */
export interface DrawnMark extends DrawnBox {
  bar?: Element;
  spot?: Spot | undefined;
}

/** Owns what is drawn over the page at this moment: marks by post, and the strip of the header. */
export interface MarkLayer {
  readonly marks: ReadonlyMap<Element, DrawnMark>;
  strip(): DrawnBox | null;
  /** Anything drawn at all? */
  isShowing(): boolean;
  /** @param draw draws into the box. @returns takes it away */
  mark(post: Element, key: string, draw: (into: HTMLElement) => () => void): void;
  dropMark(post: Element): void;
  drawStrip(key: string, draw: (into: HTMLElement) => () => void): void;
  dropStrip(): void;
}

export function makeMarkLayer(doc: Document, guard: GuardRoot, signal: AbortSignal): MarkLayer {
  const marks = new Map<Element, DrawnMark & { undraw(): void }>();
  let strip: (DrawnBox & { undraw(): void }) | null = null;

  /** Draws into a box that is seen no more once this script is gone. */
  function drawBox(key: string, draw: (into: HTMLElement) => () => void): DrawnBox & { undraw(): void } {
    const box = doc.createElement("div");
    box.style.cssText = "position:absolute;display:none;left:0;top:0";
    guard.root.append(box);
    const erase = draw(box);
    const cancelOrphanStyle = styleWhenOrphaned(box, { visibility: "hidden" });
    const undraw = (): void => {
      cancelOrphanStyle();
      erase();
      box.remove();
    };
    return { box, key, undraw };
  }

  const layer: MarkLayer = {
    marks,
    strip: () => strip,
    isShowing: () => marks.size > 0 || strip !== null,
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
