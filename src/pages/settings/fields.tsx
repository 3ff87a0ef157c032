import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";

/** One box to tick. It shows what came of it: where the pick was not taken, it stands as before. */
export function Checkbox(props: {
  on: boolean;
  onPick: (on: boolean) => unknown;
  children: ComponentChildren;
  site?: string;
}) {
  const box = useRef<HTMLInputElement>(null);
  const now = useRef(props.on);
  now.current = props.on;
  const pick = async (on: boolean) => {
    const taken = props.onPick(on);
    if (!(taken instanceof Promise)) return;
    await taken;
    if (box.current) box.current.checked = now.current;
  };
  return (
    <label class="check" data-site={props.site}>
      <input
        type="checkbox"
        ref={box}
        checked={props.on}
        onChange={forTrusted((event: Event) => void pick((event.target as HTMLInputElement).checked))}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** A choice of a few, with the words of each. */
export function SelectField<V extends string | number>(props: {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onPick: (value: V) => void;
  name?: string;
}) {
  return (
    <label>
      {props.label}
      <select
        value={String(props.value)}
        data-choice={props.name}
        onChange={forTrusted((event: Event) => {
          const picked = (event.target as HTMLSelectElement).value;
          const option = props.options.find(([value]) => String(value) === picked);
          if (option) props.onPick(option[0]);
        })}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={String(value)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
