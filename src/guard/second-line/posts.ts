import type { Surface } from "../../domain/assessment.ts";
import type { SiteId } from "../../domain/sites.ts";
import type { ActingKind } from "./acting-control.ts";
import { type BoxSearch, boxAround, outermostHost, parentOf } from "./box.ts";
import type { Controls } from "./controls.ts";
import { accountsIn, hasWords, type Reading, readBox } from "./read.ts";

/** A part of the page and what it says. */
export interface ReadPart {
  reading: Reading;
  root: Element;
}

/** The posts of a page, each found from one of its controls. */
export interface Posts {
  /** Reads the part of the page around a control of some kind; controls without a kind are alike by their markup. */
  around(control: Element, kind: ActingKind | null): ReadPart | null;
  /** The post that the control is a part of. */
  beside(control: Element): ReadPart | null;
}

/** Where climbing ends: nothing beyond belongs to one post or account. */
export const PAGE = "body,html,main,[role=main]";

export function makePosts({ what, ofKind }: Controls): Posts {
  function around(control: Element, kind: ActingKind | null): ReadPart | null {
    const shape = shapeOf(control);
    const search: BoxSearch = {
      accountsIn,
      hasWords,
      isSameKind: (other) => (kind ? what(other)?.kind === kind : shapeOf(other) === shape),
    };
    const box = boxAround(control, search);
    const reading = box && readBox(box);
    return box && reading ? { reading, root: box.root } : null;
  }
  return {
    around,
    beside(control) {
      for (let at = parentOf(control); at && !at.matches(PAGE); at = parentOf(at)) {
        const [like] = ofKind(at, "like", control, 1);
        if (!like) continue;
        const found = around(like, "like");
        return found?.root.contains(outermostHost(control)) ? found : null;
      }
      return null;
    },
  };
}

export const surfaceOf = (site: SiteId, { author, text, imageAlt }: Reading): Surface => ({
  site,
  kind: "post",
  author,
  text,
  ...(imageAlt.length && { imageAlt }),
});

/** What controls alike share: their tag, role and the names of their attributes. */
const shapeOf = (control: Element): string =>
  `${control.localName} ${control.getAttribute("data-testid") ?? ""} ${[...control.attributes].map(({ name }) => name).sort()} ${control.getAttribute("aria-haspopup")}`;
