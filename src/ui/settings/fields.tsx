import type { ComponentChildren } from "preact";
import { forTrusted } from "../trusted.ts";

/** One box to tick. */
export function Tick(props: { on: boolean; onPick: (on: boolean) => void; children: ComponentChildren }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.on}
        onChange={forTrusted((event: Event) => props.onPick((event.target as HTMLInputElement).checked))}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** A choice of a few, with the words of each. */
export function Choice<V extends string | number>(props: {
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
