import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of which something is in the build. */
export interface ShippedPackage {
  name: string;
  version: string;
  licence: string;
  /** Where its code is. */
  source: string;
}

const nameIn = (path: string): string | undefined =>
  /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

/** Names of the packages whose files the source maps below these folders name. @throws Error where there are no maps */
export function packagesInMaps(folders: readonly string[]): string[] {
  const names = new Set<string>();
  let maps = 0;
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true }).map(String)) {
      if (!file.endsWith(".js.map")) continue;
      maps++;
      const { sources } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { sources: string[] };
      for (const source of sources) {
        const name = nameIn(source);
        if (name !== undefined) names.add(name);
      }
    }
  if (maps === 0) throw new Error(`no source maps in ${folders.join(", ")}: build with JN_MAP=1`);
  return [...names].sort();
}

interface Manifest {
  version: string;
  license?: string;
  repository?: string | { url: string };
}

/** Version, licence and origin of an installed package. @throws Error for one without a licence */
export function describePackage(name: string): ShippedPackage {
  const file = `node_modules/${name}/package.json`;
  if (!existsSync(file)) throw new Error(`${name} is not installed`);
  const { version, license, repository } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  if (!license) throw new Error(`${name} names no licence`);
  const url = typeof repository === "string" ? repository : (repository?.url ?? "");
  const source = url
    .replace(/^git\+/, "")
    .replace(/\.git$/, "")
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, "https://")
    .replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, "https://github.com/");
  return { name, version, licence: license, source };
}

/** docs/licences.md: every package of which something is shipped. */
export const licencesPage = (packages: readonly ShippedPackage[]): string => `# Licences of what ships

Jaga Netral itself is under [Apache-2.0](../LICENSE). The package holds code of these libraries; *Tentang* in the settings
names them, too. The list is what source maps of a build name: \`npm run release:check -- --licences\` writes it, and
\`npm run release:check\` fails where it is out of date.

| package | version | licence | source |
|---|---|---|---|
${packages.map(({ name, version, licence, source }) => `| ${name} | ${version} | ${licence} | ${source} |`).join("\n")}

\`npm run release:check\` also writes a bill of materials, CycloneDX by npm's own \`npm sbom\`, to \`release-output\`.
`;

/** A bill of materials as `npm sbom` writes it, as far as it is read here. */
export interface Bill {
  bomFormat: string;
  metadata?: { component?: { "bom-ref": string } };
  components: readonly { "bom-ref": string; name: string; group?: string }[];
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
}

/** The bill with these packages alone, and those of them that it lacks. Of several versions all are kept. */
export function billOf(all: Bill, names: readonly string[]): { bill: Bill; missing: string[] } {
  const nameOf = ({ name, group }: Bill["components"][number]) => (group ? `${group}/${name}` : name);
  const components = all.components.filter((one) => names.includes(nameOf(one)));
  const kept = new Set(components.map((one) => one["bom-ref"]));
  const root = all.metadata?.component?.["bom-ref"];
  const dependencies = all.dependencies
    .filter(({ ref }) => ref === root || kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  const listed = new Set(components.map(nameOf));
  return { bill: { ...all, components, dependencies }, missing: names.filter((name) => !listed.has(name)) };
}
