import { type ComponentChild, render } from "preact";
import { errorText } from "../../domain/error-text.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { t } from "../../i18n/app.ts";
import { setLanguage } from "../../i18n/language.ts";
import { Localized } from "../../ui/localized.tsx";

/** Where a page gets its model from, and what the user can do on it. */
export interface PageSource<Model, Actions> {
  load(): Promise<Model>;
  actions: Actions;
  /**
   * Calls `changed` when the model may have changed, so that the page loads again, and `show` with a part of the model to
   * render at once. Returns a function that stops both.
   */
  subscribe?(changed: () => void, show: (part: Partial<Model>) => void): () => void;
}

/** Names of the actions that return a value. */
type ActionsWithResult<Actions> = {
  [Name in keyof Actions]: Actions[Name] extends (...values: never[]) => infer Result
    ? Result extends Promise<void>
      ? never
      : Result extends Promise<unknown>
        ? Name
        : never
    : never;
}[keyof Actions];

/** An actions interface without optional members: a missing one would do nothing, and nobody would notice. */
type Complete<Actions> = Actions extends Required<Actions> ? Actions : never;

/** How a page is rendered and what its actions return. */
export interface PageDefinition<Model, Actions> {
  view(model: Model, actions: Actions): ComponentChild;
  /** The model with a message about what could not be loaded or done. */
  failed(model: Model, problem: string): Model;
  /**
   * Each action that returns a value. One that `changes` something is followed by a load, and its failure is shown on the
   * page as well as thrown to the caller. The failure of one that only `reads` is only thrown.
   */
  results: Record<ActionsWithResult<Actions>, "changes" | "reads">;
  /** The tab's title; without one it stays as the page's HTML has it. */
  title?(model: Model): string;
  /** Shown until the first load is done. */
  blank?: Model;
  /** Called after each render, with the model rendered before. */
  rendered?(model: Model, previous: Model | undefined): void;
}

/** A mounted page. */
export interface MountedPage {
  /** Settles with the first load; rejects if that fails and the page has no `blank`. */
  shown: Promise<void>;
  end(): void;
}

/**
 * Renders a page into `root` and keeps it up to date: after each action, and whenever its source reports a change. Every
 * action of the source is available; a failure is shown on the page, which stays usable.
 */
export function mountPage<Model extends { language: Language }, Actions extends object>(
  root: Element,
  source: PageSource<Model, Actions> & { actions: Complete<Actions> },
  page: PageDefinition<Model, Actions>,
): MountedPage {
  let model = page.blank;
  let renderedModel: Model | undefined;
  /** Why the last action failed, and the last load. */
  let actionProblem: string | undefined;
  let loadProblem: string | undefined;
  let ended = false;
  /** The load under way; `reloadNeeded` if something changed meanwhile. */
  let loading: Promise<void> | undefined;
  let reloadNeeded = false;

  const draw = () => {
    if (ended || model === undefined) return;
    const problem = actionProblem ?? loadProblem;
    const shown = problem === undefined ? model : page.failed(model, problem);
    setLanguage(shown.language);
    document.documentElement.lang = shown.language;
    if (page.title) document.title = page.title(shown);
    render(<Localized>{() => page.view(shown, actions)}</Localized>, root);
    const previous = renderedModel;
    renderedModel = shown;
    page.rendered?.(shown, previous);
  };
  const load = async () => {
    do {
      reloadNeeded = false;
      try {
        model = await source.load();
        loadProblem = undefined;
      } catch (error) {
        if (model === undefined) {
          if (!ended) render(<FailedPage problem={errorText(error)} />, root);
          throw error;
        }
        loadProblem = errorText(error);
      }
      draw();
    } while (reloadNeeded && !ended);
  };
  const refresh = (): Promise<void> => {
    if (ended) return Promise.resolve();
    if (loading) reloadNeeded = true;
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
  const reloadAfter = async (done: PromiseLike<unknown>, rethrow: boolean): Promise<unknown> => {
    try {
      const answer = await done;
      actionProblem = undefined;
      return answer;
    } catch (error) {
      actionProblem = errorText(error);
      if (rethrow) throw error;
      return undefined; // The page shows it already.
    } finally {
      await refresh();
    }
  };
  const actions = wrapActions(source.actions, (name, done) => {
    const kind = (page.results as Partial<Record<PropertyKey, "changes" | "reads">>)[name];
    return kind === "reads" || !isPromise(done) ? done : reloadAfter(done, kind === "changes");
  });
  draw();
  const shown = refresh();
  const stop = source.subscribe?.(changed, show);
  return {
    shown,
    end() {
      ended = true;
      stop?.();
      render(null, root);
    },
  };
}

/** An error is never an empty page, also where nothing could be loaded at all. */
function FailedPage({ problem }: { problem: string }) {
  return (
    <main>
      <header>
        <h1>{t("app.name")}</h1>
      </header>
      <p class="warning" role="alert">
        {t("app.failed", { problem })}
      </p>
    </main>
  );
}

/** The same actions, with the result of each passed through `wrap`. */
function wrapActions<Actions extends object>(
  actions: Actions,
  wrap: (name: string, result: unknown) => unknown,
): Actions {
  const wrapped = Object.entries(actions).map(([name, action]) => [
    name,
    // Called at once: browsers grant permissions and print only within the click itself.
    (...values: unknown[]) =>
      wrap(name, (action as (...values: unknown[]) => unknown).apply(actions, values)),
  ]);
  return Object.fromEntries(wrapped) as Actions;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | undefined)?.then === "function";
