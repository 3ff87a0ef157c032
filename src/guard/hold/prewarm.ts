import type { GuardContext } from "../context.ts";
import { decide } from "../decision/decide.ts";
import { type Findings, usualAction } from "../watch/findings.ts";

/**
 * Draws a question out of sight, once, in idle time, as soon as the page has something to ask about: a first drawing
 * takes twice as long as the next. Owns whether that happened.
 */
export function makePrewarm(
  { doc, ports, rules, root, signal }: Pick<GuardContext, "doc" | "ports" | "rules" | "root" | "signal">,
  findings: Pick<Findings, "unsilenced">,
): () => void {
  let prewarmed = !ports.ui.prewarm;

  return () => {
    const [found] = prewarmed ? [] : findings.unsilenced();
    const current = rules.current();
    if (!found || !current || current === "failed") return;
    const { surface } = found;
    const request = { site: ports.site.id, action: usualAction(surface), surfaces: [surface] };
    const decision = decide(request, current, ports, ports.newId);
    if (decision.kind !== "hold") return;
    prewarmed = true;
    doc.defaultView?.requestIdleCallback(
      () => !signal.aborted && ports.ui.prewarm?.(root.root, decision.warning),
    );
  };
}
