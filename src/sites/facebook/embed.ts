import { isDisabled, labelOf, line, pathOf, pathOfUrl, plainText } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { actsOnly } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { accountAt, type FacebookRole, type FacebookWord, facebookData } from "./reader.ts";

/** An address that is a page of Facebook's; without `new URL`, which throws on what a page may write there. */
const FACEBOOK = /^https?:\/\/([\w-]+\.)*facebook\.com\//i;
const ITS_SHARING = /^https:\/\/([\w-]+\.)*facebook\.com\/(sharer|dialog)\//i;
/** Second segments of an address that is a post of the account in the first one. */
const OF_POSTS = /^(posts|photos|videos|permalink)$/;
const SHARER = "https://www.facebook.com/sharer/sharer.php";

/**
 * Facebook's plugins in other sites' pages: like, page, post, video and share button. What they are about stands in
 * their address (`href`), so the account is known whatever the frame shows.
 */
export function facebookEmbed(doc: Document, data: SiteData = facebookData): Site {
  const { s, is } = rolesOf<FacebookRole, FacebookWord>(data);
  const about = new URLSearchParams(doc.location.search).get("href") ?? "";
  const plugin = /\/plugins\/(\w+)\.php/.exec(doc.location.pathname)?.[1] ?? "";

  /** The page or post that the plugin is about; anything else under the web has no account, only the frame's words. */
  function surface(): Surface {
    const at = pathOfUrl(about);
    const own = at && FACEBOOK.test(at.url) ? at : null;
    const who = accountAt(own);
    const named = [...doc.querySelectorAll(s("embedName"))].find((link) => {
      const its = accountAt(pathOf(link));
      const same = who.handle ? its.handle?.toLowerCase() === who.handle.toLowerCase() : its.id === who.id;
      return same && line(link);
    });
    const post = /^(post|video)$/.test(plugin) || !!own?.parts.some((part) => OF_POSTS.test(part));
    const texts = [...doc.querySelectorAll(s("embedText"))].map((el) => plainText(el)).filter(Boolean);
    const name = named ? line(named) : undefined;
    return {
      site: "facebook",
      kind: post || !own ? "post" : "profile",
      author: { ...who, ...(name && { name }) },
      text: [...new Set(texts)].join("\n").slice(0, 4_000),
    };
  }

  const intent = (action: Action, control: Element, opens?: string): Intent => ({
    action,
    control,
    surfaces: [surface()],
    opens,
  });

  /** Sharing opens Facebook's own page for it; held here, that page is opened by the extension. */
  function share(control: Element): Intent {
    const link = control.closest("a")?.getAttribute("href") ?? "";
    const to = pathOfUrl(link, doc.baseURI);
    const own = to && ITS_SHARING.test(to.url);
    return intent(
      "share",
      control,
      own ? new URL(link, doc.baseURI).href : `${SHARER}?u=${encodeURIComponent(about)}`,
    );
  }

  function press(target: Element): Intent | null {
    const button = target.closest(s("embedButton"));
    if (!button || isDisabled(button)) return null;
    const label = labelOf(button) || button.getAttribute("value") || button.getAttribute("title") || "";
    if (button.matches(s("embedUndo")) || is("unlike", label)) return null;
    if (button.matches(s("embedLike")) || is("like", label) || is("embedLikePage", label))
      return intent("like", button);
    if (is("follow", label) || is("embedFollow", label)) return intent("follow", button);
    if (button.matches(s("embedShare")) || is("embedShare", label)) return share(button);
    return null;
  }

  return actsOnly("facebook", press);
}
