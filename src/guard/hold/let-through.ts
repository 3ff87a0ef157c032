import type { Intent, Site } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import { contentKey } from "../decision/assessment-cache.ts";
import { type Activation, replay } from "./replay.ts";
import { isSameSurface } from "./same-surface.ts";

/** A site that accepts an action shows it within this time, in ms: every site tried does so before its server replies. */
export const SHOWN_WITHIN_MS = 700;
/** How long the user's next real press may pass once, after a site refused the replayed event, in ms. */
export const PASS_MS = 10_000;
const LOOK_EVERY_MS = 200;

export interface LetThrough {
  /** Performs the site's own action once, or not at all if its surface is gone. */
  perform(intent: Intent, activation: Activation): void;
  /** True, once, for the user's press that repeats an action whose replay the site refused. */
  passes(intent: Intent): boolean;
  /** Like `passes`, but uses nothing up. */
  wouldPass(intent: Intent): boolean;
}

export function makeLetThrough({
  doc,
  ports: { site },
  signal,
  onPass,
  toast: showToast,
}: Pick<GuardContext, "doc" | "ports" | "signal" | "onPass" | "toast">): LetThrough {
  const view = doc.defaultView!;
  /** The action whose replay the site refused. */
  let refused: { intent: Intent; until: number; end(): void } | null = null;
  signal.addEventListener("abort", () => refused?.end());

  /** Whether the site shows the action as done; undefined once the element shows another post. */
  function isDone(intent: Intent): boolean | undefined {
    const { anchor, surfaces } = intent;
    if (!site.isDone || (anchor && !anchor.isConnected)) return undefined;
    if (anchor && contentKey(site.readPost(anchor)) !== contentKey(surfaces[0]!)) return undefined;
    return site.isDone(intent);
  }

  /** Lets the next real press pass, until the site shows the action after all: it must not happen twice. */
  function refuse(intent: Intent): void {
    refused?.end();
    const hideToast = showToast("refused", PASS_MS);
    const stateTimer = view.setInterval(() => {
      if (isDone(intent) !== false) refused?.end();
    }, LOOK_EVERY_MS);
    const end = () => {
      view.clearInterval(stateTimer);
      view.clearTimeout(passTimer);
      hideToast();
      refused = null;
    };
    const passTimer = view.setTimeout(end, PASS_MS);
    refused = { intent, until: performance.now() + PASS_MS, end };
  }

  const expects = (intent: Intent): boolean =>
    !!refused &&
    isSameIntent(refused.intent, intent) &&
    isDone(refused.intent) === false &&
    performance.now() <= refused.until;

  return {
    wouldPass: expects,
    perform(intent, activation) {
      onPass?.(intent);
      if (isDone(intent)) return;
      const target = findTarget(site, intent, activation);
      if (!target || !replay({ ...activation, target })) {
        showToast("gone", PASS_MS);
        return;
      }
      if (isDone(intent) === false)
        view.setTimeout(() => {
          if (!signal.aborted && isDone(intent) === false) refuse(intent);
        }, SHOWN_WITHIN_MS);
    },
    passes(intent) {
      if (!expects(intent)) return false;
      refused?.end();
      return true;
    },
  };
}

const isSameIntent = (a: Intent, b: Intent): boolean =>
  a.action === b.action &&
  a.surfaces.length === b.surfaces.length &&
  a.surfaces.every((surface, at) => contentKey(surface) === contentKey(b.surfaces[at]!));

/** The element on which the action still has the meaning the user gave it, or null: then nothing may happen. */
function findTarget(site: Site, intent: Intent, activation: Activation): Element | null {
  const isSame = (at: Element) => isSameSurface(site, intent, activation, at);
  if (activation.target.isConnected && isSame(activation.target)) return activation.target;
  const redrawn = intent.control.isConnected ? intent.control : site.findRedrawn(intent);
  return redrawn && isSame(redrawn) ? redrawn : null;
}
