import { describe, expect, it } from "vitest";
import { type Item, readItem } from "../../../../scripts/model/items.ts";

const read = (raw: object): Item | string => readItem(JSON.stringify(raw), 7);
const item = (raw: object): Item => {
  const made = read(raw);
  if (typeof made === "string") throw new Error(made);
  return made;
};

describe("a line of the command line", () => {
  it("carries its parent, page, day of assessment and the day the page shows", () => {
    const made = item({
      text: "nomor dua",
      kind: "comment",
      platform: "fb",
      parent: { author: { name: "Relawan" }, text: "Selamat pagi" },
      page: { kind: "group", name: "Warga", handle: "warga", category: "Komunitas", bio: "halo" },
      date: "2030-10-15",
      postedAt: "2030-10-01",
    });
    expect(made.date).toBe("2030-10-15");
    expect(made.surface).toMatchObject({
      site: "facebook",
      kind: "comment",
      postedAt: "2030-10-01",
      page: { kind: "group", name: "Warga" },
      parent: { kind: "post", text: "Selamat pagi", author: { name: "Relawan" } },
    });
  });

  it("ignores the labels of a text", () => {
    expect(
      item({ text: "a", label: "campaign", level: "warn", form: "vote", ticket: "x/1", trick: "t" }).id,
    ).toBe(7);
  });

  it.each([
    [{ text: "a", parrent: {} }, "parrent"],
    [{ text: "a", parent: { text: "b", likes: 3 } }, "parent.likes"],
    [{ text: "a", page: { jenis: "x" } }, "page.jenis"],
    [{ text: "a", author: { nama: "x" } }, "author.nama"],
    [{ text: "a", date: "2030-02-30" }, "date"],
    [{ text: "a", postedAt: "kemarin" }, "postedAt"],
    [{ text: "a", page: { kind: "zine" } }, "zine"],
    [{ text: "a", parent: "b" }, "parent"],
    [{ kind: "post" }, "text"],
  ])("says by name what is wrong: %j", (raw, named) => {
    expect(read(raw)).toContain(named);
  });

  it("reads an image text as an image text", () => {
    expect(item({ kind: "alt", text: "poster" }).surface).toMatchObject({ text: "", imageAlt: ["poster"] });
  });
});
