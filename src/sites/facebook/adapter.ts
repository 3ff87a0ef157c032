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
import type { ActionState, Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { withPostContext } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { type FacebookLabel, type FacebookRole, facebookData, facebookReader } from "./reader.ts";
import { places } from "./site.json";

/** Paths of viewers, whose single post has no marker. A feed without markers counts as unrecognised instead. */
const VIEWER = /^\/(?:reel|watch|photo|[^/]+\/(?:reels|videos|photos))\b/;
/** A reaction picker has seven items; a box with more than this contains other controls as well. */
const PICKER = 8;

/** Facebook (www, web, m). Posts are found by `aria-posinset` and roles, never by class names. */
export function facebook(doc: Document, data: SiteData = facebookData): Site {
  const { selectorOf, isLabel, labelsOf } = rolesOf<FacebookRole, FacebookLabel>(data);
  const reader = facebookReader(data, doc);
  const BUTTON = selectorOf("button");
  const EDITOR = selectorOf("editor");
  const DIALOG = selectorOf("dialog");
  /** The post pressed last, from which a share dialog opens. */
  let opener: Element | null = null;
  /** The post pressed or hovered over last, from which a reaction picker opens. */
  let hovered: Element | null = null;
  let focused: Element | null = null;
  /** The last result of `postOf`, because `press` and then `remember` ask for the same post. */
  let lastLookup: { of: Element; post: Element | null } | null = null;

  const postOf = (el: Element): Element | null => {
    if (lastLookup?.of !== el) lastLookup = { of: el, post: reader.postOf(el) };
    return lastLookup.post;
  };

  const buttonOf = (target: Element): Element | null => {
    const button = target.closest(BUTTON);
    return button?.matches(EDITOR) ? (button.parentElement?.closest(BUTTON) ?? null) : button;
  };

  const surfaceAt = (el: Element): { anchor: Element | undefined; surface: Surface | null } => {
    const post = postOf(el);
    const comment = reader.commentOf(el);
    if (comment) return { anchor: comment, surface: reader.readComment(comment, post) };
    if (post) return { anchor: post, surface: reader.readPost(post) };
    return { anchor: undefined, surface: null };
  };

  const intent = (action: Action, control: Element, from: Element | null, draft = ""): Intent => {
    const at = from ? surfaceAt(from) : { anchor: undefined, surface: null };
    const surfaces: Surface[] = at.surface ? [at.surface] : [];
    if (!at.surface && action !== "publish") {
      const page = reader.page();
      if (page) surfaces.push(page);
    }
    if (draft) surfaces.push({ site: "facebook", kind: "composer", text: draft });
    return { action, control, anchor: at.anchor, surfaces };
  };

  /** The number of items in the reaction picker around an element; 0 if there is none. */
  const reactionsNear = (el: Element): number => {
    const box = el.closest(selectorOf("picker"));
    if (!box || box.querySelector(EDITOR)) return 0;
    const labels = [...box.querySelectorAll(selectorOf("pickerItem"))].map(labelOf);
    return labels.length <= 14 && labelsOf("pickerMark").every((word) => labels.includes(word))
      ? labels.length
      : 0;
  };

  /** The dialog for a new post: it has an editor and shows no post of another account. */
  const composerOf = (el: Element): { dialog: Element; text: string } | null => {
    const dialog = el.closest(DIALOG);
    if (!dialog || reader.postOf(el) === dialog) return null;
    const editor = dialog.querySelector(EDITOR);
    return editor ? { dialog, text: plainText(editor) } : null;
  };

  const editorNear = (el: Element): Element | null => {
    const scope = el.closest("form") ?? reader.commentOf(el) ?? reader.postOf(el);
    return scope ? ([...scope.querySelectorAll(EDITOR)].find((e) => draftOf(e)) ?? null) : null;
  };

  /**
   * In layouts before 2025 and a language without known labels: only the like button of a post or comment has an icon
   * button beside it (or beside its container), which opens the picker.
   */
  const isBesidePicker = (button: Element): boolean => {
    const next = button.nextElementSibling ?? button.parentElement?.nextElementSibling;
    return (
      !!next?.matches(BUTTON) &&
      !line(next) &&
      !!next.querySelector(selectorOf("barIcon")) &&
      button.hasAttribute("aria-label") &&
      !!reader.postOf(button)
    );
  };

  const isLike = (button: Element, label: string): boolean => {
    if (isLabel("unlike", label)) return false;
    if (button.matches(selectorOf("likeLegacy"))) return button.getAttribute("aria-pressed") !== "true";
    if (isLabel("like", label)) return true;
    const anchor = button.querySelector(selectorOf("likeAnchor"));
    /* Without known labels: label and visible text are the same before a like and differ afterwards. */
    if (anchor) return !/:/.test(label) && line(anchor) === label;
    if (isBesidePicker(button)) return line(button) === label;
    const [first = "", count] = label.split(", ");
    return (
      !!count && (/^\d/.test(count) || !!button.closest(selectorOf("mobileButton"))) && isLabel("like", first)
    );
  };

  function press(target: Element): Intent | null {
    const button = buttonOf(target);
    if (!button || button.getAttribute("aria-disabled") === "true" || isHiddenCopy(button)) return null;
    lastLookup = null;
    const label = labelOf(button);
    /* An undo is never held. */
    if (isLabel("unlike", label)) return null;
    const items = reactionsNear(button);
    /* In a box that contains the picker only, every item is a reaction in any language. */
    if (
      button.matches(selectorOf("reactionLegacy")) ||
      (items && (items <= PICKER || isLabel("reaction", label)))
    )
      return intent("react", button, reader.postOf(button) ? button : hovered);
    if (isLike(button, label)) {
      const inHeader = button.closest(selectorOf("pageActions"));
      return intent("like", button, inHeader ? null : button);
    }
    /* The audience may follow the label. */
    if (labelsOf("shareNow").some((word) => label.startsWith(word)))
      return intent("share", button, reader.postOf(button) ? button : opener, composerOf(button)?.text);
    const composer = composerOf(button);
    if (composer && isLabel("publish", label)) return intent("publish", button, null, composer.text);
    if (isLabel("sendComment", label)) {
      const editor = editorNear(button);
      if (editor)
        return intent(reader.commentOf(editor) ? "reply" : "comment", button, editor, draftOf(editor));
    }
    if (isLabel("join", label) || button.matches(selectorOf("joinLink"))) return followIntent("join", button);
    if (isLabel("follow", label)) return followIntent("follow", button);
    /* On an event's page, on an event's card in a post, and in the menu of either. */
    if (isLabel("attend", label) && (reader.postOf(button) || /^\/events\//.test(doc.location.pathname)))
      return intent("attend", button, button);
    return button.matches(selectorOf("poll")) && button.closest(reader.POST)
      ? intent("vote", button, button)
      : null;
  }

  /** Follows the author of a post, the page in a header, or the account that a card links to. */
  function followIntent(action: "follow" | "join", button: Element): Intent {
    if (reader.postOf(button) || button.closest(selectorOf("pageActions"))) {
      const inPost = intent(action, button, reader.postOf(button));
      if (inPost.surfaces.length) return inPost;
    }
    for (let at = button.parentElement, up = 0; at && up < 6; at = at.parentElement, up++) {
      const link = [...at.querySelectorAll("a[href]")].find((a) => line(a) && pathOf(a)?.parts.length);
      if (link) {
        const author = { name: line(link), ...reader.accountOf(link) };
        const page = reader.page();
        const account = author.id ?? author.handle;
        const isShownPage =
          page && !!account && (account === page.author?.id || account === page.author?.handle);
        const surface: Surface = isShownPage ? page : { site: "facebook", kind: "profile", author, text: "" };
        return { action, control: button, surfaces: [surface] };
      }
      if (at.matches(selectorOf("main"))) break;
    }
    return intent(action, button, null);
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing) return null;
    lastLookup = null;
    if (isEditable(target)) {
      const editor = target.closest(EDITOR);
      if (!editor || k.key !== "Enter" || k.shift) return null;
      const draft = draftOf(editor);
      if (!draft) return null;
      if (composerOf(editor)) return k.ctrl ? intent("publish", editor, null, draft) : null;
      if (isLabel("message", editor.getAttribute("aria-label") ?? "") || !reader.postOf(editor)) return null;
      const label = editor.getAttribute("aria-label") ?? "";
      const reply =
        !!reader.commentOf(editor) || labelsOf("replyPrefix").some((w) => label.startsWith(`${w} `));
      return intent(reply ? "reply" : "comment", editor, editor, draft);
    }
    if (k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const post = reader.postOf(target) ?? (focused?.isConnected ? focused : null) ?? mostCentral(posts());
    const like = post && likeButton(post);
    return like ? intent("like", like, like) : null;
  }

  const likeButton = (post: Element) =>
    [...post.querySelectorAll(BUTTON)].find(
      (b) => isLike(b, labelOf(b)) && !reader.commentOf(b) && !reactionsNear(b),
    ) ?? null;

  const hasContent = (post: Element) =>
    !!post.querySelector(`${selectorOf("text")},${selectorOf("author")},${selectorOf("mobileText")}`);
  const posts = () => {
    const marked = outermost(doc, reader.POST).filter(hasContent);
    return marked.length || !VIEWER.test(doc.location.pathname) ? marked : reader.unmarkedPosts();
  };

  const isUnlike = (button: Element, label: string): boolean =>
    isLabel("unlike", label) ||
    (button.matches(selectorOf("likeLegacy")) && button.getAttribute("aria-pressed") === "true") ||
    ((button.querySelector(selectorOf("likeAnchor")) !== null || isBesidePicker(button)) &&
      !isLike(button, label));

  /** In the heading of a page or group the label for following or joining disappears once it is done. */
  function headerState(): ActionState {
    const head = doc.querySelector(selectorOf("pageActions")) ?? doc.querySelector(selectorOf("main"));
    const labels = [...(head?.querySelectorAll(BUTTON) ?? [])].filter((b) => !reader.postOf(b)).map(labelOf);
    if (!labels.length) return {};
    const isMissing = (action: "follow" | "join") => !labels.some((label) => isLabel(action, label));
    return {
      follow: isMissing("follow"),
      join: isMissing("join"),
      like: labels.some((label) => isLabel("unlike", label)),
    };
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    /* Hovering opens a picker over controls only. */
    const button = buttonOf(target);
    const find = how === "press" ? postOf : reader.postOf;
    const post = how === "hover" && !button ? null : find(button ?? target);
    lastLookup = null;
    if (!post) return;
    if (how === "focus") focused = post;
    else hovered = post;
    if (how === "press") opener = post;
  }

  return withPostContext({
    id: "facebook",
    places,
    press,
    key,
    remember,
    posts,
    postsIn: (el) => outermostAt(el, reader.POST).filter(hasContent),
    readPost: reader.readPost,
    page: reader.page,
    heading: () => doc.querySelector(selectorOf("pageName")),
    actionBar: (post) => likeButton(post)?.parentElement ?? post.querySelector(selectorOf("likeAnchor")),
    pickerOpen: () =>
      [...doc.querySelectorAll(selectorOf("picker"))].some((box) => {
        const inside = box.querySelector(selectorOf("pickerItem"));
        return !!inside && reactionsNear(inside) > 0;
      }),
    findRedrawn: (i) => {
      const inside = i.anchor?.isConnected ? i.anchor : null;
      if (!inside) return null;
      return i.action === "like" ? likeButton(inside) : null;
    },
    actionState(post) {
      if (!post) return headerState();
      const done = [...post.querySelectorAll(BUTTON)].some(
        (b) => !reader.commentOf(b) && !reactionsNear(b) && isUnlike(b, labelOf(b)),
      );
      return done || likeButton(post) ? { like: done } : {};
    },
    isDone({ action, control }) {
      if (!control.isConnected) return undefined;
      const label = labelOf(control);
      if (action === "like") return isLike(control, label) ? false : isLabel("unlike", label) || undefined;
      return (action === "follow" || action === "join") && isLabel(action, label) ? false : undefined;
    },
  });
}
