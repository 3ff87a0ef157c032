import { LockKeyhole, LockKeyholeOpen } from "lucide";
import { useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { BookActions, BookModel } from "./model.ts";

/** Shortest passphrase that is taken, in characters. */
const SHORTEST = 8;

type Part = (props: { model: BookModel; actions: BookActions }) => preact.JSX.Element;

/** A closed book: the way in, and the way out without one. */
export const Locked: Part = ({ actions }) => {
  const field = useRef<HTMLInputElement>(null);
  const [told, tell] = useState("");
  const open = async () => {
    const input = field.current!;
    tell(t("book.lock.opening"));
    const fits = await actions.unlock(input.value).catch(() => false);
    if (fits) return;
    tell(t("book.lock.wrong"));
    input.select();
  };
  return (
    <>
      <section class="card">
        <h2>
          <Icon icon={LockKeyhole} /> {t("book.locked")}
        </h2>
        <p>{t("book.locked.why")}</p>
        <form
          onSubmit={forTrusted((event: Event) => {
            event.preventDefault();
            void open();
          })}
        >
          <label>
            {t("book.lock.passphrase")}
            <input type="password" autocomplete="current-password" ref={field} required />
          </label>
          <div class="row">
            <button type="submit" class="main">
              {t("book.lock.open")}
            </button>
          </div>
        </form>
        <p role="status">{told}</p>
      </section>
      <section class="card">
        <h2>{t("book.locked.forgot")}</h2>
        <p>{t("book.locked.forgot.why")}</p>
        <EraseAll onErase={() => void actions.eraseAll()} />
      </section>
    </>
  );
};

/** Kunci: a passphrase to set, change or take away; and the end of the book by one click. */
export const LockPart: Part = ({ model, actions }) => {
  const has = model.lock === "open";
  return (
    <>
      <section class="card">
        <h3>
          <Icon icon={has ? LockKeyhole : LockKeyholeOpen} />{" "}
          {t(has ? "book.lock.protected" : "book.lock.unprotected")}
        </h3>
        <p>{t(has ? "book.lock.protected.why" : "book.lock.unprotected.why")}</p>
        {has && (
          <div class="row">
            <button type="button" class="main" onClick={forTrusted(() => void actions.close())}>
              {t("book.lock.now")}
            </button>
            <button type="button" onClick={forTrusted(() => void actions.setPassphrase(null))}>
              {t("book.lock.remove")}
            </button>
          </div>
        )}
      </section>
      <NewPassphrase has={has} actions={actions} />
      <section class="card">
        <h3>{t("book.wipe")}</h3>
        <p>{t("book.wipe.why")}</p>
        <div class="row">
          <button type="button" class="danger" data-wipe onClick={forTrusted(() => void actions.eraseAll())}>
            {t("book.wipe.now")}
          </button>
        </div>
      </section>
    </>
  );
};

function NewPassphrase({ has, actions }: { has: boolean; actions: BookActions }) {
  const [first, second] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [told, tell] = useState("");
  const set = async () => {
    const [one, two] = [first.current!, second.current!];
    if ([...one.value].length < SHORTEST) return tell(t("book.lock.short", { least: SHORTEST }));
    if (one.value !== two.value) return tell(t("book.lock.differ"));
    tell(t("book.lock.sealing"));
    await actions.setPassphrase(one.value);
    one.value = "";
    two.value = "";
    tell(t("book.lock.set.done"));
  };
  return (
    <section class="card">
      <h3>{t(has ? "book.lock.change" : "book.lock.set")}</h3>
      <p class="warning">{t("book.lock.warning")}</p>
      <form
        onSubmit={forTrusted((event: Event) => {
          event.preventDefault();
          void set();
        })}
      >
        <label>
          {t("book.lock.new", { least: SHORTEST })}
          <input type="password" autocomplete="new-password" ref={first} />
        </label>
        <label>
          {t("book.lock.again")}
          <input type="password" autocomplete="new-password" ref={second} />
        </label>
        <div class="row">
          <button type="submit" class="main">
            {t(has ? "book.lock.change.do" : "book.lock.set.do")}
          </button>
        </div>
      </form>
      <p role="status">{told}</p>
    </section>
  );
}
