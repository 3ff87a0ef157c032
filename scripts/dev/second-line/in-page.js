/*
 * What on a page acts, and what it acts on, told by the page's slots or by what its site's markup is known to be: the
 * truth with which the second line is compared. Runs in the page, after its own scripts.
 */
(() => {
  const all = (at, selector) => [...at.querySelectorAll(selector)];
  const one = (at, selector) => at.querySelector(selector);
  const flat = (list) => (Array.isArray(list) ? list : [list]).filter(Boolean);
  const rows = [];
  const put = (row) => {
    if (!row.control?.isConnected) return;
    /* Custom elements have their button inside. */
    const inside = row.control.shadowRoot && deep(row.control.shadowRoot, "button")[0];
    if (inside) row.control = inside;
    /* Of a private messenger the second line reads the user's own editor only. */
    if (/^(whatsapp|telegram)$/.test(window.__measured.site) && row.kind !== "send") return;
    /* Followed already: pressing takes it back. */
    /* An editor that is shown once its placeholder was pressed. */
    if (row.editor && row.editor.checkVisibility?.() === false) return;
    if (
      row.kind === "follow" &&
      /^(Following|Siguiendo|Pratim|Mengikuti)/.test(
        row.control.getAttribute("aria-label") ?? words(row.control),
      )
    )
      row.kind = "undo";
    rows.push({ name: `${row.kind} ${rows.length}`, ...row });
  };
  const words = (el) => (el?.textContent ?? "").replace(/\s+/g, " ").trim();
  /* Roots of custom elements: Reddit's buttons are inside. */
  const deep = (root, selector) => [
    ...all(root, selector),
    ...all(root, "*").flatMap((el) => (el.shadowRoot ? deep(el.shadowRoot, selector) : [])),
  ];

  const BY_SITE = {
    bluesky() {
      for (const like of all(document, '[data-testid="likeBtn"]')) {
        let post = like.closest('[data-testid^="feedItem-by-"],[data-testid^="postThreadItem-by-"]');
        for (let at = like.parentElement; !post && at; at = at.parentElement)
          if (one(at, '[data-testid="postText"]') && all(at, '[data-testid="likeBtn"]').length === 1)
            post = at;
        const text = post && one(post, '[data-testid="postText"],[data-word-wrap="1"]');
        if (post) put({ kind: "like", control: like, texts: flat(text), post });
      }
      for (const follow of all(document, "button")) {
        if (!/^Ikuti/.test(follow.getAttribute("aria-label") ?? "")) continue;
        let row = follow;
        while (
          row &&
          !all(row, 'a[href^="/profile/"]').some((a) => words(a)) &&
          !one(row, '[data-testid="profileHeaderDisplayName"]')
        )
          row = row.parentElement;
        const head = row && one(row, '[data-testid="profileHeaderDisplayName"]');
        const link = row && all(row, 'a[href^="/profile/"]').find((a) => words(a));
        const name =
          head ?? (link && [...all(link, "*"), link].find((el) => !el.firstElementChild && words(el)));
        const post = follow.closest('[data-testid^="postThreadItem-by-"]');
        put({
          kind: "follow",
          control: follow,
          names: flat(name),
          post,
          texts: post ? flat(one(post, '[data-word-wrap="1"]')) : [],
        });
      }
      const send = one(document, '[data-testid="composerPublishBtn"]');
      const editor = send && one(send.closest('[role="dialog"]') ?? document, "[contenteditable]");
      if (send && editor) put({ kind: "send", control: send, editor });
    },
    x() {
      for (const post of all(document, 'article[data-testid="tweet"]')) {
        const text = one(post, '[data-testid="tweetText"]');
        put({ kind: "like", control: one(post, '[data-testid="like"]'), texts: flat(text), post });
      }
    },
    tiktok() {
      for (const card of all(document, '[data-e2e="recommend-list-item-container"],article')) {
        const text = one(card, '[data-e2e="video-desc"]');
        const like = one(card, '[data-e2e="like-icon"]')?.closest("button");
        if (like) put({ kind: "like", control: like, texts: flat(text), post: card });
      }
      for (const text of all(document, '[data-e2e^="comment-level-"]')) {
        let item = text;
        while (item && !one(item, 'div[role="button"][aria-pressed]:not([data-e2e])'))
          item = item.parentElement;
        const like = item && one(item, 'div[role="button"][aria-pressed]:not([data-e2e])');
        if (like)
          put({
            kind: like.getAttribute("aria-pressed") === "true" ? "undo" : "like",
            control: like,
            texts: [text],
            post: item,
          });
      }
      for (const follow of all(document, '[data-e2e="follow-button"],button[aria-label^="Follow "]')) {
        let row = follow;
        while (
          row &&
          !all(row, 'a[href*="/@"]').some((a) => words(a)) &&
          !one(row, '[data-e2e="user-subtitle"]')
        )
          row = row.parentElement;
        const name =
          row &&
          (one(row, '[data-e2e="user-subtitle"]') ?? all(row, 'a[href*="/@"] p').find((el) => words(el)));
        if (name) put({ kind: "follow", control: follow, names: [name] });
      }
      for (const send of all(document, '[data-e2e="comment-post"]')) {
        let box = send;
        while (box && !one(box, "[contenteditable]")) box = box.parentElement;
        if (box) put({ kind: "send", control: send, editor: one(box, "[contenteditable]") });
      }
    },
    reddit() {
      for (const post of all(document, "shreddit-post")) {
        const texts = flat(one(post, '[slot="title"]'));
        for (const [kind, name] of [
          ["like", "upvote"],
          ["dislike", "downvote"],
        ])
          put({ kind, control: post.shadowRoot && deep(post.shadowRoot, `button[${name}]`)[0], texts, post });
      }
      for (const comment of all(document, "shreddit-comment")) {
        const text = [...comment.children].find((el) => el.getAttribute("slot") === "comment");
        const bar = [...comment.children].find((el) => el.localName === "shreddit-comment-action-row");
        const up = bar?.shadowRoot && deep(bar.shadowRoot, "button[upvote]")[0];
        if (up && text)
          put({
            kind: up.getAttribute("aria-pressed") === "true" ? "undo" : "like",
            control: up,
            texts: [one(text, "p") ?? text],
            post: comment,
          });
      }
    },
    telegram() {
      const editor = one(document, '.input-message-input[contenteditable="true"],#editable-message-text');
      const send = one(document, '.btn-send,button[aria-label="Send Message"]');
      if (editor && send) put({ kind: "send", control: send, editor });
    },
  };

  const slots = window.__slots;
  if (slots) {
    slots.posts.forEach((post, at) => {
      const texts = flat(post.text);
      for (const kind of ["like", "dislike", "follow"])
        if (post[kind])
          put({
            kind,
            control: post[kind],
            texts: kind === "follow" && !post.like ? [] : texts,
            post: post.post,
            names: flat(post.author),
          });
      for (const kind of ["rsvpInterested", "rsvpGoing"])
        if (post[kind]) put({ kind: "attend", control: post[kind], texts, post: post.post });
      if (post.unlike) put({ kind: "undo", control: post.unlike, texts, post: post.post });
      const editor = flat(post.commentBox)[0];
      if (editor && post.submit) put({ kind: "send", control: post.submit, editor });
      if (
        texts.length &&
        !rows.some((row) => row.texts === texts || (row.post !== post.post && row.post?.contains(post.post)))
      )
        rows.push({ kind: "other", name: `other ${at}`, texts, post: post.post });
    });
    for (const comment of slots.comments)
      if (comment?.like)
        put({ kind: "like", control: comment.like, texts: flat(comment.text), post: comment.post });
    const { profile, composer, other } = slots;
    if (profile?.follow) put({ kind: "follow", control: flat(profile.follow)[0], names: flat(profile.name) });
    if (composer?.editor && composer.submit)
      put({ kind: "send", control: composer.submit, editor: flat(composer.editor)[0] });
    for (const button of flat(other?.followSuggestions)) {
      const cell = button.closest("[data-testid=UserCell]");
      const name = cell && all(cell, "a[href] span").find((el) => !el.firstElementChild && words(el));
      if (name) put({ kind: "follow", control: button, names: [name] });
    }
  }
  const { site } = window.__measured;
  if (!rows.some((row) => row.control)) BY_SITE[site]?.();

  /* Into the first words that are no link: the author's name may stand before a text, in the same element. */
  const setText = (el, text) => {
    const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    let put = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const link = node.parentElement.closest("a");
      if (
        !node.data.trim() ||
        (link && el.contains(link) && link !== el) ||
        node.parentElement.closest("[data-0]")
      )
        continue;
      node.data = put ? "" : text;
      put = true;
    }
    if (!put) el.append(text);
  };
  const says = (row, text) => {
    for (const [at, el] of (row.texts ?? []).entries()) setText(el, at ? "" : text);
    /* Reddit keeps a copy of the title in an attribute. */
    row.post?.closest?.("[post-title]")?.setAttribute("post-title", text);
  };
  /* A comment's text lies in its post's: each post is filled before what it contains. */
  const order = rows
    .filter((row) => row.texts?.length)
    .sort((a, b) => (a.post?.contains(b.post) ? -1 : b.post?.contains(a.post) ? 1 : 0));

  const line = window.__secondLine(site, window.__measured.data);
  const innermost = (control) => control.querySelector("svg,i,span,div") ?? control;
  const surfacesOf = (control) => {
    /* An app enables its button once something is written. */
    for (const el of [control, ...all(control, "*")]) {
      el.removeAttribute("disabled");
      if (el.getAttribute("aria-disabled") === "true") el.removeAttribute("aria-disabled");
    }
    const from = performance.now();
    const intent = line.press(innermost(control));
    return { action: intent?.action ?? null, surfaces: intent?.surfaces ?? [], ms: performance.now() - from };
  };

  /**
   * Presses one control: with campaign words in its own place and neutral ones everywhere else, then the other way round.
   */
  window.__measure = async (at, { campaign, neutral, team, gardener }) => {
    const row = rows[at];
    const once = (own, others) => {
      for (const other of order)
        if (other.texts[0] !== row.texts?.[0] && !(row.kind === "send" && others === campaign))
          says(other, `${others} tanda${rows.indexOf(other)}x`);
      if (row.kind === "send") {
        row.editor.focus();
        if ("value" in row.editor) row.editor.value = own;
        else setText(row.editor.querySelector("p,[data-text],span") ?? row.editor, own);
        return surfacesOf(row.control);
      }
      if (row.texts?.length) says(row, `${own} tanda${at}x`);
      else if (row.names?.length) {
        const name = own === campaign ? team : gardener;
        const firstText = (el) => {
          const w = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
          let n = w.nextNode();
          while (n && !n.data.trim()) n = w.nextNode();
          return n?.data.trim() ?? "";
        };
        const before = row.said ?? firstText(row.names[0]);
        row.said = name;
        /* The page shows its account's name in more than one place. */
        for (const el of [...all(document, "h1,h2,h3,a,span,div,p"), ...row.names])
          if (!el.firstElementChild && words(el) === before) setText(el, name);
        document.title = document.title.replace(before, name);
        const label = row.control.getAttribute("aria-label");
        if (label && /^(Follow|Ikuti|Subscribe)( ke)? [^@]/.test(label) && !/\.social$/.test(label))
          row.control.setAttribute("aria-label", label.replace(/^(\S+( ke)?) .*/, `$1 ${name}`));
      }
      return surfacesOf(row.control);
    };
    const result = {
      own: once(campaign, neutral),
      others: once(neutral, campaign),
      kind: row.kind,
      name: row.name,
      ms: [],
    };
    /* Each press by itself: what was found out during one is forgotten before the next. */
    for (let run = 0; run < 5; run++) {
      await new Promise((resolve) => setTimeout(resolve));
      result.ms.push(surfacesOf(row.control).ms);
    }
    result.html = row.control.outerHTML
      .replace(/ (class|style|d|viewBox|xmlns|fill)="[^"]*"/g, "")
      .slice(0, 260);
    result.hasText =
      !!row.texts?.length || (row.kind === "follow" && !!row.names?.length) || row.kind === "send";
    return result;
  };
  window.__rows = rows.map(({ kind, control }) => (control ? kind : "other"));
})();
