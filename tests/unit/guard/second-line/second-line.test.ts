/** What the second line reads around a control, on pages whose markup no adapter knows. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Afterwards } from "../../../../src/guard/second-line/after-press.ts";
import { makeSecondLine, type SecondLine } from "../../../../src/guard/second-line/second-line.ts";
import { withSecondLine } from "../../../../src/guard/second-line/with-second-line.ts";
import type { Intent, Site } from "../../../../src/sites/adapter.ts";
import { startIn } from "../guard.ts";
import { openPage, type TestPage } from "../page.ts";
import { RULES, siteOf } from "../site.ts";
import { User } from "../user.ts";

let page: TestPage;
beforeEach(async () => {
  page = await openPage();
});

const DATA = { hosts: [], selectors: {}, labels: {} };
function lineOn(html: string, id: "bluesky" | "telegram" = "bluesky"): SecondLine {
  page.doc.body.innerHTML = html;
  return makeSecondLine(page.doc, { id, page: () => null }, () => DATA);
}
const one = (selector: string): Element => page.doc.querySelector(selector)!;
const textOf = (intent: Intent | null) => intent?.surfaces.map(({ text }) => text).join("\n");

const LIKE = '<button aria-label="Suka"><svg width="16" height="16"></svg></button>';
const BAR = `<div class="bar"><button aria-label="Balas">2</button>${LIKE}<button aria-label="Bagikan">3</button></div>`;
const post = (name: string, words: string, more = "") =>
  `<div class="post"><div><a href="/profile/${name}">${name}</a></div><div class="words">${words}</div>${BAR}${more}</div>`;
const NEAR = "kami menanam cabai di halaman rumah";
const FAR = "ayo coblos nomor dua bersama kami";

describe("the post around a control", () => {
  it("is read with its author, without the words of its neighbours", () => {
    const line = lineOn(
      `<main>${post("ayu", NEAR)}${post("budi", FAR)}${post("cici", "tiga kata lagi")}</main>`,
    );
    const intent = line.press(one(".post:nth-child(2) [aria-label=Suka] svg"));
    expect(intent?.action).toBe("like");
    expect(intent?.surfaces).toEqual([
      { site: "bluesky", kind: "post", author: { handle: "budi", name: "budi" }, text: FAR },
    ]);
  });

  it("is read without its comments, and a comment without its post", () => {
    const comment = `<div class="comment"><a href="/profile/cici">cici</a> <span>${FAR}</span> ${LIKE}</div>`;
    const line = lineOn(
      `<main>${post("ayu", NEAR, `<div>${comment}${comment}</div>`)}${post("budi", "lain lagi ini")}</main>`,
    );
    expect(textOf(line.press(one(".bar [aria-label=Suka]")))).toBe(NEAR);
    expect(textOf(line.press(one(".comment [aria-label=Suka]")))).toBe(FAR);
  });

  it("does not reach lists of accounts, pictures or what stands beside the page's content", () => {
    const aside = `<aside><a href="/profile/dodi">dodi</a> ${FAR}</aside>`;
    const list = `<ul>${["e", "f", "g", "h", "i"].map((who) => `<li><a href="/profile/${who}${who}">${who}</a> ${FAR}</li>`).join("")}</ul>`;
    const line = lineOn(`<div>${post("ayu", NEAR)}${aside}${list}</div>`);
    expect(textOf(line.press(one("[aria-label=Suka]")))).toBe(NEAR);
  });

  it("is not read where nobody is named and nothing shows where it ends", () => {
    expect(lineOn(`<main><p>${FAR}</p>${BAR}</main>`).press(one("[aria-label=Suka]"))).toBeNull();
  });

  it("never takes a neighbour's words, however rows are nested", () => {
    const wrap = (html: string, times: number) => "<div>".repeat(times) + html + "</div>".repeat(times);
    const row = fc.record({
      before: fc.nat({ max: 3 }),
      around: fc.nat({ max: 4 }),
      bar: fc.nat({ max: 2 }),
      comments: fc.nat({ max: 3 }),
      named: fc.boolean(),
      worded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.nat({ max: 2 }), (rows, around) => {
        const html = rows.map((r, at) => {
          const name = r.named ? wrap(`<a href="/profile/akun${at}">akun${at}</a>`, r.before) : "";
          const words = r.worded ? wrap(`<div>kata milik kiriman${at}x</div>`, r.around) : "<img alt=''>";
          const comments = Array.from(
            { length: r.comments },
            (_, n) =>
              `<div data-own="komentar${at}y${n}z"><a href="/profile/k${at}${n}">k${at}${n}</a> <p>kata milik komentar${at}y${n}z</p>${LIKE}</div>`,
          ).join("");
          return wrap(
            `<div data-own="kiriman${at}x">${name}${words}${wrap(BAR, r.bar)}<div>${comments}</div></div>`,
            r.around,
          );
        });
        const line = lineOn(`<main>${wrap(html.join(""), around)}</main>`);
        for (const like of page.doc.querySelectorAll("[aria-label=Suka]")) {
          const own = like.closest("[data-own]")!.getAttribute("data-own")!;
          const foreign = (textOf(line.press(like)) ?? "")
            .match(/(?:kiriman|komentar)\w+/g)
            ?.filter((mark) => mark !== own);
          expect(foreign ?? []).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a page that wants a box to be wider or narrower", () => {
  it("hides no words by a second control that nobody sees", () => {
    const twice = post("ayu", FAR).replace(BAR, `${BAR}<div style="display:none">${LIKE}</div>`);
    const line = lineOn(
      `<main><div>${LIKE.replace("<button", '<button style="opacity:0"')}${twice}</div>${post("budi", NEAR)}</main>`,
    );
    expect(textOf(line.press(one(".post .bar [aria-label=Suka]")))).toBe(FAR);
  });

  it("names no author by a link that nobody sees", () => {
    const line = lineOn(
      `<main>${post("ayu", NEAR).replace("<div><a", '<div><a href="/profile/relawan" style="visibility:hidden">relawan</a><a')}${post("budi", FAR)}</main>`,
    );
    expect(line.press(one("[aria-label=Suka]"))?.surfaces[0]?.author?.handle).toBe("ayu");
  });

  it("reads no words that nobody sees", () => {
    const hidden = `<div style="display:none">${FAR}</div><div style="opacity:0">${FAR}</div><div aria-hidden="true">${FAR}</div>`;
    const line = lineOn(`<main>${post("ayu", `${NEAR}${hidden}`)}${post("budi", FAR)}</main>`);
    expect(textOf(line.press(one("[aria-label=Suka]")))).toBe(NEAR);
  });

  it("takes no words from outside a wrapper as large as the window", () => {
    const huge = `<div style="width:1000px;height:4000px">${post("ayu", NEAR)}</div>`;
    const line = lineOn(
      `<div>${huge}<div class="rest"><a href="/profile/budi">budi</a><p>${FAR}</p>${LIKE}</div></div>`,
    );
    expect(textOf(line.press(one(".post [aria-label=Suka]")))).toBe(NEAR);
  });

  it("takes a mention within the words for no author", () => {
    const words = `terima kasih <a href="/profile/relawan">@relawan</a> atas bantuannya`;
    const line = lineOn(`<main>${post("ayu", words)}${post("budi", FAR)}</main>`);
    const intent = line.press(one("[aria-label=Suka]"));
    expect(intent?.surfaces[0]?.author?.handle).toBe("ayu");
    expect(textOf(intent)).toBe("terima kasih @relawan atas bantuannya");
  });
});

describe("a control", () => {
  const acts = (html: string) => {
    const { acting } = lineOn(html);
    const found = acting(one("button,[role=button],a"));
    return found && `${found.kind}${found.isDone ? " done" : ""}`;
  };
  it.each([
    ['<button aria-label="27 Likes. Like">27</button>', "like"],
    ['<div role="button" aria-label="Suka, 1,2 rb"></div>', "like"],
    ['<div role="button"><svg aria-label="Me gusta"></svg></div>', "like"],
    ['<button data-testid="likeBtn"></button>', "like"],
    ['<button data-testid="1234-unfollow">دنبال</button>', "follow done"],
    ['<button aria-label="Like" aria-pressed="true"></button>', "like done"],
    ['<button aria-label="Batal suka (3 suka)"></button>', "like done"],
    ["<button>Ikuti Relawan Ayu</button>", "follow"],
    ['<div role="button" aria-label="Hapus Super"><i data-testid="like_button"></i></div>', "like done"],
    ['<div role="button" aria-label="Suka: 30 orang"></div>', null],
    ['<button aria-label="Likes"></button>', null],
    ['<div role="menuitem" data-testid="repostDropdownQuoteBtn">Kutip</div>', null],
    ['<nav><button aria-label="Suka"></button></nav>', null],
    ['<button aria-label="Repost" aria-haspopup="menu"></button>', null],
    ['<a href="/login">Follow</a>', null],
  ])("%s is taken for %s", (html, kind) => {
    expect(acts(html)).toBe(kind);
  });
});

describe("accounts and drafts", () => {
  it("follows the account of the row, not one beside it", () => {
    const row = (name: string) =>
      `<div class="row"><a href="/profile/${name}">${name}</a><button aria-label="Ikuti">Ikuti</button></div>`;
    const line = lineOn(`<main><h1>Pengikut</h1>${row("ayu")}${row("budi")}</main>`);
    const intent = line.press(one(".row:nth-of-type(2) button"));
    expect(intent?.surfaces).toEqual([
      { site: "bluesky", kind: "profile", author: { handle: "budi", name: "budi" }, text: "" },
    ]);
  });

  it("sends the words of every editor of a dialog, and of no other", () => {
    const line = lineOn(`<textarea>di luar</textarea><div role="dialog"><textarea>satu</textarea>
      <div contenteditable="true">${FAR}</div><button>Posting</button></div>`);
    const intent = line.press(one("[role=dialog] button"));
    expect([intent?.action, textOf(intent)]).toEqual(["publish", `satu\n${FAR}`]);
  });

  it("a dialog opened beside posts publishes; one opened in a post's row answers that post", () => {
    const dialog = `<div role="dialog"><textarea>${NEAR}</textarea><button>Posting</button></div>`;
    const opened = (by: string) => {
      const line = lineOn(
        `<main><button id="new">Apa yang Anda pikirkan</button>${post("ayu", FAR)}${post("budi", FAR)}${post("cici", FAR)}${dialog}</main>`,
      );
      line.remember(one(by));
      return line.press(one("[role=dialog] button"));
    };
    expect([opened("#new")?.action, textOf(opened("#new"))]).toEqual(["publish", NEAR]);
    expect([opened(".post [aria-label=Balas]")?.action]).toEqual(["reply"]);
  });

  it("a field below a post and its comments answers the post", () => {
    const comment = `<div><a href="/profile/cici">cici</a> <span>${NEAR}</span> ${LIKE}</div>`;
    const line = lineOn(
      `<article>${post("ayu", FAR, `<div>${comment}</div><form><textarea>setuju</textarea><button>Posting</button></form>`)}</article>`,
    );
    expect(line.press(one("form button"))?.surfaces[0]?.text).toBe(FAR);
  });

  it("reads no message to people on a network, and only the own editor in a messenger", () => {
    const chat = `<div>${post("budi", FAR)}<div><textarea>${NEAR}</textarea><button>Kirim</button></div></div>`;
    expect(
      lineOn(`<div><textarea>${FAR}</textarea><button>Kirim</button></div>`).press(one("button")),
    ).toBeNull();
    const line = lineOn(chat, "telegram");
    expect(line.press(one("[aria-label=Suka]"))).toBeNull();
    expect(line.press(one("textarea + button"))?.surfaces).toEqual([
      { site: "telegram", kind: "composer", text: NEAR },
    ]);
  });
});

const QUIET: Afterwards = {
  onUnread: () => {},
  isFlagged: () => false,
  tell: () => {},
  signal: new AbortController().signal,
};

describe("behind an adapter that claims nothing", () => {
  const begin = (html: string, told: unknown[] = []) => {
    page.doc.body.innerHTML = html;
    const life = new AbortController();
    const site = { ...siteOf([]), press: () => null } as Site;
    const asked: string[] = [];
    const session = startIn(page, site, life.signal, {
      answers: () => ({ cancelled: false, continued: [] }),
      ui: {
        question: (root, warning) => {
          asked.push(warning.excerpt);
          const element = root.ownerDocument.createElement("dialog");
          root.append(element);
          return { element, arm: () => {}, unmount: () => element.remove() };
        },
      },
    });
    /* As src/content/bootstrap.ts does. */
    const afterwards: Afterwards = {
      ...session.afterwards,
      onUnread: () => told.push("unread"),
      tell: (what) => told.push(what),
    };
    Object.assign(
      site,
      withSecondLine(page.doc, { ...site }, () => DATA, afterwards),
    );
    session.use(RULES);
    const done: string[] = [];
    for (const button of page.doc.querySelectorAll("button"))
      button.addEventListener("click", () => done.push(button.getAttribute("data-of") ?? ""));
    return { asked, done };
  };
  const named = (of: string, words: string) =>
    post(of, words).replace('aria-label="Suka"', `aria-label="Suka" data-of="${of}"`);

  it("a trusted press on campaign words is held before the page hears it, one on neutral words passes once", async () => {
    const { asked, done } = begin(
      `<main>${named("ayu", "warn kata kampanye")}${named("budi", "clear kata biasa")}</main>`,
    );
    const user = new User(page);
    await user.click(one('[data-of="budi"]'));
    expect([asked, done]).toEqual([[], ["budi"]]);
    await user.click(one('[data-of="ayu"]'));
    expect([asked, done]).toEqual([["warn kata kampanye"], ["budi"]]);
  });

  it("leaves alone what a menu offers where the adapter reads posts: it knows what only opens an editor", () => {
    page.doc.body.innerHTML = `<main>${post("ayu", "warn kata")}</main><div role="menu"><button>Repost</button></div>`;
    const of = { ...siteOf([]), press: () => null };
    const pressed = (posts: Element[]) => {
      const site = withSecondLine(page.doc, { ...of, posts: () => posts }, () => DATA, QUIET);
      site.remember(one(".post [aria-label=Bagikan]"), "press");
      return site.press(one("[role=menu] button"))?.action ?? null;
    };
    expect([pressed([]), pressed([one(".post")])]).toEqual(["repost", null]);
  });

  it("leaves alone a control that the adapter claimed before: a second press takes the action back", () => {
    page.doc.body.innerHTML = `<main>${post("ayu", "warn kata")}</main>`;
    const like = one("[aria-label=Suka]");
    let claims = true;
    const intent: Intent = { action: "like", control: like, surfaces: [] };
    const of = { ...siteOf([]), press: () => (claims ? intent : null) };
    const site = withSecondLine(page.doc, of, () => DATA, QUIET);
    expect(site.press(like)).toBe(intent);
    claims = false;
    expect(site.press(like)).toBeNull();
  });

  it("leaves alone what takes back what the adapter shows as done, in whatever language", () => {
    page.doc.body.innerHTML = `<main>${post("ayu", "warn kata").replace('aria-label="Suka"', 'aria-label="إزالة" data-testid="like"')}</main>`;
    const of = {
      ...siteOf([]),
      press: () => null,
      posts: () => [one(".post")],
      actionBar: () => one(".bar"),
    };
    const pressed = (isDone: boolean) =>
      withSecondLine(page.doc, { ...of, actionState: () => ({ like: isDone }) }, () => DATA, QUIET).press(
        one("[data-testid=like]"),
      );
    expect([pressed(false)?.action, pressed(true)]).toEqual(["like", null]);
  });

  describe("tells of a like that nobody could read,", () => {
    const unread = (words: string) => `<main><p>${words}</p>${LIKE}</main>`;
    const pressed = async (words: string, isShown: boolean) => {
      const told: unknown[] = [];
      const { asked, done } = begin(unread(words), told);
      await new User(page).click(one("[aria-label=Suka]"));
      expect([asked, done.length]).toEqual([[], 1]);
      if (isShown) one("[aria-label=Suka]").setAttribute("aria-label", "Batal suka");
      await page.pass(6_000);
      return told;
    };
    it("once, where the site shows it on campaign words; the page counts as not recognised", async () => {
      const told = await pressed("warn ayo coblos nomor dua", true);
      expect(told).toEqual(["unread", { action: "like", site: "facebook", subject: undefined }]);
    });
    it("never on neutral words, and never where the site does not show it", async () => {
      expect(await pressed("clear kata biasa saja", true)).toEqual(["unread"]);
      expect(await pressed("warn ayo coblos nomor dua", false)).toEqual(["unread"]);
    });
    it("never in a messenger, nor among messages to people", async () => {
      const line = lineOn(unread("warn ayo coblos"), "telegram");
      expect(line.roomOf(one("[aria-label=Suka]"))).toBeNull();
    });
    it("never where another control like it may have been meant", async () => {
      const told: unknown[] = [];
      begin(unread(`warn ayo coblos</p>${LIKE}<p>`), told);
      await new User(page).click(one("[aria-label=Suka]"));
      one("[aria-label=Suka]").setAttribute("aria-label", "Batal suka");
      await page.pass(6_000);
      expect(told).toEqual(["unread"]);
    });
  });

  it("does no work on a page until the user presses", async () => {
    const html = `<main>${named("ayu", "warn kata kampanye")}</main>`;
    begin(html);
    const { querySelectorAll } = page.doc;
    let asked = 0;
    page.doc.querySelectorAll = ((selector: string) => {
      if (selector.includes('role="menuitem"')) asked++;
      return querySelectorAll.call(page.doc, selector);
    }) as typeof querySelectorAll;
    one("main").insertAdjacentHTML("beforeend", named("cici", "warn lagi"));
    await page.pass(2_000);
    expect(asked).toBe(0);
  });
});
