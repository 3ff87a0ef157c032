import { isDisabled, labelOf, line, pathOf, pathOfUrl, plainText } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { makeEmbedSite } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { accountAt, type FacebookLabel, type FacebookRole, facebookData } from "./reader.ts";

/** Addresses of Facebook's pages. A regular expression, because `new URL` throws on invalid addresses. */
const FACEBOOK_URL = /^https?:\/\/([\w-]+\.)*facebook\.com\//i;
const SHARE_PAGE = /^https:\/\/([\w-]+\.)*facebook\.com\/(sharer|dialog)\//i;
/** Second path segments of a post whose first segment is its account. */
const POST_SEGMENT = /^(posts|photos|videos|permalink)$/;
const SHARER_URL = "https://www.facebook.com/sharer/sharer.php";

/**
 * Facebook's plugins in other sites' pages: like, page, post, video and share button. Their address contains their
 * subject (`href`), so that the account is known whatever the frame shows.
 */
export function facebookEmbed(doc: Document, data: SiteData = facebookData): Site {
  const { selectorOf, isLabel } = rolesOf<FacebookRole, FacebookLabel>(data);
  const targetUrl = new URLSearchParams(doc.location.search).get("href") ?? "";
  const plugin = /\/plugins\/(\w+)\.php/.exec(doc.location.pathname)?.[1] ?? "";

  /** The plugin's page or post; any other web page has no account, only the frame's text. */
  function surface(): Surface {
    const at = pathOfUrl(targetUrl);
    const target = at && FACEBOOK_URL.test(at.url) ? at : null;
    const who = accountAt(target);
    const authorLink = [...doc.querySelectorAll(selectorOf("embedName"))].find((link) => {
      const account = accountAt(pathOf(link));
      const isSame = who.handle
        ? account.handle?.toLowerCase() === who.handle.toLowerCase()
        : account.id === who.id;
      return isSame && line(link);
    });
    const isPost = /^(post|video)$/.test(plugin) || !!target?.parts.some((part) => POST_SEGMENT.test(part));
    const texts = [...doc.querySelectorAll(selectorOf("embedText"))]
      .map((el) => plainText(el))
      .filter(Boolean);
    const name = authorLink ? line(authorLink) : undefined;
    return {
      site: "facebook",
      kind: isPost || !target ? "post" : "profile",
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

  /** Sharing opens a page of Facebook; after a hold the extension opens it. */
  function shareIntent(control: Element): Intent {
    const link = control.closest("a")?.getAttribute("href") ?? "";
    const to = pathOfUrl(link, doc.baseURI);
    const own = to && SHARE_PAGE.test(to.url);
    return intent(
      "share",
      control,
      own ? new URL(link, doc.baseURI).href : `${SHARER_URL}?u=${encodeURIComponent(targetUrl)}`,
    );
  }

  function press(target: Element): Intent | null {
    const button = target.closest(selectorOf("embedButton"));
    if (!button || isDisabled(button)) return null;
    const label = labelOf(button) || button.getAttribute("value") || button.getAttribute("title") || "";
    if (button.matches(selectorOf("embedUndo")) || isLabel("unlike", label)) return null;
    if (button.matches(selectorOf("embedLike")) || isLabel("like", label) || isLabel("embedLikePage", label))
      return intent("like", button);
    if (isLabel("follow", label) || isLabel("embedFollow", label)) return intent("follow", button);
    if (button.matches(selectorOf("embedShare")) || isLabel("embedShare", label)) return shareIntent(button);
    return null;
  }

  return makeEmbedSite("facebook", press);
}
