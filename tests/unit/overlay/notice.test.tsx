import { describe, expect, it, vi } from "vitest";
import { forTrusted } from "../../../src/dom/trusted.ts";
import { NoticeCard, NoticeMark, NoticeStrip } from "../../../src/overlay/notice.tsx";
import { safeHref } from "../../../src/ui/safe-link.ts";
import { warning } from "../../browser/ui/fixtures.ts";
import { draw, fire, text } from "../pages/shared/dom.ts";

describe("notices", () => {
  it("shows evidence, rule and strength on the card", () => {
    const { root } = draw(<NoticeCard notice={warning()} onAnswer={() => {}} onClose={() => {}} />);
    expect(text(root)).toContain("Ada ajakan memilih: “coblos nomor 2”");
    expect(text(root)).toContain("Aturan 1 · Tidak memberi like/dislike di fanpage pasangan calon");
    expect(text(root)).toContain("dasar kuat");
  });

  it("shows the situation after the evidence on the card and only the first evidence on the strip", () => {
    const { root } = draw(
      <div>
        <NoticeCard notice={warning()} onAnswer={() => {}} onClose={() => {}} />
        <NoticeStrip notice={warning()} open={false} onToggle={() => {}} />
      </div>,
    );
    expect([...root.querySelectorAll(".note-reasons li")].map(text).slice(-2)).toEqual([
      "Ini di halaman kampanye atau di bawah kirimannya",
      "Pemilihan Wali Kota Contoh 2024 sedang berjalan",
    ]);
    expect(text(root.querySelector(".note-strip")!)).toContain("Ada ajakan memilih");
    expect(text(root.querySelector(".note-strip")!)).not.toContain("sedang berjalan");
  });

  it("answers and closes only on trusted events, Esc included", () => {
    const [answer, close, toggle] = [vi.fn(), vi.fn(), vi.fn()];
    const { root } = draw(
      <div>
        <NoticeMark open={false} onToggle={toggle} />
        <NoticeCard notice={warning()} onAnswer={answer} onClose={close} />
        <NoticeStrip notice={warning()} open={false} onToggle={toggle} />
      </div>,
    );
    for (const trusted of [false, true]) {
      for (const button of root.querySelectorAll("button")) fire(button, "click", trusted);
      fire(root.querySelector(".note-card")!, "keydown", trusted, { key: "Escape" });
      fire(root.querySelector(".note-card")!, "keydown", trusted, { key: "a" });
      const times = trusted ? 1 : 0;
      expect(answer).toHaveBeenCalledTimes(times);
      expect(close).toHaveBeenCalledTimes(2 * times);
      expect(toggle).toHaveBeenCalledTimes(2 * times);
    }
    expect(answer.mock.calls[0]![0]).toBe("not-campaign");
  });

  it("says on mark and strip whether the card is open", () => {
    for (const open of [true, false]) {
      const { root } = draw(<NoticeMark open={open} onToggle={() => {}} />);
      expect(root.querySelector("button")!.getAttribute("aria-expanded")).toBe(String(open));
      expect(root.querySelector("button")!.getAttribute("aria-label")).not.toBe("");
    }
  });
});

it("accepts only events whose isTrusted is true", () => {
  const handler = vi.fn();
  for (const isTrusted of [false, undefined, 1, "true"])
    forTrusted(handler)({ isTrusted } as unknown as Event);
  expect(handler).not.toHaveBeenCalled();
  forTrusted(handler)({ isTrusted: true } as Event);
  expect(handler).toHaveBeenCalledTimes(1);
});

it("accepts only https addresses", () => {
  expect(safeHref("https://jdih.example.go.id/a?b#c")).toBe("https://jdih.example.go.id/a?b#c");
  for (const bad of [
    "http://a.id",
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//a.id",
    "",
    "https://",
  ])
    expect([bad, safeHref(bad)]).toEqual([bad, undefined]);
});
