import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../dom/trusted.ts";
import { t } from "../i18n/app.ts";

/** Erasing everything asks once, with the focus on the way back. */
export function EraseAll({ onErase }: { onErase: () => void }) {
  const [asking, ask] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking)
    return (
      <button type="button" class="subtle" onClick={forTrusted(() => ask(true))}>
        {t("popup.entries.erase")}
      </button>
    );
  return (
    <div class="button-row">
      <button
        type="button"
        class="danger"
        onClick={forTrusted(() => {
          ask(false);
          onErase();
        })}
      >
        {t("popup.entries.erase.confirm")}
      </button>
      <button type="button" ref={keep} onClick={forTrusted(() => ask(false))}>
        {t("popup.entries.erase.cancel")}
      </button>
    </div>
  );
}
