/** What stands in a field of ours would else lie in the browser's session files, also after "Hapus sekarang". */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** The opening tags of all fields, up to their end outside of braces. */
function fieldsOf(code: string): string[] {
  return [...code.matchAll(/<(?:input|textarea|select)\b/g)].map(({ index }) => {
    let depth = 0;
    let at = index;
    for (; code[at] !== ">" || depth > 0; at++) depth += code[at] === "{" ? 1 : code[at] === "}" ? -1 : 0;
    return code.slice(index, at + 1);
  });
}

it("every field of our pages keeps what stands in it out of the browser's session and form data", () => {
  const files = ["src/pages", "src/ui"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const fields = files
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => fieldsOf(readFileSync(file, "utf8")).map((tag) => ({ file, tag })));
  expect(fields.length).toBeGreaterThan(20);
  /* The browser keeps neither files nor passwords. */
  const kept = fields.filter(
    ({ tag }) => !/autocomplete="(?:off|new-password|current-password)"|type="file"/.test(tag),
  );
  expect(kept).toEqual([]);
});
