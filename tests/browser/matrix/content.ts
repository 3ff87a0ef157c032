/** The content that tests put on a page: neutral or campaign, always from a new account. */
import type { TestPage } from "../lib/pages.ts";
import type { Visit } from "../lib/visit.ts";
import type { ActionCase } from "./case.ts";

export const CAMPAIGN = "Ayo coblos nomor urut 2 Prabowo Gibran, menangkan satu putaran!";
export const NEUTRAL = "Selamat pagi, hari ini kami menanam cabai di halaman rumah.";
const AGREED = "Terima kasih sudah berbagi";

/** The account of a volunteers' or campaign team, as its profile shows it. */
const TEAM = {
  name: "Relawan Prabowo Gibran",
  bio: "Relawan pemenangan. Ayo coblos nomor urut 2 Prabowo Gibran!",
};
const GARDENER = { name: "Kebun Pak Slamet", bio: "Tanaman, pupuk, dan kopi." };

/** For stand-ins that do not fill in name or bio of a profile themselves. */
const NAME_AND_BIO: Partial<Record<TestPage["site"], string>> = {
  instagram: `__live.setText(document.querySelector("main header section span[dir=auto]"), name);
    __live.setText([__slots.profile.bio].flat()[0], bio);`,
  threads: `__live.setText(document.querySelector("h1[dir=auto][translate=no]"), name);
    __live.setText([...document.querySelectorAll("[role=region] span[dir=auto]:not([translate])")]
      .find((e) => !e.closest("a,[role=button]")), bio);`,
  tiktok: `__live.setText([__slots.profile.name].flat()[0], name); __live.setText([__slots.profile.bio].flat()[0], bio);`,
};

let count = 0;

/** Fills a fresh page for one phase of a cell. @returns the user's text where the action needs one */
export async function fill(
  visit: Visit,
  page: TestPage,
  what: ActionCase,
  campaign: boolean,
): Promise<string> {
  count++;
  await visit.evaluate(
    `document.querySelectorAll("[contenteditable=true],textarea").forEach((e) => __live.clear(e))`,
  );
  const who = campaign && what.about !== "draft" ? TEAM : GARDENER;
  const handle = `${campaign ? "relawan" : "kebun"}_uji_${count}`;
  const name = `${who.name} ${count}`;
  if (what.about === "post")
    /*
     * The stand-in takes the first words of a post for its text; where that is wrong, a heading or the slot has them.
     */
    await visit.evaluate(`((S, o) => { const { post: p, text } = S.posts[${what.post}]; __live.site.reset?.(p);
      __setPost(p, o); const t = p.querySelector("h1[dir=auto]") ?? [text].flat()[0];
      if (t && !t.textContent.includes(o.text)) __live.setText(t, o.text); })(__slots,
      ${json({ author: `Warga Uji ${count}`, handle: `warga_uji_${count}`, text: campaign ? CAMPAIGN : NEUTRAL })})`);
  else if (what.about === "quoted")
    await visit.evaluate(`((S, o) => { const { post, quoted } = S.posts[${what.post}]; __live.site.reset?.(post);
      __setPost(post, o); __live.setText(quoted, ${json(`${campaign ? CAMPAIGN : NEUTRAL} ${count}`)}); })(__slots,
      ${json({ author: `Warga Uji ${count}`, handle: `warga_uji_${count}`, text: "Menarik" })})`);
  else if (what.about === "account")
    await visit.evaluate(
      `((S, o) => __setPost(S.posts[${what.post}].post, o))(__slots, ${json({ author: name, handle: `${handle}.example`, text: who.bio })})`,
    );
  else if (what.about === "comment")
    await visit.evaluate(
      `((c, text) => __live.setText([c.text].flat()[0], text))(__slots.comments[0], ${json(campaign ? `${CAMPAIGN} ${count}` : `${NEUTRAL} ${count}`)})`,
    );
  else if (what.about === "profile") {
    const place = /\/(groups|events|i\/communities)\//.exec(page.slots.url)?.[1];
    const path = place
      ? `/${place}/${count}000/`
      : ["tiktok", "youtube", "threads"].includes(page.site)
        ? `/@${handle}`
        : page.slots.profilePath
          ? page.slots.profilePath.replace("{handle}", handle)
          : page.site === "reddit"
            ? `/${page.slots.profile?.follow ? "user" : "r"}/${handle}/`
            : page.site === "telegram"
              ? `${new URL(page.slots.url).pathname}#@${handle}`
              : `/${handle}`;
    await visit.evaluate(
      `__navigate(${json(path)}, ${json({ title: name, delay: 5, profile: { name, handle, bio: who.bio } })})`,
    );
    if (NAME_AND_BIO[page.site])
      await visit.evaluate(
        `((name, bio) => { ${NAME_AND_BIO[page.site]} })(${json(name)}, ${json(who.bio)})`,
      );
    await visit.evaluate(`((b, h) => { const l = b?.getAttribute("aria-label"); if (/@/.test(l ?? ""))
      b.setAttribute("aria-label", l.replace(/@\\w+/, "@" + h)); })([__slots.profile.follow].flat()[0], ${json(handle)})`);
  } else if (what.about === "cell")
    await visit.evaluate(`((b, name, handle) => { const c = b.closest("[data-testid=UserCell]");
      b.setAttribute("aria-label", (b.getAttribute("aria-label") ?? "").replace(/@\\w+/, "@" + handle));
      const a = [...c.querySelectorAll("a[href]")].filter((x) => x.textContent.trim());
      a.forEach((x) => x.setAttribute("href", "/" + handle));
      __live.setText(a[0], name); if (a[1]) __live.setText(a[1], "@" + handle); })(__slots.other.followSuggestions[0], ${json(name)}, ${json(handle)})`);
  if (what.about === "draft") return campaign ? `${CAMPAIGN} ${count}` : `${NEUTRAL} ${count}`;
  return `${AGREED} ${count}`;
}

const json = JSON.stringify;
