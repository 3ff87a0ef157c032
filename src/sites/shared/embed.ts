import type { SiteId } from "../../domain/vocabulary.ts";
import type { Intent, Site } from "../adapter.ts";

/** Match patterns of a path on these hosts, so that frames other than embeds get no script. */
export const pathPatterns = (hosts: readonly string[], path: string): string[] =>
  hosts.map((host) => `https://${host}${path}`);

/**
 * The adapter of an embed, a frame of the site in another site's page. It recognises pressed controls only: nothing is
 * scanned or marked. It never reports an action as done, so that no later press in the frame, which the surrounding
 * page could provoke, passes without a question; a confirmed action is replayed exactly once.
 */
export const makeEmbedSite = (id: SiteId, press: (target: Element) => Intent | null): Site => ({
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
  findRedrawn: () => null,
});
