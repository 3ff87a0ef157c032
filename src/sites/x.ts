import type { Author, Surface } from "../detect/types.ts";
import type { Action } from "../words.ts";
import { type XRole, xData } from "./data/x.ts";
import { isEditable, line, mostCentral, pathOf, plainText, readOnce } from "./dom.ts";
import { X_PLACES } from "./places.ts";
import { rolesOf } from "./roles.ts";
import type { Intent, Key, Site, SiteData } from "./types.ts";

/** First path segments that are places of the site, not handles. */
const PLACES = new Set(
  "home explore i intent compose notifications messages search settings hashtag login jobs premium tos privacy".split(
    " ",
  ),
);

/** Pages under /intent/ that act once their sheet is confirmed; writing has the composer. */
const INTENTS: Readonly<Record<string, Action>> = {
  like: "like",
  favorite: "like",
  retweet: "repost",
  repost: "repost",
  follow: "follow",
  user: "follow",
};

/** X. Everything hangs on `data-testid`, which is the same in every language. */
export function x(doc: Document, data: SiteData = xData): Site {
  const { s } = rolesOf<XRole, never>(data);
  const POST = s("post");
  const EDITOR = s("editor");
  /** Post whose repost or reply control was pressed last: menus and dialogs stand outside of it. */
  let opener: { post: Element; action: "reply" | "repost" | "quote"; surface: Surface } | null = null;
  let focused: Element | null = null;

  const inQuote = (el: Element, post: Element): boolean => {
    const q = el.closest(s("quoted"));
    return !!q && q !== post && post.contains(q) && !!q.querySelector(s("author"));
  };

  function author(el: Element | null): Author {
    if (!el) return {};
    const link = el.querySelector("a[href]");
    const handle = pathOf(link)?.parts[0] ?? /@(\w{1,20})/.exec(line(el))?.[1];
    const name = link
      ? line(link)
      : line(el)
          .replace(/@\w+.*$/, "")
          .trim();
    return { name, handle, verified: !!el.querySelector(s("verified")) || undefined };
  }

  function readAnew(post: Element): Surface {
    const own = (role: XRole) => [...post.querySelectorAll(s(role))].find((el) => !inQuote(el, post)) ?? null;
    const text = own("text");
    const surface: Surface = {
      site: "x",
      kind: "post",
      author: author(own("author")),
      text: text ? plainText(text) : "",
      imageAlt: [...post.querySelectorAll(s("imageAlt"))]
        .map((el) => el.getAttribute("alt") ?? "")
        .filter((alt) => alt.length > 6),
    };
    const quote = [...post.querySelectorAll(s("quoted"))].find((q) => q.querySelector(s("author")));
    if (quote) {
      const inner = quote.querySelector(s("text"));
      surface.inner = {
        site: "x",
        kind: "post",
        author: author(quote.querySelector(s("author"))),
        text: inner ? plainText(inner) : "",
      };
    }
    if (post.matches(s("promoted"))) surface.sponsored = true;
    return surface;
  }

  const readPost = readOnce(readAnew, `${s("author")} a[href]`);

  function page(): Surface | null {
    const header = doc.querySelector(s("pageName"));
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    if (!header || !handle || PLACES.has(handle)) return null;
    const who: Author = {
      name: line(header)
        .replace(/@\w+.*$/, "")
        .trim(),
      handle,
    };
    const bio = line(doc.querySelector(s("bio")));
    const category = line(doc.querySelector(s("pageCategory")));
    if (bio) who.bio = bio;
    if (category) who.category = category;
    return { site: "x", kind: "profile", author: who, text: "" };
  }

  const postIntent = (action: Action, control: Element, post: Element | null): Intent | null =>
    post ? { action, control, anchor: post, surfaces: [readPost(post)] } : null;

  const fromOpener = (action: Action, control: Element): Intent | null =>
    opener
      ? {
          action,
          control,
          anchor: opener.post,
          surfaces: [opener.post.isConnected ? readPost(opener.post) : opener.surface],
        }
      : null;

  function followIntent(button: Element): Intent {
    const handle = /@(\w{1,20})/.exec(button.getAttribute("aria-label") ?? "")?.[1];
    const shown = page();
    if (shown && (!handle || shown.author?.handle?.toLowerCase() === handle.toLowerCase()))
      return { action: "follow", control: button, surfaces: [shown] };
    const cell = button.closest(`${s("userCell")},${POST}`);
    const link = cell && [...cell.querySelectorAll("a[href]")].find((a) => line(a));
    const name = link ? line(link) : "";
    return {
      action: "follow",
      control: button,
      surfaces: [
        {
          site: "x",
          kind: "profile",
          author: { name, handle: handle ?? pathOf(link ?? null)?.parts[0] },
          text: "",
        },
      ],
    };
  }

  /** What is being written, and to whom: a new post, a reply or a quote. */
  function submitIntent(control: Element): Intent | null {
    const dialog = control.closest(s("dialog"));
    const scope: ParentNode = dialog ?? doc;
    const editors = [...scope.querySelectorAll(EDITOR)].filter((e) => dialog || !e.closest(s("dialog")));
    const draft = editors
      .map((e) => plainText(e))
      .join("\n")
      .trim();
    const surfaces: Surface[] = draft ? [{ site: "x", kind: "composer", text: draft }] : [];
    const above = dialog?.querySelector(POST) ?? null;
    const status = !dialog && /\/status\//.test(doc.location.pathname) ? doc.querySelector(POST) : null;
    if (above) return { action: "reply", control, surfaces: [readPost(above), ...surfaces] };
    if (dialog && opener && opener.action !== "repost") {
      const to = fromOpener(opener.action, control);
      if (to) return { ...to, surfaces: [...to.surfaces, ...surfaces] };
    }
    if (status) return { action: "reply", control, surfaces: [readPost(status), ...surfaces] };
    return { action: "publish", control, surfaces };
  }

  /** The sheet that an intent page shows before it likes, reposts or follows (x.com/intent/like?tweet_id=…). */
  function intentPage(control: Element): Intent | null {
    const { pathname, search } = doc.location;
    const action = INTENTS[pathname.replace(/^\/intent\//, "")];
    if (!action || !pathname.startsWith("/intent/")) return null;
    if (action !== "follow") return postIntent(action, control, doc.querySelector(POST));
    const handle = new URLSearchParams(search).get("screen_name") ?? undefined;
    const name = line(doc.querySelector(s("pageName"))).replace(/@\w+.*$/, "");
    return {
      action,
      control,
      surfaces: [{ site: "x", kind: "profile", author: { name: name.trim(), handle }, text: "" }],
    };
  }

  function press(target: Element): Intent | null {
    if (!target.closest('[data-testid],[role="menuitem"]')) return null;
    const hit = (role: XRole) => target.closest(s(role));
    const like = hit("like");
    if (like) return postIntent("like", like, like.closest(POST)) ?? fromOpener("like", like);
    const choice = hit("poll");
    if (choice) return postIntent("vote", choice, choice.closest(POST));
    const confirm = hit("repostConfirm");
    if (confirm) return fromOpener("repost", confirm);
    const submit = hit("submit");
    if (submit) return submit.getAttribute("aria-disabled") === "true" ? null : submitIntent(submit);
    const sheet = hit("intentConfirm");
    if (sheet) return intentPage(sheet);
    const follow = hit("follow");
    return follow ? followIntent(follow) : null;
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing) return null;
    const editor = target.closest(EDITOR);
    if (editor) return k.key === "Enter" && k.ctrl && plainText(editor) ? submitIntent(editor) : null;
    if (isEditable(target) || k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const post = target.closest(POST) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    const like = post?.querySelector(s("like")) ?? null;
    return like ? postIntent("like", like, post) : null;
  }

  const posts = () => [...doc.querySelectorAll(POST)];

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how === "hover") return;
    const post = target.closest(POST);
    if (how === "focus") {
      if (post) focused = post;
      return;
    }
    const hit = (role: XRole) => target.closest(s(role)) !== null;
    if (opener && hit("quoteItem")) opener = { ...opener, action: "quote" };
    else if (hit("composeOpen")) opener = null;
    else if (post && (hit("repost") || hit("reply")))
      opener = { post, action: hit("reply") ? "reply" : "repost", surface: readPost(post) };
  }

  /** Shortcuts that open what `remember` must know: t (repost menu), r (reply), n (new post). */
  function rememberKey(k: string, target: Element): void {
    const post = target.closest(POST) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    if (k === "n") opener = null;
    else if (post && (k === "t" || k === "r"))
      opener = { post, action: k === "r" ? "reply" : "repost", surface: readPost(post) };
  }

  return {
    id: "x",
    places: X_PLACES,
    press,
    key(k, target) {
      if (!k.composing && !k.ctrl && !k.alt && !isEditable(target)) rememberKey(k.key.toLowerCase(), target);
      return key(k, target);
    },
    remember,
    posts,
    readPost,
    page,
    heading: () => doc.querySelector(s("pageName")),
    actionBar: (post) => post.querySelector(s("like"))?.closest(s("actionBar")) ?? null,
    pickerOpen: () => false,
    again: (i) =>
      i.action === "like" && i.anchor?.isConnected ? (i.anchor.querySelector(s("like")) ?? null) : null,
    taken(post) {
      /* What was done has another anchor: of the two the one for doing it is gone. */
      const gone = (at: Element, role: XRole) => !at.querySelector(s(role));
      if (post)
        return post.querySelector(s("actionBar"))
          ? { like: gone(post, "like"), repost: gone(post, "repost") }
          : {};
      const open = [...doc.querySelectorAll(s("follow"))];
      return page() ? { follow: !open.some((el) => !el.closest(`${s("userCell")},${POST}`)) } : {};
    },
    done(i) {
      /* A liked post has "unlike" instead, a followed account "…-unfollow". */
      if (i.action === "follow" && i.control.isConnected) return !i.control.matches(s("follow"));
      if (i.action !== "like" || !i.anchor?.querySelector(s("actionBar"))) return undefined;
      return !i.anchor.querySelector(s("like"));
    },
  };
}
