import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import {
  type ActingControl,
  type ActingKind,
  actingControl,
  CONTROL,
  type Vocabulary,
  vocabularyOf,
} from "./acting-control.ts";
import { forgetShown, isShown } from "./visible.ts";

/** The controls of a page, as they are during one press: the same one is asked for at each step outwards. */
export interface Controls {
  /** What a control does; null if it does not act. */
  what(control: Element): ActingControl | null;
  /** The first `most` shown controls of a kind in a part, without this one. */
  ofKind(part: Element, kind: ActingKind, control?: Element | null, most?: number): Element[];
  /** Looks at the page anew, and keeps nothing of it afterwards. */
  anew<T>(look: () => T): T;
}

export function makeControls(data: () => SiteData): Controls {
  let vocabulary: Vocabulary | null = null;
  let dataBefore: SiteData | null = null;
  const words = (): Vocabulary => {
    const now = data();
    if (!vocabulary || now !== dataBefore) vocabulary = vocabularyOf(now);
    dataBefore = now;
    return vocabulary;
  };
  let asked = new Map<Element, ActingControl | null>();
  const forget = (): void => {
    asked = new Map();
    forgetShown();
  };
  function what(control: Element): ActingControl | null {
    let found = asked.get(control);
    if (found === undefined) {
      found = actingControl(control, words());
      asked.set(control, found);
    }
    return found;
  }
  return {
    what,
    ofKind(part, kind, control = null, most = Number.POSITIVE_INFINITY) {
      const found: Element[] = [];
      for (const one of part.querySelectorAll(CONTROL)) {
        if (found.length >= most) break;
        if (one !== control && what(one)?.kind === kind && isShown(one)) found.push(one);
      }
      return found;
    },
    anew(look) {
      forget();
      try {
        return look();
      } finally {
        forget();
      }
    },
  };
}
