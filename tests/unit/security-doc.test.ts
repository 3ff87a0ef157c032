import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sources = ["tests/unit", "tests/browser"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file) && !file.endsWith("security-doc.test.ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** Titles of tests stand in curly quotation marks, perhaps broken over lines. */
const titles = [...readFileSync("docs/security.md", "utf8").matchAll(/“([^”]+)”/g)].map((found) =>
  found[1]!.replace(/\s+/g, " "),
);

describe("docs/security.md", () => {
  it("names tests at all", () => expect(titles.length).toBeGreaterThan(20));
  it.each(titles)("“%s” is a test", (title) => {
    expect(sources).toContain(title);
  });
});
