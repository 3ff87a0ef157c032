import type { Counted } from "./run.ts";
import type { Shell } from "./shell.ts";

interface Lint {
  errors: { code: string; file?: string; message: string }[];
  warnings: { code: string; file?: string; message: string }[];
}

/**
 * Runs `web-ext lint` and allows no error and only Preact's own UNSAFE_VAR_ASSIGNMENT warning, at most one a bundle.
 */
export async function lintExtension(shell: Shell, folder: string): Promise<Counted> {
  const report = await shell.output("web-ext", ["lint", "--source-dir", folder, "--output", "json"]);
  const lint = JSON.parse(report) as Lint;
  const perFile = new Map<string, number>();
  const bad = lint.errors.map((e) => `${e.code} ${e.file ?? ""}: ${e.message}`);
  for (const warning of lint.warnings) {
    const file = warning.file ?? "";
    const n = (perFile.get(file) ?? 0) + 1;
    perFile.set(file, n);
    if (warning.code !== "UNSAFE_VAR_ASSIGNMENT" || n > 1)
      bad.push(`${warning.code} ${file}: ${warning.message}`);
  }
  for (const line of bad) shell.say(line);
  shell.say(
    `${lint.errors.length} errors, ${lint.warnings.length} warnings in ${[...perFile.keys()].join(", ") || "no file"}`,
  );
  return { passed: bad.length ? 0 : 1, failed: bad.length ? 1 : 0, skipped: 0, failures: bad };
}
