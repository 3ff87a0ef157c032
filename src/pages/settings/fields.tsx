import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";

/** A checkbox with a label. After a change that was not applied it shows the old value again. */
export function Checkbox(props: {
  on: boolean;
  onPick: (on: boolean) => unknown;
  children: ComponentChildren;
  site?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(props.on);
  latest.current = props.on;
  const change = async (on: boolean) => {
    const applied = props.onPick(on);
    if (!(applied instanceof Promise)) return;
    await applied;
    if (input.current) input.current.checked = latest.current;
  };
  return (
    <label class="check" data-site={props.site}>
      <input
        autocomplete="off"
        type="checkbox"
        ref={input}
        checked={props.on}
        onChange={forTrusted((event: Event) => void change((event.target as HTMLInputElement).checked))}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** A labelled select field with the text of each option. */
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
        autocomplete="off"
        value={String(props.value)}
        data-choice={props.name}
        onChange={forTrusted((event: Event) => {
          const picked = (event.target as HTMLSelectElement).value;
          const option = props.options.find(([value]) => String(value) === picked);
          if (option) props.onPick(option[0]);
        })}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={String(value)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
