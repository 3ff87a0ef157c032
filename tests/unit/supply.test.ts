/** Class 11: what is installed is what the lockfile says, from one registry, without scripts of strangers. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

const json = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;
const lock = json("package-lock.json") as { lockfileVersion: number; packages: Record<string, Locked> };
const manifest = json("package.json") as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("the lockfile", () => {
  test("control: holds hundreds of packages", () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(installed.length).toBeGreaterThan(100);
  });
  test("has a SHA-512 hash for every package", () => {
    const without = installed.filter(([, p]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(p.integrity ?? ""));
    expect(without.map(([path]) => path)).toEqual([]);
  });
  test("uses the installer's registry only: no package comes from an address, git, a file or a link", () => {
    /* .npmrc leaves registry addresses out of the lockfile, so any address here is a foreign one. */
    const foreign = installed.filter(([, p]) => p.link || p.resolved !== undefined);
    expect(foreign.map(([path, p]) => `${path} ${p.resolved ?? "link"}`)).toEqual([]);
  });
  test("lets only the two allowed packages run an installation script", () => {
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(["esbuild", "node"]);
    const scripted = installed.filter(([, p]) => p.hasInstallScript).map(([path]) => nameOf(path));
    expect(scripted.filter((name) => !manifest.allowScripts[name] && !OPTIONAL_ON_MAC.has(name))).toEqual([]);
  });
  test("pins every dependency to one version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
  test("runs nothing before or after an installation of this project", () => {
    const { scripts } = json("package.json") as { scripts: Record<string, string> };
    const hooks = Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name));
    expect(hooks).toEqual([]);
  });
});

/** Named by the lockfile as scripted, installed on macOS only, and not among the allowed: npm does not run it. */
const OPTIONAL_ON_MAC = new Set(["fsevents"]);
