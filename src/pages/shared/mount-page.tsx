import { type ComponentChild, render } from "preact";
import { errorText } from "../../domain/error-text.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { setLanguage } from "../../i18n/language.ts";
import { Spoken } from "../../ui/localized.tsx";

/** Where a page gets its model from, and what it can do. */
export interface PageSource<Model, Actions> {
  load(): Promise<Model>;
  actions: Actions;
  /**
   * Calls `changed` when the model may have changed: the page loads again. `show` takes a part of the model that the
   * source knows already and draws it at once. Returns a function that ends both.
   */
  subscribe?(changed: () => void, show: (part: Partial<Model>) => void): () => void;
}

/** Names of the actions that answer with a value. */
type Answering<Actions> = {
  [Name in keyof Actions]: Actions[Name] extends (...values: never[]) => infer Result
    ? Result extends Promise<void>
      ? never
      : Result extends Promise<unknown>
        ? Name
        : never
    : never;
}[keyof Actions];

/** An actions interface without optional members: one that is left out would fail in silence. */
type Complete<Actions> = Actions extends Required<Actions> ? Actions : never;

/** What a page is beside its source. */
export interface Page<Model, Actions> {
  view(model: Model, actions: Actions): ComponentChild;
  /** The model with what could not be loaded or done, in words. */
  failed(model: Model, problem: string): Model;
  /**
   * Each action that answers with a value: one that `changes` something is followed by a load and fails on the page
   * and to its caller; one that only `reads` is the caller's alone.
   */
  answers: Record<Answering<Actions>, "changes" | "reads">;
  /** Shown until the first load is there. */
  blank?: Model;
  /** Called after each draw, with the model shown before. */
  drawn?(model: Model, before: Model | undefined): void;
}

/** A page that was mounted. */
export interface MountedPage {
  /** Settles with the first load; fails where that fails and the page has no `blank`. */
  shown: Promise<void>;
  end(): void;
}

/**
 * Draws a page into `root` and keeps it up to date: after each action, and whenever its source says so. Every action
 * of the source is passed on; what fails is shown on the page, which stays usable.
 */
export function mountPage<Model extends { language: Language }, Actions extends object>(
  root: Element,
  source: PageSource<Model, Actions> & { actions: Complete<Actions> },
  page: Page<Model, Actions>,
): MountedPage {
  let model = page.blank;
  let drawn: Model | undefined;
  /** What the last action, and the last load, failed with. */
  let undone: string | undefined;
  let unloaded: string | undefined;
  let over = false;
  /** A load on its way; one more where something changed meanwhile. */
  let loading: Promise<void> | undefined;
  let again = false;

  const draw = () => {
    if (over || model === undefined) return;
    const problem = undone ?? unloaded;
    const shown = problem === undefined ? model : page.failed(model, problem);
    setLanguage(shown.language);
    document.documentElement.lang = shown.language;
    render(<Spoken>{() => page.view(shown, actions)}</Spoken>, root);
    const before = drawn;
    drawn = shown;
    page.drawn?.(shown, before);
  };
  const load = async () => {
    do {
      again = false;
      try {
        model = await source.load();
        unloaded = undefined;
      } catch (error) {
        if (model === undefined) throw error;
        unloaded = errorText(error);
      }
      draw();
    } while (again && !over);
  };
  const refresh = (): Promise<void> => {
    if (over) return Promise.resolve();
    if (loading) again = true;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  const changed = () => void refresh().catch(() => {}); // Only a first load fails, and `shown` says so.
  const show = (part: Partial<Model>) => {
    if (model === undefined) return;
    model = { ...model, ...part };
    draw();
  };
  const followed = async (done: PromiseLike<unknown>, answers: boolean): Promise<unknown> => {
    try {
      const answer = await done;
      undone = undefined;
      return answer;
    } catch (error) {
      undone = errorText(error);
      if (answers) throw error;
      return undefined; // The page says it already.
    } finally {
      await refresh();
    }
  };
  const actions = passed(source.actions, (name, done) => {
    const answers = (page.answers as Partial<Record<PropertyKey, "changes" | "reads">>)[name];
    return answers === "reads" || !isPromise(done) ? done : followed(done, answers === "changes");
  });
  draw();
  const shown = refresh();
  const stop = source.subscribe?.(changed, show);
  return {
    shown,
    end() {
      over = true;
      stop?.();
      render(null, root);
    },
  };
}

/** The same actions, the result of each going through `how`. */
function passed<Actions extends object>(
  actions: Actions,
  how: (name: string, done: unknown) => unknown,
): Actions {
  const each = Object.entries(actions).map(([name, action]) => [
    name,
    // Called straight away: browsers grant permissions and print only within the click itself.
    (...values: unknown[]) => how(name, (action as (...values: unknown[]) => unknown).apply(actions, values)),
  ]);
  return Object.fromEntries(each) as Actions;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | undefined)?.then === "function";
