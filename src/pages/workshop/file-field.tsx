/** A field for one file. It is emptied afterwards, so that the same file can be chosen again after it was mended. */
export function FileField(props: {
  name: string;
  label: string;
  accept: string;
  onPick: (file: File) => Promise<void>;
}) {
  return (
    <label>
      {props.label}
      <input
        type="file"
        accept={props.accept}
        data-file={props.name}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void props.onPick(file).finally(() => (input.value = ""));
        }}
      />
    </label>
  );
}
