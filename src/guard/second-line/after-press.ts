import type { Surface } from "../../domain/assessment.ts";
import type { BypassedAction } from "../../domain/warning.ts";
import type { Site } from "../../sites/adapter.ts";
import type { ActingControl } from "./acting-control.ts";
import type { SecondLine } from "./second-line.ts";

/** What the guard does about an action that nobody could read. Nothing of it happens while the press is handled. */
export interface Afterwards {
  /** Says in popup and badge that this page is not recognised. */
  onUnread(): void;
  /** True if an action on this would have been asked about. */
  isFlagged(surface: Surface): boolean;
  /** Tells the user in a toast. */
  tell(what: BypassedAction): void;
  signal: AbortSignal;
}

/** When it is looked whether the site shows the action, in ms after the press: its server may take its time. */
const LOOKS_MS = [400, 1_500, 4_000];
/** The kinds that a toast has words for, and a way back. */
const TELLABLE = /^(?:like|repost|follow|join)$/;

/** Looks after each press on a control that acts and that nobody could read. */
export function makeAfterPress(
  doc: Document,
  site: Pick<Site, "id">,
  line: SecondLine,
  { onUnread, isFlagged, tell, signal }: Afterwards,
): (unread: ActingControl) => void {
  const view = doc.defaultView!;
  return ({ kind, control }) => {
    const room = line.roomOf(control);
    if (!room) return;
    let isOver = !TELLABLE.test(kind);
    const look = (): void => {
      if (isOver || signal.aborted || !room.isConnected) return;
      const surface = line.doneIn(room, kind);
      if (!surface) return;
      isOver = true;
      if (!isFlagged(surface)) return;
      const { name, handle } = surface.author ?? {};
      tell({ action: kind as BypassedAction["action"], site: site.id, subject: name || handle || undefined });
    };
    view.setTimeout(() => {
      if (!signal.aborted) onUnread();
    });
    for (const ms of LOOKS_MS) view.setTimeout(look, ms);
  };
}
