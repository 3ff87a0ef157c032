import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { PAGES, popup, warning } from "../../../browser/ui/fixtures.ts";
import { helpMemory } from "../../../browser/ui/help-memory.ts";
import { journalMemory } from "../../../browser/ui/journal-memory.ts";
import { settingsMemory } from "../../../browser/ui/settings-memory.ts";
import { welcomeMemory } from "../../../browser/ui/welcome-memory.ts";
import { workshopMemory } from "../../../browser/ui/workshop-memory.ts";
import { draw, fire } from "./dom.ts";

/* Mounts each page over its own source. The actions come from the source, so a new action is tested without a new test. */

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
for (const css of [
  "ui/tokens",
  "pages/shared/page",
  "overlay/frame",
  "pages/journal/journal",
  "pages/popup/popup",
  "overlay/dialog",
  "pages/ask/ask",
  "pages/workshop/workshop",
  "pages/help/help",
])
  vi.doMock(`../../../../src/${css}.css`, () => ({}));

type AnyActions = Record<string, (...values: unknown[]) => unknown>;
/** The actions with which the page's view was rendered last. */
let given: AnyActions | undefined;
const view = (props: { actions: AnyActions }) => {
  given = props.actions;
  return null;
};

/** The actions of a source, each as a spy that returns its own name. */
const spies = (actions: object) =>
  Object.fromEntries(Object.keys(actions).map((name) => [name, vi.fn(async () => name)]));

interface Case {
  page: string;
  /** The actions of the source that the extension uses. */
  real(): Promise<object>;
  /** The file and name of the view, which the test replaces by one that records its actions. */
  view: readonly [file: string, name: string];
  mount(root: Element, actions: object): Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    page: "journal",
    real: async () => (await import("../../../../src/pages/journal/source.ts")).journalSource.actions,
    view: ["journal/page.tsx", "JournalPage"],
    async mount(root, actions) {
      const { mountJournal } = await import("../../../../src/pages/journal/mount.tsx");
      return mountJournal(root, { ...journalMemory().source, actions } as never);
    },
  },
  {
    page: "popup",
    real: async () => (await import("../../../../src/pages/popup/source.ts")).popupSource.actions,
    view: ["popup/popup.tsx", "Popup"],
    async mount(root, actions) {
      const { mountPopup } = await import("../../../../src/pages/popup/mount.tsx");
      return mountPopup(root, { load: async () => popup(PAGES.none!), actions } as never);
    },
  },
  {
    page: "settings",
    real: async () => (await import("../../../../src/pages/settings/source.ts")).settingsSource().actions,
    view: ["settings/page.tsx", "SettingsPage"],
    async mount(root, actions) {
      const { mountSettings } = await import("../../../../src/pages/settings/mount.tsx");
      const { model } = settingsMemory("id", {}, () => {});
      return mountSettings(root, { load: async () => model, actions } as never);
    },
  },
  {
    page: "welcome",
    real: async () => (await import("../../../../src/pages/welcome/source.ts")).welcomeSource.actions,
    view: ["welcome/page.tsx", "WelcomePage"],
    async mount(root, actions) {
      const { mountWelcome } = await import("../../../../src/pages/welcome/mount.tsx");
      return mountWelcome(root, { ...welcomeMemory("id").source, actions } as never);
    },
  },
  {
    page: "help",
    real: async () => (await import("../../../../src/pages/help/source.ts")).helpSource.actions,
    view: ["help/page.tsx", "HelpPage"],
    async mount(root, actions) {
      const { mountHelp } = await import("../../../../src/pages/help/mount.tsx");
      return mountHelp(root, { ...helpMemory("id").source, actions } as never);
    },
  },
  {
    page: "workshop",
    real: async () => (await import("../../../../src/pages/workshop/source.ts")).workshopSource().actions,
    view: ["workshop/page.tsx", "WorkshopPage"],
    async mount(root, actions) {
      const { mountWorkshop } = await import("../../../../src/pages/workshop/mount.tsx");
      return mountWorkshop(root, { ...workshopMemory("id", ""), actions } as never);
    },
  },
];

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue: () => "", fontFamily: "" }));
  vi.stubGlobal("location", { hash: "", search: "" });
  given = undefined;
});
afterEach(() => {
  for (const {
    view: [file],
  } of CASES)
    vi.doUnmock(`../../../../src/pages/${file}`);
});

const settle = () => new Promise((done) => setTimeout(done, 20));

describe("the actions of a page", () => {
  it.each(CASES)(
    "passes every action of the $page page to its source with its values",
    async ({ real, view: [file, name], mount }) => {
      const on = spies(await real());
      expect(Object.keys(on).length).toBeGreaterThan(1);
      vi.doMock(`../../../../src/pages/${file}`, () => ({ [name]: view }));
      await mount(draw(null).root, on);
      await settle();
      for (const [action, spy] of Object.entries(on)) {
        const values = [{ of: action }, 2];
        expect([action, given && action in given]).toEqual([action, true]);
        expect(await given![action]!(...values)).toBe(action);
        expect([action, spy.mock.calls]).toEqual([action, [values]]);
      }
      expect(Object.keys(given!).sort()).toEqual(Object.keys(on).sort());
    },
  );

  it.each(CASES)("uses every action of the $page page in one of its parts", async ({ page, real }) => {
    const { readdirSync, readFileSync } = await import("node:fs");
    const parts = readdirSync(`src/pages/${page}`)
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => readFileSync(`src/pages/${page}/${file}`, "utf8"))
      .join("\n");
    const unused = Object.keys(await real()).filter(
      (name) => !new RegExp(`\\bactions\\s*\\.${name}\\b`).test(parts),
    );
    expect(unused).toEqual([]);
  });
});

describe("the question in its own window", () => {
  it("passes one answer to the source, a confirmation only when armed, and none after the end", async () => {
    vi.stubGlobal("window", globalThis);
    const { singleAnswerPage } = await import("../../../../src/pages/ask/single-answer.ts");
    const create = () => {
      const source = {
        load: vi.fn(async () => warning()),
        language: async () => "id" as const,
        answer: vi.fn(async () => true),
        close: vi.fn(),
      };
      return { source, ...singleAnswerPage(source) };
    };
    const unarmed = create();
    await unarmed.answer("continue");
    expect(unarmed.source.answer).not.toHaveBeenCalled();
    for (const what of ["cancel", "continue", "not-campaign"] as const) {
      const { source, page, arm, signal } = create();
      expect(await page.load()).toMatchObject({ warning: warning(), armed: false });
      arm(true);
      expect(await page.load()).toMatchObject({ armed: true });
      await page.actions.answer(what);
      await page.actions.answer("continue");
      expect(source.answer.mock.calls).toEqual([[what]]);
      expect(source.close).toHaveBeenCalledOnce();
      expect(signal.aborted).toBe(true);
      expect((await page.load()).warning).toBeNull();
    }
  });

  it("is answered by its buttons and then says that it is over", async () => {
    vi.stubGlobal("window", globalThis);
    const { mountAsk } = await import("../../../../src/pages/ask/mount.tsx");
    const { root } = draw(null);
    const answer = vi.fn(async () => true);
    const close = vi.fn();
    const end = await mountAsk(root, {
      load: async () => warning(),
      language: async () => "id",
      answer,
      close,
    });
    fire(root.querySelector("[data-answer=cancel]")!, "click", true);
    await settle();
    expect(answer.mock.calls).toEqual([["cancel"]]);
    expect(close).toHaveBeenCalledOnce();
    expect(root.querySelector("[role=status]")).not.toBeNull();
    expect(root.querySelector("[data-answer]")).toBeNull();
    end();
    expect(root.textContent).toBe("");
  });

  it("keeps its first question and is over when nobody waits for the answer", async () => {
    const { singleAnswerPage } = await import("../../../../src/pages/ask/single-answer.ts");
    let question: ReturnType<typeof warning> | null = warning({ subject: "Relawan Pertama" });
    const source = {
      load: async () => question,
      language: async () => "id" as const,
      answer: vi.fn(),
      close() {},
    };
    const { page, signal } = singleAnswerPage(source);
    expect((await page.load()).warning?.subject).toBe("Relawan Pertama");
    question = warning({ subject: "Relawan Kedua" });
    expect((await page.load()).warning?.subject).toBe("Relawan Pertama");
    question = null;
    expect((await page.load()).warning).toBeNull();
    expect(signal.aborted).toBe(true);
  });
});

describe("muted evidence on the journal page", () => {
  it("unmutes evidence from the button in the book", async () => {
    const { mountJournal } = await import("../../../../src/pages/journal/mount.tsx");
    const { root } = draw(null);
    const { source } = journalMemory({ evidenceFeedback: { counts: { slogan: [12, 9] } } });
    const unmuteEvidence = vi.spyOn(source.actions, "unmuteEvidence");
    await mountJournal(root, source);
    await settle();
    fire(root.querySelector("[data-muted] button")!, "click", true);
    await settle();
    expect(unmuteEvidence).toHaveBeenCalledOnce();
    expect(root.querySelector("[data-muted]")).toBeNull();
  });
});
