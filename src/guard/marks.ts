import type { Site } from "../sites/types.ts";
import { onceGone } from "./once-gone.ts";
import type { GuardRoot } from "./root.ts";
import type { Scan, Seen } from "./scan.ts";
import { isFree, MARK_PX, overBar, type Spot, spotFor } from "./spot.ts";
import type { Notice } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/** A surface with what it was found to be. */
export type Found = Pick<Seen, "surface" | "assessment">;

/** At most this many marks are drawn at once: those nearest to the window. */
const MAX_MARKS = 30;
/** A bar at the top of the window is at most this high, in px; anything higher is a column. */
const MOST_BANNER = 140;

/**
 * Draws the small marks of noticed posts and the strip of a noticed page over the page, in the guard's own root: the
 * site's nodes are neither moved nor changed. Positions follow scrolling, resizing and re-reading.
 */
export function startMarks(
  doc: Document,
  site: Site,
  guard: GuardRoot,
  ui: GuardUi,
  notice: (seen: Found) => Notice | null,
  silence: (seen: Found) => void,
  signal: AbortSignal,
) {
  const view = doc.defaultView!;
  const drawn = new Map<
    Element,
    { box: HTMLElement; key: string; undraw: () => void; bar?: Element; spot?: Spot | undefined }
  >();
  let strip: { box: HTMLElement; key: string; undraw: () => void } | null = null;
  let waiting = false;

  const box = (): HTMLElement => {
    const el = doc.createElement("div");
    el.style.cssText = "position:absolute;display:none;left:0;top:0";
    guard.root.append(el);
    return el;
  };
  /** Draws into a box that is seen no more once this script is gone. */
  const drawInto = (at: HTMLElement, undraw: () => void): (() => void) => {
    const stay = onceGone(at, { visibility: "hidden" });
    return () => {
      stay();
      undraw();
      at.remove();
    };
  };
  const drop = (post: Element): void => {
    const at = drawn.get(post);
    at?.undraw();
    drawn.delete(post);
  };
  const dropStrip = (): void => {
    strip?.undraw();
    strip = null;
  };

  /** Everything is read before anything is written: what is written makes the browser lay the page out again. */
  function place(): void {
    laidOut.disconnect();
    waiting = false;
    if (!guard.host.isConnected) return;
    const origin = guard.host.getBoundingClientRect();
    const moves: [HTMLElement, Partial<Record<"display" | "left" | "top" | "width", string>>][] = [];
    for (const [post, at] of drawn) {
      if (!at.bar?.isConnected) at.bar = site.actionBar(post) ?? post;
      const r = at.bar.getBoundingClientRect();
      if (!(r.width > 0 && r.bottom > -200 && r.top < view.innerHeight + 200)) {
        moves.push([at.box, { display: "none" }]);
        continue;
      }
      at.spot ??= freeSpot(post, r);
      const { x, y } = at.spot ?? overBar(r);
      const left = `${Math.max(0, r.right - origin.left + x)}px`;
      moves.push([at.box, { display: "block", left, top: `${r.top - origin.top + y}px` }]);
    }
    if (strip) {
      const area = (
        site.heading()?.closest('main,[role="main"]') ?? doc.documentElement
      ).getBoundingClientRect();
      const left = Math.max(0, area.left);
      const width = `${Math.min(area.right, doc.documentElement.clientWidth) - left}px`;
      const top = `${underBanner() - origin.top}px`;
      moves.push([strip.box, { display: "block", left: `${left - origin.left}px`, top, width }]);
    }
    for (const [{ style }, to] of moves)
      for (const [name, value] of Object.entries(to) as ["left", string][])
        if (style[name] !== value) style[name] = value;
  }
  /** Looked for once, when bar and surroundings are in the window. */
  function freeSpot(post: Element, bar: DOMRect): Spot | undefined {
    if (bar.top < 2 * MARK_PX || bar.bottom + 2 * MARK_PX > view.innerHeight) return undefined;
    const area = post.getBoundingClientRect();
    const width = doc.documentElement.clientWidth;
    return spotFor(bar, area, width, (x, y) => isFree(doc, guard.host, x, y));
  }
  /** Below the site's own bar at the top of the window, where it has one: its search and menus stay free. */
  function underBanner(): number {
    const own = site.banner ? site.banner() : doc.querySelector('[role="banner"]');
    const bar = own?.getBoundingClientRect();
    return bar && bar.top <= 0 && bar.bottom > 0 && bar.bottom < MOST_BANNER ? bar.bottom : 0;
  }
  /**
   * Boxes are read in the next frame once the browser has laid the page out, of which it tells here as of a size never
   * seen before; any earlier, reading them would make it do so within our script.
   */
  const laidOut = new view.ResizeObserver(place);
  const soon = (): void => {
    if (waiting || !(drawn.size || strip)) return;
    waiting = true;
    laidOut.observe(doc.documentElement);
  };
  view.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  const resized = (): void => {
    for (const at of drawn.values()) at.spot = undefined;
    soon();
  };
  view.addEventListener("resize", resized, { passive: true, signal });
  signal.addEventListener("abort", () => {
    laidOut.disconnect();
    for (const post of [...drawn.keys()]) drop(post);
    dropStrip();
  });

  return {
    /** Anything shown at this moment? */
    any: () => drawn.size > 0 || strip !== null,
    /** Draws what the scan found, only notes and is not silenced. */
    update(scan: Scan, notes: (seen: Found) => boolean, off: boolean): void {
      const wanted = off ? [] : scan.marked().filter(notes);
      const keep = new Set(wanted.slice(-MAX_MARKS).map((s) => s.post));
      for (const post of [...drawn.keys()]) if (!keep.has(post)) drop(post);
      for (const seen of wanted.slice(-MAX_MARKS)) {
        const before = drawn.get(seen.post);
        if (before?.key === seen.key) continue;
        drop(seen.post);
        const what = notice(seen);
        if (!what) continue;
        const at = box();
        drawn.set(seen.post, {
          box: at,
          key: seen.key,
          undraw: drawInto(
            at,
            ui.mark(guard.root, at, what, () => silence(seen)),
          ),
        });
      }
      const header = scan.page();
      const show = !off && header && notes(header) ? header : null;
      const key = show ? (show.surface.author?.handle ?? show.surface.author?.name ?? "page") : "";
      if (strip && strip.key !== key) dropStrip();
      const what = show && !strip ? notice(show) : null;
      if (show && what) {
        const at = box();
        strip = {
          box: at,
          key,
          undraw: drawInto(
            at,
            ui.strip(guard.root, at, what, () => silence(show)),
          ),
        };
      }
      if (drawn.size || strip) {
        guard.attach();
        soon();
      }
    },
  };
}
