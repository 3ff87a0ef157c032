import { afterEach, describe, expect, it, vi } from "vitest";
import "../../../src/i18n/overlay-languages.ts";
import { LANGUAGES } from "../../../src/domain/languages.ts";
import { ACTIONS, STRENGTHS } from "../../../src/domain/vocabulary.ts";
import { setLanguage } from "../../../src/i18n/overlay.ts";
import { WarningDialog } from "../../../src/overlay/dialog.tsx";
import { dialogView } from "../../../src/overlay/view-model.ts";
import { warning } from "../../browser/ui/fixtures.ts";
import { draw, fire, text } from "../pages/shared/dom.ts";
import { countWords, MAX_WORDS } from "./words.ts";

afterEach(() => setLanguage("id"));
const none = () => {};

/** The text of the dialog without the folded details. */
function folded(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement;
  copy.querySelector("details .why")!.remove();
  return text(copy);
}

describe("the warning", () => {
  it("shows headline, deed, rule and strength, and offers four controls", () => {
    const { root } = draw(<WarningDialog warning={warning()} onAnswer={none} armed />);
    expect(folded(root)).toBe(
      "Ada ajakan memilih: “coblos nomor 2” Menyukai ini dapat dinilai melanggar Aturan 1 (dasar kuat). " +
        "Tidak memberi like/dislike di fanpage pasangan calon " +
        "Batal Tetap lanjutkan Bukan kampanye Akun ini tidak ditanyakan lagi. Mengapa?",
    );
    expect(root.querySelectorAll(".rule .drawing")).toHaveLength(1);
  });

  it("has a headline of at most nine words", () => {
    const long = { key: "page-team", values: { name: Array(30).fill("kata").join(" ") } };
    const { headline } = dialogView(warning({ evidence: [{ ...warning().evidence[0]!, say: long }] }));
    expect(headline).toMatch(/^Nama akun seperti tim kampanye: “kata/);
    expect(countWords(headline)).toBeLessThanOrEqual(9);
  });

  it("never shows more than 40 words before it is unfolded", () => {
    const wordy = Array(60).fill("kata").join(" ");
    const evidence = warning().evidence;
    for (const language of LANGUAGES)
      for (const action of ACTIONS)
        for (const strength of STRENGTHS)
          for (const more of [
            {},
            { canRecord: false, excerpt: wordy, evidence: [{ ...evidence[0]!, start: 0, end: 200 }] },
            { rule: { id: "X9", title: { id: wordy, en: wordy } }, canRecord: false },
            { evidence: evidence.map((e) => ({ ...e, text: `${e.kind} ${wordy}` })), canRecord: false },
            { evidence: [] },
          ]) {
            setLanguage(language);
            const { root } = draw(
              <WarningDialog warning={warning({ action, strength, ...more })} onAnswer={none} armed />,
            );
            expect(countWords(folded(root))).toBeLessThanOrEqual(MAX_WORDS);
            expect(root.querySelector("h2")!.textContent).not.toBe("");
          }
  });

  it("unfolds instrument, article, date, consequence and only https links", () => {
    const { root } = draw(
      <WarningDialog warning={warning({ strength: "disputed" })} onAnswer={none} armed />,
    );
    const why = text(root.querySelector(".why")!);
    expect(why).toContain(
      "SKB Netralitas 22 September 2022, Lampiran, disiplin angka 6 · berlaku sejak 22 Sep 2022",
    );
    expect(why).toContain("Akibat hari ini Kode etik: sanksi moral.");
    /* What was recognised, what may follow, the main article; the others are folded. */
    const order = [
      "Ada ajakan memilih",
      "Warga Kota Contoh",
      "Akibat hari ini",
      "SKB Netralitas",
      "1 dasar lain",
      "PP 94/2021",
    ];
    const places = order.map((words) => why.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([...root.querySelectorAll(".why mark")].map((m) => m.textContent)).toEqual([
      "coblos nomor 2",
      "Paslon 02",
    ]);
    expect(text(root.querySelector(".why details")!)).toContain("PP 94/2021");
    const links = [...root.querySelectorAll("a")];
    expect(
      links.map((a) => [a.getAttribute("href"), a.getAttribute("rel"), a.getAttribute("target")]),
    ).toEqual([["https://example.go.id/skb", "noopener noreferrer", "_blank"]]);
    expect(text(links[0]!)).toContain("Buka salinan (example.go.id)");
  });

  it("unfolds evidence first, then the situation, then the model without a number", () => {
    const evidence = warning().evidence;
    const say = { key: "model", values: { words: "menang, maju" } };
    const model = { ...evidence[0]!, kind: "model" as const, weight: 3.25, say };
    const situation = ["under", "thread", "over"].map((at) => ({
      key: `situation-${at}`,
      values: { contest: "Pemilihan Contoh" },
    }));
    const { root } = draw(
      <WarningDialog
        warning={warning({ evidence: [model, ...evidence], situation })}
        onAnswer={none}
        armed
      />,
    );
    expect([...root.querySelectorAll(".why > ul li")].map(text)).toEqual([
      "Ada ajakan memilih: “coblos nomor 2”",
      "Menyebut nomor urut: “Paslon 02”",
      "Nama akun seperti tim kampanye: “Relawan Contoh Maju”",
      "Ini di halaman kampanye atau di bawah kirimannya",
      "Ini di percakapan tentang pemilihan",
      "Kata-katanya seperti kampanye: menang, maju",
    ]);
    expect(text(root.querySelector(".why")!)).not.toMatch(/3[.,]25/);
  });

  it("renders the folded details after the rest", () => {
    const first = <WarningDialog warning={warning()} onAnswer={none} armed={false} details={false} />;
    const { root, redraw } = draw(first);
    expect([root.querySelector(".why"), text(root.querySelector("summary")!)]).toEqual([null, "Mengapa?"]);
    redraw(<WarningDialog warning={warning()} onAnswer={none} armed details />);
    expect(text(root.querySelector("details .why")!)).toContain("SKB Netralitas");
  });

  it("words advice as advice and shows a note and that the choice cannot be recorded", () => {
    const note = { id: "Imbauan 2018.", en: "Advice of 2018." };
    const { root } = draw(
      <WarningDialog
        warning={warning({ strength: "advice", note, canRecord: false })}
        onAnswer={none}
        armed
      />,
    );
    expect(folded(root)).toContain("Menyukai ini sebaiknya dihindari: Aturan 1 (imbauan).");
    expect(folded(root)).toContain("Pilihan ini tidak dapat dicatat.");
    expect(folded(root)).not.toContain("melanggar");
    expect(text(root.querySelector(".why")!)).toContain("Imbauan 2018.");
  });

  it("promises to stay silent only if the answer can be stored", () => {
    for (const canRecord of [true, false]) {
      const { root } = draw(<WarningDialog warning={warning({ canRecord })} onAnswer={none} armed />);
      expect(text(root).includes("tidak ditanyakan lagi")).toBe(canRecord);
    }
  });

  it("shows hostile names as text", () => {
    const bad = '<img src=x onerror="alert(1)">\u202e';
    const { root } = draw(
      <WarningDialog
        warning={warning({ subject: bad, rule: { id: "R1", title: { id: bad, en: bad } } })}
        onAnswer={none}
        armed
      />,
    );
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror="alert(1)">');
    expect(root.textContent).not.toContain("\u202e");
  });

  it("is in English if that is the language", () => {
    setLanguage("en");
    expect(dialogView(warning()).ask).toBe("Liking this may be judged a breach of Rule 1 (firm basis).");
  });
});

describe("answers", () => {
  const press = (armed: boolean, trusted: boolean) => {
    const onAnswer = vi.fn();
    const { root } = draw(<WarningDialog warning={warning()} onAnswer={onAnswer} armed={armed} />);
    for (const button of root.querySelectorAll("button")) fire(button, "click", trusted);
    return onAnswer.mock.calls.map(([answer]) => answer);
  };

  it("passes the user's answers on with the original event", () => {
    expect(press(true, true)).toEqual(["cancel", "continue", "not-campaign"]);
    const onAnswer = vi.fn();
    const { root } = draw(<WarningDialog warning={warning()} onAnswer={onAnswer} armed />);
    fire(root.querySelector("button")!, "click", true, { clientX: 7 });
    expect(onAnswer.mock.calls[0]![1]).toMatchObject({ type: "click", clientX: 7 });
  });

  it("ignores answers from a script", () => {
    expect(press(true, false)).toEqual([]);
  });

  it("lets Batal alone close the dialog after an update has ended our script", () => {
    const { root } = draw(<WarningDialog warning={warning()} onAnswer={none} armed />);
    const form = root.querySelector('form[method="dialog"]')!;
    expect([...form.querySelectorAll<HTMLButtonElement>("button")].map(({ type }) => type)).toEqual([
      "submit",
      "button",
      "button",
    ]);
  });

  it("accepts only Batal before the dialog was visible long enough", () => {
    expect(press(false, true)).toEqual(["cancel"]);
  });

  it("names the answers for the guard and offers focus only to Batal", () => {
    const { root } = draw(<WarningDialog warning={warning()} onAnswer={none} armed={false} />);
    const buttons = [...root.querySelectorAll("button")];
    expect(buttons.map((b) => b.getAttribute("data-answer"))).toEqual(["cancel", "continue", "not-campaign"]);
    expect(buttons.map((b) => b.getAttribute("aria-disabled"))).toEqual([null, "true", "true"]);
    expect(buttons.filter((b) => b.hasAttribute("autofocus"))).toHaveLength(1);
  });
});

it("contains no name that tells the page who we are", () => {
  const { root } = draw(
    <WarningDialog warning={warning({ note: { id: "x", en: "x" } })} onAnswer={none} armed />,
  );
  const names = [...root.querySelectorAll("*")].flatMap((e) => [
    e.localName,
    e.id,
    e.getAttribute("class") ?? "",
    ...e.getAttributeNames(),
  ]);
  expect(names.join(" ")).not.toMatch(/jaga|asn|netral|guard/i);
});
