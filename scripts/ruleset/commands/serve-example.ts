import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { makeKey, signingKey } from "../../../src/engine/ruleset/layers/signature.ts";
import { signedFile } from "../../../src/engine/ruleset/layers/signed-file.ts";
import { type Command, Refused, read, t, today, UsageError } from "../console.ts";
import { readInput } from "../input.ts";

const EXAMPLE = fileURLToPath(new URL("../../../assets/rulesets/example", import.meta.url));

export const serveExample: Command = {
  name: "serve-example",
  usage: "serve-example [--port N]",
  about: { id: "menyajikan aturan contoh di komputer ini", en: "serves the example ruleset on this machine" },
  help: {
    id: "Menandatangani lembar contoh dengan kunci sementara dan menyajikannya di 127.0.0.1 dengan ETag, untuk mencoba pemuatan lewat alamat pada build uji. Berhenti dengan Ctrl-C. Penerbitan sungguhan memakai https (lihat docs/agency.md).",
    en: "Signs the example sheets with a passing key and serves them on 127.0.0.1 with an ETag, to try loading by address in a test build. Stop with Ctrl-C. Real publishing uses https (see docs/agency.md).",
  },
  async run(args) {
    const { options } = read(args, [], { port: {} });
    const port = Number(options.port ?? 8321);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError("--port 0…65535");
    const input = await readInput(EXAMPLE);
    if (!input.ok || "ruleset" in input)
      throw new Refused(t({ id: "Lembar contoh rusak", en: "The example is damaged" }));
    const key = await makeKey(input.layer.meta.publisher, today());
    const text = await signedFile(input.layer, await signingKey(key));
    const etag = `"${createHash("sha256").update(text).digest("hex").slice(0, 16)}"`;
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
      console.log(`${request.method} ${pathname} ${request.headers["if-none-match"] ?? ""}`.trim());
      if (request.method !== "GET" || pathname !== "/contoh.json") response.writeHead(404).end();
      else if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { etag, "content-type": "application/json" }).end(text);
    });
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    const address = server.address() as AddressInfo;
    console.log(`http://127.0.0.1:${address.port}/contoh.json`);
    console.log(t({ id: `kunci publik: ${key.publicKey}`, en: `public key:   ${key.publicKey}` }));
    console.log(t({ id: `sidik kunci:  ${key.fingerprint}`, en: `fingerprint:  ${key.fingerprint}` }));
    await new Promise<void>((stopped) => {
      process.once("SIGINT", () => server.close(() => stopped()));
      process.once("SIGTERM", () => server.close(() => stopped()));
    });
    return 0;
  },
};
