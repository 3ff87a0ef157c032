import type { SiteId } from "../../domain/vocabulary.ts";
import type { Intent, Site } from "../adapter.ts";

/** Match patterns of a path under these hosts: a frame that is no embed gets no script at all. */
export const under = (hosts: readonly string[], path: string): string[] =>
  hosts.map((host) => `https://${host}${path}`);

/**
 * A site as it stands in a frame of another site's page: pressed controls are all there is. Nothing is scanned or
 * marked there. It does not say whether an action is done, so that no later press in the frame (which the page around
 * could arrange) ever passes unasked: what was confirmed is made anew once, and that is all.
 */
export const actsOnly = (id: SiteId, press: (target: Element) => Intent | null): Site => ({
  id,
  press,
  key: () => null,
  remember: () => {},
  posts: () => [],
  readPost: () => ({ site: id, kind: "post", text: "" }),
  page: () => null,
  heading: () => null,
  actionBar: () => null,
  pickerOpen: () => false,
  again: () => null,
});
