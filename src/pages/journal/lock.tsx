import { LockKeyhole, LockKeyholeOpen } from "lucide";
import { useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { JournalActions, JournalModel } from "./model.ts";

/** Shortest passphrase that is accepted, in characters. */
const MIN_PASSPHRASE_LENGTH = 8;

type Panel = (props: { model: JournalModel; actions: JournalActions }) => preact.JSX.Element;

/** A locked book: unlock it by its passphrase, or erase it without one. */
export const LockedPanel: Panel = ({ actions }) => {
  const field = useRef<HTMLInputElement>(null);
  const [status, setStatus] = useState("");
  const open = async () => {
    const input = field.current!;
    setStatus(t("book.lock.opening"));
    const unlocked = await actions.unlock(input.value).catch(() => false);
    if (unlocked) return;
    setStatus(t("book.lock.wrong"));
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
        <p role="status">{status}</p>
      </section>
      <section class="card">
        <h2>{t("book.locked.forgot")}</h2>
        <p>{t("book.locked.forgot.why")}</p>
        <EraseAll onErase={() => void actions.eraseAll()} />
      </section>
    </>
  );
};

/** "Kunci": sets, changes or removes the passphrase, and erases the whole book with one click. */
export const LockPanel: Panel = ({ model, actions }) => {
  const hasPassphrase = model.lock === "open";
  return (
    <>
      <section class="card">
        <h3>
          <Icon icon={hasPassphrase ? LockKeyhole : LockKeyholeOpen} />{" "}
          {t(hasPassphrase ? "book.lock.protected" : "book.lock.unprotected")}
        </h3>
        <p>{t(hasPassphrase ? "book.lock.protected.why" : "book.lock.unprotected.why")}</p>
        {hasPassphrase && (
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
      <NewPassphrase hasPassphrase={hasPassphrase} actions={actions} />
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

function NewPassphrase({ hasPassphrase, actions }: { hasPassphrase: boolean; actions: JournalActions }) {
  const [firstInput, secondInput] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [status, setStatus] = useState("");
  const set = async () => {
    const [first, second] = [firstInput.current!, secondInput.current!];
    if ([...first.value].length < MIN_PASSPHRASE_LENGTH)
      return setStatus(t("book.lock.short", { least: MIN_PASSPHRASE_LENGTH }));
    if (first.value !== second.value) return setStatus(t("book.lock.differ"));
    setStatus(t("book.lock.sealing"));
    await actions.setPassphrase(first.value);
    first.value = "";
    second.value = "";
    setStatus(t("book.lock.set.done"));
  };
  return (
    <section class="card">
      <h3>{t(hasPassphrase ? "book.lock.change" : "book.lock.set")}</h3>
      <p class="warning">{t("book.lock.warning")}</p>
      <form
        onSubmit={forTrusted((event: Event) => {
          event.preventDefault();
          void set();
        })}
      >
        <label>
          {t("book.lock.new", { least: MIN_PASSPHRASE_LENGTH })}
          <input type="password" autocomplete="new-password" ref={firstInput} />
        </label>
        <label>
          {t("book.lock.again")}
          <input type="password" autocomplete="new-password" ref={secondInput} />
        </label>
        <div class="row">
          <button type="submit" class="main">
            {t(hasPassphrase ? "book.lock.change.do" : "book.lock.set.do")}
          </button>
        </div>
      </form>
      <p role="status">{status}</p>
    </section>
  );
}
