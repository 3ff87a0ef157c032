import { isEditable, line, mostCentral, outermostAt, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { withPostContext } from "../shared/post-context.ts";
import { type XRole, xData, xReader } from "./reader.ts";
import { places } from "./site.json";

/** Pages under /intent/ that act when their sheet is confirmed. Posting uses the composer instead. */
const INTENT_PAGES: Readonly<Record<string, Action>> = {
  like: "like",
  favorite: "like",
  retweet: "repost",
  repost: "repost",
  follow: "follow",
  user: "follow",
};

/** X. Controls are found by `data-testid`, which is the same in every language. */
export function x(doc: Document, data: SiteData = xData): Site {
  const { selectorOf, isLabel, labelsOf, addressedPost, readPost, community, page } = xReader(data, doc);
  const POST = selectorOf("post");
  const EDITOR = selectorOf("editor");
  /** The post whose repost or reply control was pressed last, because its menu and dialog are outside of it. */
  let opener: { post: Element; action: "reply" | "repost" | "quote"; surface: Surface } | null = null;
  let focused: Element | null = null;
  /** The post whose menu ("…") was opened last. */
  let menuPost: Element | null = null;

  /**
   * The post of a control. In the picture viewer the bar is beside the post, or there is no post: then it is the post
   * in the address.
   */
  function postOf(el: Element): Element | null {
    const post = el.closest(POST);
    const viewer = post ? null : el.closest(selectorOf("dialog"));
    if (!viewer) return post;
    return addressedPost([...viewer.querySelectorAll(POST), ...doc.querySelectorAll(POST)]);
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
    const cell = button.closest(`${selectorOf("userCell")},${POST}`);
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

  /** "Follow @x" in the menu of a post: if that is the author, the post counts as well. */
  function followItem(item: Element): Intent | null {
    const [, word = "", handle] = /^(.+) @(\w{1,20})$/.exec(line(item)) ?? [];
    if (!handle || !isLabel("followItem", word)) return null;
    const post = menuPost?.isConnected ? menuPost : null;
    if (post && readPost(post).author?.handle?.toLowerCase() === handle.toLowerCase())
      return postIntent("follow", item, post);
    const surface: Surface = { site: "x", kind: "profile", author: { handle }, text: "" };
    return { action: "follow", control: item, surfaces: [surface] };
  }

  /** Joins the community of the surrounding card, or that of the page. */
  function joinIntent(button: Element): Intent | null {
    const card = button.closest(selectorOf("communityCard"));
    const link = card && [card, ...card.querySelectorAll("a[href]")].find((a) => pathOf(a)?.parts[2]);
    const name = card ? line(card.querySelector(selectorOf("communityCardName")) ?? link) : "";
    const author: Author = { id: pathOf(link ?? null)?.parts[2], name };
    const group: Surface | null = name ? { site: "x", kind: "group", author, text: "" } : community();
    return group && { action: "join", control: button, surfaces: [group] };
  }

  /** Sends a draft: a new post, a reply or a quote. */
  function submitIntent(control: Element): Intent | null {
    const dialog = control.closest(selectorOf("dialog"));
    const scope: ParentNode = dialog ?? doc;
    const editors = [...scope.querySelectorAll(EDITOR)].filter(
      (e) => dialog || !e.closest(selectorOf("dialog")),
    );
    const draft = editors
      .map((e) => plainText(e))
      .join("\n")
      .trim();
    const surfaces: Surface[] = draft ? [{ site: "x", kind: "composer", text: draft }] : [];
    const repliedTo = dialog?.querySelector(POST) ?? null;
    const statusPost =
      !dialog && /\/status\//.test(doc.location.pathname) ? (addressedPost(posts()) ?? posts()[0]) : null;
    if (repliedTo) return { action: "reply", control, surfaces: [readPost(repliedTo), ...surfaces] };
    if (dialog && opener && opener.action !== "repost") {
      const intent = fromOpener(opener.action, control);
      if (intent) return { ...intent, surfaces: [...intent.surfaces, ...surfaces] };
    }
    if (statusPost) return { action: "reply", control, surfaces: [readPost(statusPost), ...surfaces] };
    const group = community();
    return { action: "publish", control, surfaces: group ? [group, ...surfaces] : surfaces };
  }

  /** The sheet that an intent page shows before it likes, reposts or follows (x.com/intent/like?tweet_id=…). */
  function intentPage(control: Element): Intent | null {
    const { pathname, search } = doc.location;
    const action = INTENT_PAGES[pathname.replace(/^\/intent\//, "")];
    if (!action || !pathname.startsWith("/intent/")) return null;
    if (action !== "follow") return postIntent(action, control, doc.querySelector(POST));
    const handle = new URLSearchParams(search).get("screen_name") ?? undefined;
    const name = line(doc.querySelector(selectorOf("pageName"))).replace(/@\w+.*$/, "");
    return {
      action,
      control,
      surfaces: [{ site: "x", kind: "profile", author: { name: name.trim(), handle }, text: "" }],
    };
  }

  function press(target: Element): Intent | null {
    if (!target.closest('[data-testid],[role="menuitem"]')) return null;
    const hit = (role: XRole) => target.closest(selectorOf(role));
    const like = hit("like");
    if (like) return postIntent("like", like, postOf(like)) ?? fromOpener("like", like);
    const choice = hit("poll");
    if (choice) return postIntent("vote", choice, choice.closest(POST));
    const confirm = hit("repostConfirm");
    if (confirm) return fromOpener("repost", confirm);
    const submit = hit("submit");
    if (submit) return submit.getAttribute("aria-disabled") === "true" ? null : submitIntent(submit);
    const sheetButton = hit("intentConfirm");
    if (sheetButton) return intentPage(sheetButton);
    const follow = hit("follow");
    if (follow) return followIntent(follow);
    const item = hit("menuItem");
    if (item) return followItem(item);
    const join = hit("join");
    return join && !labelsOf("joined").some((word) => line(join).startsWith(word)) ? joinIntent(join) : null;
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing) return null;
    const editor = target.closest(EDITOR);
    if (editor) return k.key === "Enter" && k.ctrl && plainText(editor) ? submitIntent(editor) : null;
    if (isEditable(target) || k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const post = target.closest(POST) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    const like = post?.querySelector(selectorOf("like")) ?? null;
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
    const hit = (role: XRole) => target.closest(selectorOf(role)) !== null;
    if (opener && hit("quoteItem")) opener = { ...opener, action: "quote" };
    else if (hit("composeOpen")) opener = null;
    else if (hit("caret")) menuPost = post;
    else if (post && (hit("repost") || hit("reply")))
      opener = { post, action: hit("reply") ? "reply" : "repost", surface: readPost(post) };
  }

  /** Shortcuts that open a menu or dialog: t (repost menu), r (reply), n (new post). */
  function rememberKey(k: string, target: Element): void {
    const post = target.closest(POST) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    if (k === "n") opener = null;
    else if (post && (k === "t" || k === "r"))
      opener = { post, action: k === "r" ? "reply" : "repost", surface: readPost(post) };
  }

  return withPostContext({
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
    heading: () => doc.querySelector(community() ? selectorOf("communityName") : selectorOf("pageName")),
    actionBar: (post) => post.querySelector(selectorOf("like"))?.closest(selectorOf("actionBar")) ?? null,
    pickerOpen: () => false,
    findRedrawn: (i) =>
      i.action === "like" && i.anchor?.isConnected
        ? (i.anchor.querySelector(selectorOf("like")) ?? null)
        : null,
    actionState(post) {
      /* A done action has another test id, so the selector for doing it finds nothing. */
      const isMissing = (at: Element, role: XRole) => !at.querySelector(selectorOf(role));
      if (post)
        return post.querySelector(selectorOf("actionBar"))
          ? { like: isMissing(post, "like"), repost: isMissing(post, "repost") }
          : {};
      const buttons = [...doc.querySelectorAll(selectorOf("follow"))];
      return page()
        ? { follow: !buttons.some((el) => !el.closest(`${selectorOf("userCell")},${POST}`)) }
        : {};
    },
    isDone(i) {
      /* A liked post has "unlike" instead of "like", a followed account "…-unfollow". */
      if (i.action === "follow" && i.control.isConnected && !i.control.matches(selectorOf("menuItem")))
        return !i.control.matches(selectorOf("follow"));
      if (i.action !== "like" || !i.anchor?.querySelector(selectorOf("actionBar"))) return undefined;
      return !i.anchor.querySelector(selectorOf("like"));
    },
  });
}
