import type { Notice } from "../../domain/warning.ts";
import type { Site } from "../../sites/adapter.ts";
import type { GuardRoot } from "../hold/overlay-root.ts";
import type { GuardUi } from "../overlay-port.ts";
import { makeMarkLayer } from "./mark-layer.ts";
import { startPlacement } from "./mark-placement.ts";
import type { Scan } from "./scan.ts";
import type { AssessedSurface } from "./surface-index.ts";

/** At most this many marks are drawn at once: those of the posts read last. */
const MAX_MARKS = 30;

/** The marks and the strip of one page. */
export interface Marks {
  /** True while anything is drawn. */
  any(): boolean;
  /** Draws marks for what the scan found and `isNoted` accepts; nothing while `isPaused`. */
  update(
    scan: Pick<Scan, "marked" | "page">,
    isNoted: (found: AssessedSurface) => boolean,
    isPaused: boolean,
  ): void;
}

/**
 * Draws the small marks of noted posts and the strip of a noted page over the page, in the guard's own root: the site's
 * nodes are neither moved nor changed. Decides what to draw and keeps no state: the layer owns what is drawn, the
 * placement where.
 */
export function startMarks(
  doc: Document,
  site: Site,
  guard: GuardRoot,
  ui: GuardUi,
  notice: (found: AssessedSurface) => Notice | null,
  silence: (found: AssessedSurface) => void,
  signal: AbortSignal,
): Marks {
  const layer = makeMarkLayer(doc, guard, signal);
  const placement = startPlacement(doc, site, guard, layer, signal);

  function updateMarks(
    scan: Pick<Scan, "marked">,
    isNoted: (found: AssessedSurface) => boolean,
    isPaused: boolean,
  ): void {
    const wanted = isPaused ? [] : scan.marked().filter(isNoted).slice(-MAX_MARKS);
    const keep = new Set(wanted.map((seen) => seen.post));
    for (const post of [...layer.marks.keys()]) if (!keep.has(post)) layer.dropMark(post);
    for (const seen of wanted) {
      if (layer.marks.get(seen.post)?.key === seen.key) continue;
      layer.dropMark(seen.post);
      const content = notice(seen);
      if (content)
        layer.mark(seen.post, seen.key, (into) => ui.mark(guard.root, into, content, () => silence(seen)));
    }
  }

  function updateStrip(header: AssessedSurface | null): void {
    const key = header ? (header.surface.author?.handle ?? header.surface.author?.name ?? "page") : "";
    const shown = layer.strip();
    if (shown && shown.key !== key) layer.dropStrip();
    const what = header && !layer.strip() ? notice(header) : null;
    if (header && what)
      layer.drawStrip(key, (into) => ui.strip(guard.root, into, what, () => silence(header)));
  }

  return {
    any: layer.any,
    update(scan, isNoted, isPaused) {
      updateMarks(scan, isNoted, isPaused);
      const header = scan.page();
      updateStrip(!isPaused && header && isNoted(header) ? header : null);
      if (!layer.any()) return;
      guard.attach();
      placement.schedule();
    },
  };
}
