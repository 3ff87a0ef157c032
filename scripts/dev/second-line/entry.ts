/** The second line on a page, with no adapter: only hosts and labels of actions of a site's data are given. */
import { withSecondLine } from "../../../src/guard/second-line/with-second-line.ts";
import type { Site, SiteData } from "../../../src/sites/adapter.ts";

declare global {
  interface Window {
    __secondLine(id: Site["id"], data: SiteData): Site;
  }
}

window.__secondLine = (id, data) => {
  const claimsNothing: Site = {
    id,
    press: () => null,
    key: () => null,
    remember: () => {},
    posts: () => [],
    readPost: () => ({ site: id, kind: "post", text: "" }),
    page: () => null,
    heading: () => null,
    actionBar: () => null,
    pickerOpen: () => false,
    findRedrawn: () => null,
  };
  const nothing = { onUnread() {}, isFlagged: () => false, tell() {}, signal: new AbortController().signal };
  return withSecondLine(document, claimsNothing, () => data, nothing);
};
