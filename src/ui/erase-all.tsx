import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../dom/trusted.ts";
import { t } from "../i18n/app.ts";

/** Erases everything after one confirmation, which puts the focus on Cancel. */
export function EraseAll({ onErase, label }: { onErase: () => void; label?: string }) {
  const [confirming, setConfirming] = useState(false);
  const cancelButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (confirming) cancelButton.current?.focus();
  }, [confirming]);
  if (!confirming)
    return (
      <button type="button" class="link" onClick={forTrusted(() => setConfirming(true))}>
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
