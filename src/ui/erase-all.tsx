import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../dom/trusted.ts";
import { t } from "../i18n/app.ts";

/** Erases everything after one confirmation, which puts the focus on Cancel. */
export function EraseAll({ onErase, label }: { onErase: () => void; label?: string }) {
  const [confirming, setConfirming] = useState(false);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const askButton = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (confirming) cancelButton.current?.focus();
    /* What was pressed is gone: unless somebody else took the focus, it goes back to where it began. */ else if (
      asked.current &&
      (document.activeElement ?? document.body) === document.body
    )
      askButton.current?.focus();
    asked.current = confirming;
  }, [confirming]);
  if (!confirming)
    return (
      <button type="button" class="link" ref={askButton} onClick={forTrusted(() => setConfirming(true))}>
        {label ?? t("popup.entries.erase")}
      </button>
    );
  return (
    <div class="button-row">
      <button
        type="button"
        class="danger"
        onClick={forTrusted(() => {
          setConfirming(false);
          onErase();
        })}
      >
        {t("popup.entries.erase.confirm")}
      </button>
      <button type="button" ref={cancelButton} onClick={forTrusted(() => setConfirming(false))}>
        {t("popup.entries.erase.cancel")}
      </button>
    </div>
  );
}
