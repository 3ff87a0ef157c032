/** Plugins and embedded posts in other sites' pages: their accounts, and the actions of their controls. */
import { describe, expect, it } from "vitest";
import { facebookEmbed } from "../../../src/sites/facebook/embed.ts";
import { pathPatterns } from "../../../src/sites/shared/embed.ts";
import { xEmbed } from "../../../src/sites/x/embed.ts";
import { youtubeEmbed } from "../../../src/sites/youtube/embed.ts";
import { documentOf, pageFile } from "./page.ts";

const PLUGINS = "https://www.facebook.com/plugins";
const plugin = (name: string, href: string, html: string) => {
  const doc = documentOf(`<body>${html}</body>`, `${PLUGINS}/${name}.php?href=${encodeURIComponent(href)}`);
  return { press: (at: string) => facebookEmbed(doc).press(doc.querySelector(at)!) };
};

describe("Facebook's plugins", () => {
  it.each([
    ["like", "https://www.facebook.com/Akun.Uji", "profile", { handle: "Akun.Uji" }],
    ["like", "https://facebook.com/profile.php?id=1234", "profile", { id: "1234" }],
    ["page", "https://www.facebook.com/pages/Nama/4321", "profile", { id: "4321" }],
    ["like", "https://www.facebook.com/akun/posts/77", "post", { handle: "akun" }],
    ["post", "https://www.facebook.com/akun/photos/77", "post", { handle: "akun" }],
    ["video", "https://www.facebook.com/akun/videos/77", "post", { handle: "akun" }],
  ] as const)("%s.php about %s is a %s of that account", (name, href, kind, author) => {
    const { press } = plugin(name, href, `<button>Suka</button>`);
    expect(press("button")).toMatchObject({ action: "like", surfaces: [{ kind, author }] });
  });

  it("have no account for any other web page, only the frame's text", () => {
    const { press } = plugin("like", "https://www.example.org/akun", `<p>Kata</p><button>Suka</button>`);
    expect(press("button")!.surfaces).toEqual([{ site: "facebook", kind: "post", author: {}, text: "Kata" }]);
    for (const odd of ["javascript:alert(1)", "https://", "//", "data:,x"])
      expect(plugin("like", odd, "<button>Suka</button>").press("button")?.action).toBe("like");
    expect(plugin("like", "", "<button>Suka</button>").press("button")!.surfaces[0]!.author).toEqual({});
    expect(
      plugin("like", "https://notfacebook.com/akun", "<button>Suka</button>").press("button")!.surfaces[0],
    ).toMatchObject({ author: {} });
  });

  it("have the account's name from the link to it", () => {
    const { press } = plugin(
      "page",
      "https://www.facebook.com/akun",
      `<a href="https://www.facebook.com/lain">Lain</a><a href="https://www.facebook.com/Akun?x=1">Nama Akun</a>
       <button>Sukai Halaman</button>`,
    );
    expect(press("button")!.surfaces[0]!.author).toMatchObject({ handle: "akun", name: "Nama Akun" });
  });

  it("recognise a like by the form's address in any language, but no undo and no disabled control", () => {
    const form = (to: string, more = "") =>
      `<form action="/plugins/like/${to}"><button${more}>ถูกใจ</button></form>`;
    const at = "https://www.facebook.com/akun";
    expect(plugin("like", at, form("connect")).press("button")?.action).toBe("like");
    expect(plugin("like", at, form("disconnect")).press("button")).toBeNull();
    expect(plugin("like", at, form("connect", ' aria-disabled="true"')).press("button")).toBeNull();
    expect(plugin("like", at, "<button>Disukai</button>").press("button")).toBeNull();
    expect(plugin("page", at, "<button>Ikuti</button>").press("button")?.action).toBe("follow");
    expect(plugin("page", at, `<a href="/akun">Nama</a>`).press("a")).toBeNull();
  });

  it("name the page that sharing opens after the answer, which is always Facebook's", () => {
    const at = "https://www.facebook.com/akun";
    const share = (html: string) => plugin("share_button", at, html).press("a,button");
    expect(share("<button>Bagikan</button>")).toMatchObject({
      action: "share",
      opens: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(at)}`,
    });
    expect(share(`<a href="/sharer/sharer.php?u=x">Bagikan</a>`)!.opens).toBe(
      "https://www.facebook.com/sharer/sharer.php?u=x",
    );
    for (const wrong of ["https://jahat.example/sharer/x", "javascript:alert(1)", "#"])
      expect(share(`<a href="${wrong}">Bagikan</a>`)!.opens).toMatch(
        /^https:\/\/www\.facebook\.com\/sharer\//,
      );
  });
});

describe("X's embedded posts", () => {
  const html = `<article><a href="https://twitter.com/akun_uji">Nama Uji</a><a href="https://twitter.com/akun_uji">@akun_uji</a>
    <a href="https://twitter.com/akun_uji/status/7">tanggal</a><div data-testid="tweetText">Kata uji</div>
    <a id="like" href="https://x.com/intent/like?tweet_id=7">Suka</a>
    <a id="reply" href="https://x.com/intent/post?in_reply_to=7">Balas</a>
    <a id="follow" href="https://x.com/intent/follow?screen_name=Akun_Uji">Ikuti</a>
    <a id="other" href="https://x.com/intent/follow?screen_name=lain">Ikuti</a></article>`;
  const doc = documentOf(`<body>${html}</body>`, "https://platform.twitter.com/embed/Tweet.html?id=7");
  const press = (id: string) => xEmbed(doc).press(doc.getElementById(id)!);

  it("are read with author and text, and every action names the page that it opens", () => {
    expect(press("like")).toMatchObject({
      action: "like",
      opens: "https://x.com/intent/like?tweet_id=7",
      surfaces: [{ kind: "post", author: { handle: "akun_uji", name: "Nama Uji" }, text: "Kata uji" }],
    });
    expect(press("reply")?.action).toBe("reply");
    expect(press("follow")!.surfaces[0]).toMatchObject({ kind: "profile", author: { name: "Nama Uji" } });
    expect(press("other")!.surfaces[0]!.author).toEqual({ handle: "lain" });
    expect(xEmbed(doc).press(doc.querySelector("article > a")!)).toBeNull();
  });
});

it("embed scripts run on the embeds' paths only", () => {
  expect(pathPatterns(["a.example", "b.example"], "/plugins/*")).toEqual([
    "https://a.example/plugins/*",
    "https://b.example/plugins/*",
  ]);
});

describe("YouTube's embedded player", () => {
  it("takes subscribing for an action on the channel and title shown, but not an undo or a link", () => {
    const doc = documentOf(pageFile("embeds/player.html"), "https://www.youtube.com/embed/AbCdEfGhIjK");
    const site = youtubeEmbed(doc);
    const button = doc.querySelector(".ytp-sb-subscribe")!;
    expect(site.press(button)).toMatchObject({
      action: "follow",
      surfaces: [{ kind: "post", author: { handle: "AKUN", name: "NAMA" }, text: "KATA" }],
    });
    button.className = "ytp-sb-unsubscribe";
    expect(site.press(button)).toBeNull();
    for (const link of doc.querySelectorAll("a")) expect(site.press(link)).toBeNull();
  });
});
