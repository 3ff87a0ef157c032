import {
  draftOf,
  isEditable,
  isHiddenCopy,
  labelOf,
  line,
  mostCentral,
  outermost,
  outermostAt,
  pathOf,
  plainText,
} from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { ActionState, Intent, Key, Site, SiteData } from "../adapter.ts";
import { situated } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { type FacebookRole, type FacebookWord, facebookData, facebookReader } from "./reader.ts";
import { places } from "./site.json";

/** What is shown alone bears no mark of a post; in a feed without marks nothing counts as read, and the user is told. */
const VIEWER = /^\/(?:reel|watch|photo|[^/]+\/(?:reels|videos|photos))\b/;
/** A reaction picker has seven items; what has more holds something else, too. */
const PICKER = 8;

/** Facebook (www, web, m). Posts are found by what they are (`aria-posinset`, roles), never by class names. */
export function facebook(doc: Document, data: SiteData = facebookData): Site {
  const { s, is, words } = rolesOf<FacebookRole, FacebookWord>(data);
  const read = facebookReader(data, doc);
  const BUTTON = s("button");
  const EDITOR = s("editor");
  const DIALOG = s("dialog");
  /** Post that was pressed last: share dialogs are opened from it. */
  let opener: Element | null = null;
  /** Post that was pressed or hovered over last: pickers are. */
  let hovered: Element | null = null;
  let focused: Element | null = null;
  /** What was asked for last: `press` and, right after it, `remember` ask for the same post. */
  let last: { of: Element; post: Element | null } | null = null;

  const postOf = (el: Element): Element | null => {
    if (last?.of !== el) last = { of: el, post: read.postOf(el) };
    return last.post;
  };

  const buttonOf = (target: Element): Element | null => {
    const button = target.closest(BUTTON);
    return button?.matches(EDITOR) ? (button.parentElement?.closest(BUTTON) ?? null) : button;
  };

  const surfaceAt = (el: Element): { anchor: Element | undefined; surface: Surface | null } => {
    const post = postOf(el);
    const comment = read.commentOf(el);
    if (comment) return { anchor: comment, surface: read.readComment(comment, post) };
    if (post) return { anchor: post, surface: read.readPost(post) };
    return { anchor: undefined, surface: null };
  };

  const intent = (action: Action, control: Element, from: Element | null, draft = ""): Intent => {
    const at = from ? surfaceAt(from) : { anchor: undefined, surface: null };
    const surfaces: Surface[] = at.surface ? [at.surface] : [];
    if (!at.surface && action !== "publish") {
      const page = read.page();
      if (page) surfaces.push(page);
    }
    if (draft) surfaces.push({ site: "facebook", kind: "composer", text: draft });
    return { action, control, anchor: at.anchor, surfaces };
  };

  /** How many items the reaction picker around an element has; 0: there is none. */
  const reactionsNear = (el: Element): number => {
    const box = el.closest(s("picker"));
    if (!box || box.querySelector(EDITOR)) return 0;
    const labels = [...box.querySelectorAll(s("pickerItem"))].map(labelOf);
    return labels.length <= 14 && words("pickerMark").every((word) => labels.includes(word))
      ? labels.length
      : 0;
  };

  /** A dialog for writing a post: it has an editor and shows no post of somebody else. */
  const composerOf = (el: Element): { dialog: Element; text: string } | null => {
    const dialog = el.closest(DIALOG);
    if (!dialog || read.postOf(el) === dialog) return null;
    const editor = dialog.querySelector(EDITOR);
    return editor ? { dialog, text: plainText(editor) } : null;
  };

  const editorNear = (el: Element): Element | null => {
    const scope = el.closest("form") ?? read.commentOf(el) ?? read.postOf(el);
    return scope ? ([...scope.querySelectorAll(EDITOR)].find((e) => draftOf(e)) ?? null) : null;
  };

  /**
   * Layouts before 2025, in a language without known words: only a like, of a post or a comment, has a picker's button
   * beside it (or beside its box), which is an icon alone.
   */
  const isBesidePicker = (button: Element): boolean => {
    const next = button.nextElementSibling ?? button.parentElement?.nextElementSibling;
    return (
      !!next?.matches(BUTTON) &&
      !line(next) &&
      !!next.querySelector(s("barIcon")) &&
      button.hasAttribute("aria-label") &&
      !!read.postOf(button)
    );
  };

  const isLike = (button: Element, label: string): boolean => {
    if (is("unlike", label)) return false;
    if (button.matches(s("likeLegacy"))) return button.getAttribute("aria-pressed") !== "true";
    if (is("like", label)) return true;
    const anchor = button.querySelector(s("likeAnchor"));
    /* Without known words: before a like the label and the visible word are the same, afterwards they differ. */
    if (anchor) return !/:/.test(label) && line(anchor) === label;
    if (isBesidePicker(button)) return line(button) === label;
    const [first = "", count] = label.split(", ");
    return !!count && (/^\d/.test(count) || !!button.closest(s("mobileButton"))) && is("like", first);
  };

  function press(target: Element): Intent | null {
    const button = buttonOf(target);
    if (!button || button.getAttribute("aria-disabled") === "true" || isHiddenCopy(button)) return null;
    last = null;
    const label = labelOf(button);
    /* Undoing is nobody's business. */
    if (is("unlike", label)) return null;
    const items = reactionsNear(button);
    /* In a picker by itself every item is a reaction, whatever language names it. */
    if (button.matches(s("reactionLegacy")) || (items && (items <= PICKER || is("reaction", label))))
      return intent("react", button, read.postOf(button) ? button : hovered);
    if (isLike(button, label)) {
      const inHeader = button.closest(s("pageActions"));
      return intent("like", button, inHeader ? null : button);
    }
    /* With whom it is shared may follow. */
    if (words("shareNow").some((word) => label.startsWith(word)))
      return intent("share", button, read.postOf(button) ? button : opener, composerOf(button)?.text);
    const composer = composerOf(button);
    if (composer && is("publish", label)) return intent("publish", button, null, composer.text);
    if (is("sendComment", label)) {
      const editor = editorNear(button);
      if (editor)
        return intent(read.commentOf(editor) ? "reply" : "comment", button, editor, draftOf(editor));
    }
    if (is("join", label) || button.matches(s("joinLink"))) return followIntent("join", button);
    if (is("follow", label)) return followIntent("follow", button);
    /* On the page of an event, on a card of one in a post, and in the menu of either. */
    if (is("attend", label) && (read.postOf(button) || /^\/events\//.test(doc.location.pathname)))
      return intent("attend", button, button);
    return button.matches(s("poll")) && button.closest(read.POST) ? intent("vote", button, button) : null;
  }

  /** In a post the author is followed; in the header the page; on a card the account that the card links to. */
  function followIntent(action: "follow" | "join", button: Element): Intent {
    if (read.postOf(button) || button.closest(s("pageActions"))) {
      const inPost = intent(action, button, read.postOf(button));
      if (inPost.surfaces.length) return inPost;
    }
    for (let at = button.parentElement, up = 0; at && up < 6; at = at.parentElement, up++) {
      const link = [...at.querySelectorAll("a[href]")].find((a) => line(a) && pathOf(a)?.parts.length);
      if (link) {
        const author = { name: line(link), ...read.account(link) };
        const page = read.page();
        const who = author.id ?? author.handle;
        const own = page && !!who && (who === page.author?.id || who === page.author?.handle);
        const shown: Surface = own ? page : { site: "facebook", kind: "profile", author, text: "" };
        return { action, control: button, surfaces: [shown] };
      }
      if (at.matches(s("main"))) break;
    }
    return intent(action, button, null);
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing) return null;
    last = null;
    if (isEditable(target)) {
      const editor = target.closest(EDITOR);
      if (!editor || k.key !== "Enter" || k.shift) return null;
      const draft = draftOf(editor);
      if (!draft) return null;
      if (composerOf(editor)) return k.ctrl ? intent("publish", editor, null, draft) : null;
      if (is("message", editor.getAttribute("aria-label") ?? "") || !read.postOf(editor)) return null;
      const label = editor.getAttribute("aria-label") ?? "";
      const reply = !!read.commentOf(editor) || words("replyPrefix").some((w) => label.startsWith(`${w} `));
      return intent(reply ? "reply" : "comment", editor, editor, draft);
    }
    if (k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const post = read.postOf(target) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    const like = post && likeButton(post);
    return like ? intent("like", like, like) : null;
  }

  const likeButton = (post: Element) =>
    [...post.querySelectorAll(BUTTON)].find(
      (b) => isLike(b, labelOf(b)) && !read.commentOf(b) && !reactionsNear(b),
    ) ?? null;

  const says = (post: Element) => !!post.querySelector(`${s("text")},${s("author")},${s("mobileText")}`);
  const posts = () => {
    const marked = outermost(doc, read.POST).filter(says);
    return marked.length || !VIEWER.test(doc.location.pathname) ? marked : read.unmarked();
  };

  const isUnlike = (button: Element, label: string): boolean =>
    is("unlike", label) ||
    (button.matches(s("likeLegacy")) && button.getAttribute("aria-pressed") === "true") ||
    ((button.querySelector(s("likeAnchor")) !== null || isBesidePicker(button)) && !isLike(button, label));

  /** In the heading of a page or group: the words for following or joining are gone once it is done. */
  function headTaken(): ActionState {
    const head = doc.querySelector(s("pageActions")) ?? doc.querySelector(s("main"));
    const said = [...(head?.querySelectorAll(BUTTON) ?? [])].filter((b) => !read.postOf(b)).map(labelOf);
    if (!said.length) return {};
    const none = (action: "follow" | "join") => !said.some((label) => is(action, label));
    return { follow: none("follow"), join: none("join"), like: said.some((label) => is("unlike", label)) };
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    /* Only what can be pressed opens a picker by hovering. */
    const button = buttonOf(target);
    const find = how === "press" ? postOf : read.postOf;
    const post = how === "hover" && !button ? null : find(button ?? target);
    last = null;
    if (!post) return;
    if (how === "focus") focused = post;
    else hovered = post;
    if (how === "press") opener = post;
  }

  return situated({
    id: "facebook",
    places,
    press,
    key,
    remember,
    posts,
    postsIn: (el) => outermostAt(el, read.POST).filter(says),
    readPost: read.readPost,
    page: read.page,
    heading: () => doc.querySelector(s("pageName")),
    actionBar: (post) => likeButton(post)?.parentElement ?? post.querySelector(s("likeAnchor")),
    pickerOpen: () =>
      [...doc.querySelectorAll(s("picker"))].some((box) => {
        const inside = box.querySelector(s("pickerItem"));
        return !!inside && reactionsNear(inside) > 0;
      }),
    again: (i) => {
      const inside = i.anchor?.isConnected ? i.anchor : null;
      if (!inside) return null;
      return i.action === "like" ? likeButton(inside) : null;
    },
    actionState(post) {
      if (!post) return headTaken();
      const done = [...post.querySelectorAll(BUTTON)].some(
        (b) => !read.commentOf(b) && !reactionsNear(b) && isUnlike(b, labelOf(b)),
      );
      return done || likeButton(post) ? { like: done } : {};
    },
    done({ action, control }) {
      if (!control.isConnected) return undefined;
      const label = labelOf(control);
      if (action === "like") return isLike(control, label) ? false : is("unlike", label) || undefined;
      return (action === "follow" || action === "join") && is(action, label) ? false : undefined;
    },
  });
}
