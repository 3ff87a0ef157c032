import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../../../src/domain/vocabulary.ts";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { mountPage, type PageSource } from "../../../../src/pages/shared/mount-page.tsx";
import { draw } from "./dom.ts";

afterEach(() => setLanguage("id"));

interface Model {
  language: Language;
  count: number;
  problem?: string;
}
interface Actions {
  add(by: number): Promise<void>;
  take(): Promise<number>;
  look(): Promise<string>;
  print(): void;
}

function open(more: Partial<Pick<PageSource<Model, Actions>, "load">> = {}, blank?: Model) {
  const state = { count: 0, failure: "", prints: 0 };
  const fails = () => {
    if (state.failure) throw new Error(state.failure);
  };
  let changed = () => {};
  let show: (part: Partial<Model>) => void = () => {};
  const stop = vi.fn();
  const load = vi.fn(more.load ?? (async (): Promise<Model> => ({ language: "id", count: state.count })));
  let actions!: Actions;
  const { root } = draw(null);
  const source: PageSource<Model, Actions> = {
    load,
    actions: {
      async add(by) {
        fails();
        state.count += by;
      },
      async take() {
        fails();
        return ++state.count;
      },
      async look() {
        fails();
        return "seen";
      },
      print: () => void state.prints++,
    },
    subscribe(onChange, onPart) {
      changed = onChange;
      show = onPart;
      return stop;
    },
  };
  const page = mountPage(root, source, {
    view(model, given) {
      actions = given;
      return `${model.count}${model.problem ? ` ${model.problem}` : ""}`;
    },
    failed: (model, problem) => ({ ...model, problem }),
    results: { take: "changes", look: "reads" },
    ...(blank && { blank }),
  });
  return {
    root,
    state,
    load,
    page,
    stop,
    actions: () => actions,
    changed: () => changed(),
    show: (part: Partial<Model>) => show(part),
  };
}
const settle = () => new Promise((done) => setTimeout(done, 10));

describe("mountPage", () => {
  it("renders after the first load and after each action", async () => {
    const { root, page, actions, load } = open();
    expect(root.textContent).toBe("");
    await page.shown;
    expect(root.textContent).toBe("0");
    await actions().add(2);
    expect(root.textContent).toBe("2");
    expect(await actions().take()).toBe(3);
    expect(root.textContent).toBe("3");
    expect(load).toHaveBeenCalledTimes(3);
  });

  it("does not load again after an action that only reads or returns at once", async () => {
    const { page, actions, load, state } = open();
    await page.shown;
    expect(await actions().look()).toBe("seen");
    actions().print();
    expect(state.prints).toBe(1);
    await settle();
    expect(load).toHaveBeenCalledOnce();
  });

  it("shows why an action failed until one succeeds, and stays usable", async () => {
    const { root, page, actions, state } = open();
    await page.shown;
    state.failure = "disk full";
    await actions().add(1);
    expect(root.textContent).toBe("0 disk full");
    await expect(actions().take()).rejects.toThrow("disk full");
    expect(root.textContent).toBe("0 disk full");
    await expect(actions().look()).rejects.toThrow("disk full");
    state.failure = "";
    await actions().add(1);
    expect(root.textContent).toBe("1");
  });

  it("leaves the failure of a reading action to its caller", async () => {
    const { root, page, actions, state } = open();
    await page.shown;
    state.failure = "no answer";
    await expect(actions().look()).rejects.toThrow("no answer");
    expect(root.textContent).toBe("0");
  });

  it("shows a failed load with the last model until one succeeds", async () => {
    let broken = true;
    const load = async (): Promise<Model> => {
      if (broken) throw new Error("no storage");
      return { language: "en", count: 7 };
    };
    const { root, changed, page } = open({ load }, { language: "id", count: 0 });
    expect(root.textContent).toBe("0");
    await page.shown;
    expect(root.textContent).toBe("0 no storage");
    broken = false;
    changed();
    await settle();
    expect(root.textContent).toBe("7");
    expect(document.documentElement.lang).toBe("en");
  });

  it("rejects and says why if the first load fails and there is no blank model", async () => {
    const { page, root } = open({ load: () => Promise.reject(new Error("no storage")) });
    await expect(page.shown).rejects.toThrow("no storage");
    expect(root.querySelector("[role=alert]")!.textContent).toContain("no storage");
  });

  it("loads once more for all changes during a load", async () => {
    const { page, changed, load } = open();
    for (let i = 0; i < 5; i++) changed();
    await page.shown;
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("renders a part of the model at once", async () => {
    const { root, page, show, load } = open();
    await page.shown;
    show({ count: 9 });
    expect(root.textContent).toBe("9");
    expect(load).toHaveBeenCalledOnce();
  });

  it("renders nothing after its end", async () => {
    const { root, page, changed, actions, stop } = open();
    await page.shown;
    const add = actions().add(4);
    page.end();
    await add;
    changed();
    await settle();
    expect(root.textContent).toBe("");
    expect(stop).toHaveBeenCalledOnce();
  });

  it("does not compile with an optional action or an unlisted result", () => {
    const page = { view: () => null, failed: (model: Model) => model };
    const source = <A,>(actions: A): PageSource<Model, A> => ({
      load: async () => ({ language: "id", count: 0 }),
      actions,
    });
    const never = () => {
      const forgetful: { add(): Promise<void>; again?(): Promise<void> } = { add: async () => {} };
      // @ts-expect-error: "again" may be missing, and nobody would notice.
      mountPage(document.body, source(forgetful), { ...page, results: {} });
      const answering = { add: async () => {}, take: async () => 1 };
      // @ts-expect-error: "take" answers with a number.
      mountPage(document.body, source(answering), { ...page, results: {} });
      mountPage(document.body, source(answering), { ...page, results: { take: "changes" } });
    };
    expect(never).toBeTypeOf("function");
  });
});
