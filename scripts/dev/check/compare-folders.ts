import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 of every file below a folder, by path with "/" between. */
export function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  return new Map(
    files.map((file) => [
      file.replaceAll("\\", "/"),
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

/** Files that differ between the folders, each with the difference. */
export function differences(one: string, other: string): string[] {
  const [a, b] = [digests(one), digests(other)];
  const all = new Set([...a.keys(), ...b.keys()]);
  return [...all].flatMap((file) =>
    a.get(file) === b.get(file)
      ? []
      : [
          `${file}: ${!a.has(file) ? "only in the second" : !b.has(file) ? "only in the first" : "other bytes"}`,
        ],
  );
}
