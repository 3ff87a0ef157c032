import type { Site } from "../../sites/adapter.ts";
import type { GuardRoot } from "../hold/overlay-root.ts";
import type { DrawnMark, MarkLayer } from "./mark-layer.ts";
import { isFree, MARK_PX, overBar, type Spot, spotFor } from "./mark-position.ts";

/** A bar at the top of the window is lower than this, in px; anything higher is a column. */
const MAX_BANNER_PX = 140;
/** Marks up to this far outside the window, in px, are placed too: they are ready when scrolled into view. */
const AHEAD_PX = 200;

type Style = Partial<Record<"display" | "left" | "top" | "width", string>>;
type Move = [box: HTMLElement, to: Style];

/** Places marks and strip after scrolling, resizing and drawing, at most once per frame. */
export interface MarkPlacement {
  /** Places everything drawn in the next frame. */
  schedule(): void;
}

export function startPlacement(
  doc: Document,
  site: Site,
  guard: GuardRoot,
  layer: Pick<MarkLayer, "marks" | "strip" | "any">,
  signal: AbortSignal,
): MarkPlacement {
  const view = doc.defaultView!;
  let isScheduled = false;

  /** Reads all boxes before writing any style: each write makes the browser lay the page out again. */
  function place(): void {
    layoutObserver.disconnect();
    isScheduled = false;
    if (!guard.host.isConnected) return;
    const origin = guard.host.getBoundingClientRect();
    const moves = [...layer.marks].map(([post, mark]) => moveOf(post, mark, origin));
    const strip = layer.strip();
    if (strip) moves.push(moveOfStrip(strip.box, origin));
    for (const [{ style }, to] of moves)
      for (const [name, value] of Object.entries(to) as ["left", string][])
        if (style[name] !== value) style[name] = value;
  }
  function moveOf(post: Element, mark: DrawnMark, origin: DOMRect): Move {
    if (!mark.bar?.isConnected) mark.bar = site.actionBar(post) ?? post;
    const bar = mark.bar.getBoundingClientRect();
    if (!(bar.width > 0 && bar.bottom > -AHEAD_PX && bar.top < view.innerHeight + AHEAD_PX))
      return [mark.box, { display: "none" }];
    mark.spot ??= freeSpot(post, bar);
    const { x, y } = mark.spot ?? overBar(bar);
    const left = `${Math.max(0, bar.right - origin.left + x)}px`;
    return [mark.box, { display: "block", left, top: `${bar.top - origin.top + y}px` }];
  }
  function moveOfStrip(box: HTMLElement, origin: DOMRect): Move {
    const within = site.heading()?.closest('main,[role="main"]') ?? doc.documentElement;
    const area = within.getBoundingClientRect();
    const left = Math.max(0, area.left);
    const width = `${Math.min(area.right, doc.documentElement.clientWidth) - left}px`;
    const top = `${belowBanner() - origin.top}px`;
    return [box, { display: "block", left: `${left - origin.left}px`, top, width }];
  }
  /** Looks for a free spot once bar and surroundings are in the window. */
  function freeSpot(post: Element, bar: DOMRect): Spot | undefined {
    if (bar.top < 2 * MARK_PX || bar.bottom + 2 * MARK_PX > view.innerHeight) return undefined;
    const area = post.getBoundingClientRect();
    const width = doc.documentElement.clientWidth;
    return spotFor(bar, area, width, (x, y) => isFree(doc, guard.host, x, y));
  }
  /** The lower edge of the site's own top bar, if it has one, so that its search and menus stay uncovered. */
  function belowBanner(): number {
    const own = site.banner ? site.banner() : doc.querySelector('[role="banner"]');
    const bar = own?.getBoundingClientRect();
    return bar && bar.top <= 0 && bar.bottom > 0 && bar.bottom < MAX_BANNER_PX ? bar.bottom : 0;
  }

  /**
   * Runs in the next frame, after the browser laid the page out: a new observation always fires once. Reading boxes
   * any earlier would force that layout within our script.
   */
  const layoutObserver = new view.ResizeObserver(place);
  const schedule = (): void => {
    if (isScheduled || !layer.any()) return;
    isScheduled = true;
    layoutObserver.observe(doc.documentElement);
  };
  const onResize = (): void => {
    for (const mark of layer.marks.values()) mark.spot = undefined;
    schedule();
  };
  view.addEventListener("scroll", schedule, { capture: true, passive: true, signal });
  view.addEventListener("resize", onResize, { passive: true, signal });
  signal.addEventListener("abort", () => layoutObserver.disconnect());
  return { schedule };
}
