import type { GuardContext } from "../context.ts";
import { decide } from "../decision/decide.ts";
import { type Findings, usualAction } from "../watch/findings.ts";

/**
 * Owns whether the first question was made ready. Once there is something to ask about it is drawn out of sight, in
 * idle time: drawn for the first time it would take twice as long as the next.
 */
export function makePrewarm(
  { doc, ports, rules, root, signal }: Pick<GuardContext, "doc" | "ports" | "rules" | "root" | "signal">,
  findings: Pick<Findings, "unsilenced">,
): () => void {
  let prewarmed = !ports.ui.prewarm;

  return () => {
    const [found] = prewarmed ? [] : findings.unsilenced();
    const now = rules.current();
    if (!found || !now || now === "failed") return;
    const { surface } = found;
    const request = { site: ports.site.id, action: usualAction(surface), surfaces: [surface] };
    const decision = decide(request, now, ports, ports.newId);
    if (decision.kind !== "hold") return;
    prewarmed = true;
    doc.defaultView?.requestIdleCallback(
      () => !signal.aborted && ports.ui.prewarm?.(root.root, decision.warning),
    );
  };
}
