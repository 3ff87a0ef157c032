import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { build } from "vite";
import { locales } from "../../../scripts/build/compile-locales.ts";

/** The extension's own pictures, at the addresses that its pages use. */
const ICON = /^icon\/(\d+)\.png$/;
const readIcon = (size: string) => readFileSync(`public/icon/${size}.png`);

/** The parts built for production, served from memory on a port of the machine's choice. */
export async function serveParts(): Promise<{ url: string; close(): Promise<void> }> {
  const files = await buildParts();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const icon = ICON.exec(path);
    if (icon) return void response.writeHead(200, { "content-type": "image/png" }).end(readIcon(icon[1]!));
    const body = files.get(path);
    if (body === undefined) return void response.writeHead(404).end();
    const kind = path.endsWith(".html")
      ? "text/html"
      : path.endsWith(".css")
        ? "text/css"
        : "text/javascript";
    response.writeHead(200, { "content-type": `${kind}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/mount.html`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}

async function buildParts(): Promise<Map<string, string | Uint8Array>> {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const built = await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "error",
    plugins: [locales(), preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: { write: false, target: "es2022", rolldownOptions: { input: `${root}mount.html` } },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const one of Array.isArray(built) ? built : [built]) {
    if (!("output" in one)) throw new Error("a watcher, not a build");
    for (const file of one.output) files.set(file.fileName, file.type === "chunk" ? file.code : file.source);
  }
  return files;
}
