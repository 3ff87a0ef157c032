import { isEditable, line, mostCentral, outermostAt, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { situated } from "../shared/post-context.ts";
import { type XRole, xData, xReader } from "./reader.ts";
import { places } from "./site.json";

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
  const { s, is, words, named, readPost, community, page } = xReader(data, doc);
  const POST = s("post");
  const EDITOR = s("editor");
  /** Post whose repost or reply control was pressed last: menus and dialogs stand outside of it. */
  let opener: { post: Element; action: "reply" | "repost" | "quote"; surface: Surface } | null = null;
  let focused: Element | null = null;
  /** Post whose menu ("…") was opened last. */
  let ofMenu: Element | null = null;

  /**
   * The post that a control belongs to. The viewer of pictures has its bar beside the post, or no post at all: then it
   * is the one that the address names.
   */
  function postOf(el: Element): Element | null {
    const around = el.closest(POST);
    const viewer = around ? null : el.closest(s("dialog"));
    if (!viewer) return around;
    return named([...viewer.querySelectorAll(POST), ...doc.querySelectorAll(POST)]);
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

  /** "Follow @x" in the menu of a post: what its author posts counts, too. */
  function followItem(item: Element): Intent | null {
    const [, word = "", handle] = /^(.+) @(\w{1,20})$/.exec(line(item)) ?? [];
    if (!handle || !is("followItem", word)) return null;
    const post = ofMenu?.isConnected ? ofMenu : null;
    if (post && readPost(post).author?.handle?.toLowerCase() === handle.toLowerCase())
      return postIntent("follow", item, post);
    const surface: Surface = { site: "x", kind: "profile", author: { handle }, text: "" };
    return { action: "follow", control: item, surfaces: [surface] };
  }

  /** Joining the community of the card around the button, else that of the page. */
  function joinIntent(button: Element): Intent | null {
    const card = button.closest(s("communityCard"));
    const link = card && [card, ...card.querySelectorAll("a[href]")].find((a) => pathOf(a)?.parts[2]);
    const name = card ? line(card.querySelector(s("communityCardName")) ?? link) : "";
    const author: Author = { id: pathOf(link ?? null)?.parts[2], name };
    const place: Surface | null = name ? { site: "x", kind: "group", author, text: "" } : community();
    return place && { action: "join", control: button, surfaces: [place] };
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
    const status =
      !dialog && /\/status\//.test(doc.location.pathname) ? (named(posts()) ?? posts()[0]) : null;
    if (above) return { action: "reply", control, surfaces: [readPost(above), ...surfaces] };
    if (dialog && opener && opener.action !== "repost") {
      const to = fromOpener(opener.action, control);
      if (to) return { ...to, surfaces: [...to.surfaces, ...surfaces] };
    }
    if (status) return { action: "reply", control, surfaces: [readPost(status), ...surfaces] };
    const place = community();
    return { action: "publish", control, surfaces: place ? [place, ...surfaces] : surfaces };
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
    if (like) return postIntent("like", like, postOf(like)) ?? fromOpener("like", like);
    const choice = hit("poll");
    if (choice) return postIntent("vote", choice, choice.closest(POST));
    const confirm = hit("repostConfirm");
    if (confirm) return fromOpener("repost", confirm);
    const submit = hit("submit");
    if (submit) return submit.getAttribute("aria-disabled") === "true" ? null : submitIntent(submit);
    const sheet = hit("intentConfirm");
    if (sheet) return intentPage(sheet);
    const follow = hit("follow");
    if (follow) return followIntent(follow);
    const item = hit("menuItem");
    if (item) return followItem(item);
    const join = hit("join");
    return join && !words("joined").some((word) => line(join).startsWith(word)) ? joinIntent(join) : null;
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
    if (how === "focus") {
      focused = target.closest(POST) ?? focused;
      return;
    }
    const post = postOf(target);
    const hit = (role: XRole) => target.closest(s(role)) !== null;
    if (opener && hit("quoteItem")) opener = { ...opener, action: "quote" };
    else if (hit("composeOpen")) opener = null;
    else if (hit("caret")) ofMenu = post;
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

  return situated({
    id: "x",
    places,
    press,
    key(k, target) {
      if (!k.composing && !k.ctrl && !k.alt && !isEditable(target)) rememberKey(k.key.toLowerCase(), target);
      return key(k, target);
    },
    remember,
    posts,
    postsIn: (el) => outermostAt(el, POST),
    postAt: (el) => el.closest(POST),
    readPost,
    page,
    heading: () => doc.querySelector(community() ? s("communityName") : s("pageName")),
    actionBar: (post) => post.querySelector(s("like"))?.closest(s("actionBar")) ?? null,
    pickerOpen: () => false,
    again: (i) =>
      i.action === "like" && i.anchor?.isConnected ? (i.anchor.querySelector(s("like")) ?? null) : null,
    actionState(post) {
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
      if (i.action === "follow" && i.control.isConnected && !i.control.matches(s("menuItem")))
        return !i.control.matches(s("follow"));
      if (i.action !== "like" || !i.anchor?.querySelector(s("actionBar"))) return undefined;
      return !i.anchor.querySelector(s("like"));
    },
  });
}
