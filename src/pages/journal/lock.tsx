import { LockKeyhole, LockKeyholeOpen } from "lucide";
import { useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { JournalActions, JournalModel } from "./model.ts";
import { MIN_PASSPHRASE_LENGTH } from "./passphrase.ts";

/** Why a passphrase is refused, in words. */
const REFUSALS = {
  short: "book.lock.short",
  numbers: "book.lock.numbers",
  guessable: "book.lock.guessable",
} as const;

const LOCK_AFTER = [1, 5, 10] as const;

type Panel = (props: { model: JournalModel; actions: JournalActions }) => preact.JSX.Element;

/** A locked book: unlock it by its passphrase, or erase it without one. */
export const LockedPanel: Panel = ({ actions }) => {
  const field = useRef<HTMLInputElement>(null);
  const [status, setStatus] = useState("");
  const [wrong, setWrong] = useState(false);
  const [shown, setShown] = useState(false);
  const open = async () => {
    const input = field.current!;
    setWrong(false);
    setStatus(t("book.lock.opening"));
    const unlocked = await actions.unlock(input.value).catch(() => false);
    if (unlocked) return;
    setWrong(true);
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
            <input
              {...({ type: shown ? "text" : "password" } as { type: "password" })}
              autocomplete="current-password"
              spellcheck={false}
              ref={field}
              required
            />
          </label>
          <label class="check">
            <input
              autocomplete="off"
              type="checkbox"
              checked={shown}
              onChange={forTrusted(() => setShown(!shown))}
            />
            {t("book.lock.show")}
          </label>
          <div class="row">
            <button type="submit" class="main">
              {t("book.lock.open")}
            </button>
          </div>
        </form>
        <p role="status" class={wrong ? "error" : ""}>
          {status}
        </p>
      </section>
      <section class="card">
        <h2>{t("book.locked.forgot")}</h2>
        <p>{t("book.locked.forgot.why")}</p>
        <EraseAll onErase={() => void actions.eraseAll()} />
      </section>
    </>
  );
};

/** "Kunci": sets, changes or removes the passphrase, and erases the whole book after one question. */
export const LockPanel: Panel = ({ model, actions }) => {
  const hasPassphrase = model.lock === "open";
  const [wiped, setWiped] = useState(false);
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
        <label>
          {t("book.lock.after")}
          <select
            autocomplete="off"
            data-lock-after
            value={String(model.lockAfter)}
            onChange={forTrusted((event: Event) => {
              const picked = Number((event.target as HTMLSelectElement).value);
              void actions.setLockAfter(LOCK_AFTER.find((minutes) => minutes === picked) ?? 10);
            })}
          >
            {LOCK_AFTER.map((minutes) => (
              <option key={minutes} value={String(minutes)}>
                {t("book.lock.after.minutes", { minutes })}
              </option>
            ))}
          </select>
        </label>
      </section>
      <NewPassphrase hasPassphrase={hasPassphrase} actions={actions} />
      <section class="card">
        <h3>{t("book.wipe")}</h3>
        <p>{t("book.wipe.why")}</p>
        <div class="row" data-wipe>
          <EraseAll
            label={t("book.wipe.now")}
            onErase={() => void actions.eraseAll().then(() => setWiped(true))}
          />
        </div>
        <p role="status">{wiped && t("book.wipe.done")}</p>
      </section>
    </>
  );
};

function NewPassphrase({ hasPassphrase, actions }: { hasPassphrase: boolean; actions: JournalActions }) {
  const [firstInput, secondInput] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [status, setStatus] = useState("");
  const [offer, setOffer] = useState("");
  const set = async () => {
    const [first, second] = [firstInput.current!, secondInput.current!];
    const passphrase = first.value;
    if (passphrase !== second.value) return setStatus(t("book.lock.differ"));
    setStatus(t("book.lock.checking"));
    try {
      const problem = await actions.judgePassphrase(passphrase);
      if (problem) return setStatus(t(REFUSALS[problem], { least: MIN_PASSPHRASE_LENGTH }));
    } catch {
      return setStatus(t("book.lock.unjudged"));
    }
    setStatus(t("book.lock.sealing"));
    await actions.setPassphrase(passphrase);
    first.value = "";
    second.value = "";
    setOffer("");
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
          <button
            type="button"
            data-offer
            onClick={forTrusted(
              () => void actions.offerPassphrase().then(setOffer, () => setStatus(t("book.lock.unjudged"))),
            )}
          >
            {t("book.lock.offer")}
          </button>
        </div>
      </form>
      {offer && (
        <p class="card" data-offered>
          {t("book.lock.offered")} <b>{offer}</b>
        </p>
      )}
      <p role="status">{status}</p>
    </section>
  );
}
