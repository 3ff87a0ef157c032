import { render } from "preact";
import { setLanguage } from "../../i18n/rooms.ts";
import { Spoken } from "../spoken.tsx";
import { forTrusted } from "../trusted.ts";
import "../tokens.css";
import "../page.css";
import "./book.css";
import { BookPage } from "./book.tsx";
import type { BookActions, BookModel, BookSource } from "./model.ts";

/** What counts as use of the page, and how often it is passed on. */
const USE = ["pointerdown", "keydown", "wheel"] as const;
const TOUCH_MS = 15_000;

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Draws the book into `root` and keeps it up to date. What fails is told on the page. Returns a function that ends it. */
export async function mountBook(root: Element, source: BookSource): Promise<() => void> {
  let model: BookModel = await source.load();
  let failed: string | undefined;
  let over = false;
  /** A load on its way; one more where something changed meanwhile. */
  let loading: Promise<void> | undefined;
  let again = false;
  const draw = () => {
    setLanguage(model.language);
    document.documentElement.lang = model.language;
    const shown = failed ? { ...model, problem: failed } : model;
    render(<Spoken>{() => <BookPage model={shown} actions={actions} />}</Spoken>, root);
  };
  const load = async () => {
    do {
      again = false;
      model = await source.load().catch((error) => ({ ...model, problem: words(error) }));
      if (over) return;
      draw();
    } while (again);
  };
  const refresh = (): Promise<void> => {
    if (loading) again = true;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  const then = async <T,>(done: Promise<T>): Promise<T> => {
    try {
      const result = await done;
      failed = undefined;
      return result;
    } catch (error) {
      failed = words(error);
      throw error;
    } finally {
      await refresh();
    }
  };
  const quietly = (done: Promise<void>) => then(done).catch(() => {}); // The page says it already.
  const on = source.actions;
  const actions: BookActions = {
    eraseOne: (hold) => quietly(on.eraseOne(hold)),
    eraseAll: () => quietly(on.eraseAll()),
    keepCheck: (check) => quietly(on.keepCheck(check)),
    setLanguage: (language) => quietly(on.setLanguage(language)),
    unlock: (passphrase) => then(on.unlock(passphrase)),
    close: () => quietly(on.close()),
    setPassphrase: (passphrase) => quietly(on.setPassphrase(passphrase)),
    take: (file) => then(on.take(file)),
    save: (name, type, text) => on.save(name, type, text),
    print: () => on.print(),
  };
  let touched = 0;
  const touch = forTrusted(() => {
    if (model.lock !== "open" || Date.now() - touched < TOUCH_MS) return;
    touched = Date.now();
    source.touch?.();
  });
  for (const kind of USE) addEventListener(kind, touch, true);
  draw();
  const stop = source.subscribe?.(() => void refresh());
  return () => {
    for (const kind of USE) removeEventListener(kind, touch, true);
    stop?.();
    over = true;
    render(null, root);
  };
}
