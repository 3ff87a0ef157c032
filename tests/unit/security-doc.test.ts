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
  it("quotes test titles", () => expect(titles.length).toBeGreaterThan(20));
  it.each(titles)("quotes the existing test “%s”", (title) => {
    expect(sources).toContain(title);
  });
});
