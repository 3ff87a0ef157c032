/** nginx on this machine, as docs/agency.md recommends it: static files, ETag, gzip and brotli made beforehand. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";

const MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const NEEDED = "apt-get install -y nginx-light libnginx-mod-http-brotli-static";

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The file that was sent, unpacked. */
  body(): string;
  /** Of head and body as they were sent. */
  bytes: number;
}

export interface Server {
  /** Puts a file in place of the one before, as a publisher does. */
  publish(text: string): void;
  ask(headers: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

/** @throws Error that says what to install */
export async function startServer(port: number): Promise<Server> {
  const missing = !existsSync("/usr/sbin/nginx") || !existsSync(MODULE);
  if (missing) throw new Error(`nginx with its brotli module is not installed: ${NEEDED}`);
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-rehearsal-"));
  const at = (name: string) => join(folder, name);
  for (const name of ["www", "temp"]) mkdirSync(at(name));
  writeFileSync(at("nginx.conf"), config(folder, port));
  execFileSync("/usr/sbin/nginx", ["-t", "-q", "-c", at("nginx.conf"), "-p", folder], { stdio: "pipe" });
  const nginx: ChildProcess = spawn("/usr/sbin/nginx", ["-c", at("nginx.conf"), "-p", folder], {
    stdio: "ignore",
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const server: Server = {
    publish(text) {
      writeFileSync(at("www/dinas.json"), text);
      writeFileSync(at("www/dinas.json.gz"), gzipSync(text, { level: 9 }));
      writeFileSync(at("www/dinas.json.br"), brotliCompressSync(text));
    },
    ask: (headers) => ask(agent, port, headers),
    close() {
      agent.destroy();
      nginx.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await untilItAnswers(server);
  return server;
}

/** Started by root, nginx would read the files as somebody who may not. */
const USER = process.getuid?.() === 0 ? "user root;" : "";

const config = (folder: string, port: number) => `${USER}
load_module ${MODULE};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  types { application/json json; }
  access_log off;
  client_body_temp_path ${folder}/temp; proxy_temp_path ${folder}/temp; fastcgi_temp_path ${folder}/temp;
  uwsgi_temp_path ${folder}/temp; scgi_temp_path ${folder}/temp;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/www;
    etag on;
    gzip_static on;
    brotli_static on;
    location = /dinas.json { add_header Cache-Control "no-cache"; add_header Vary "Accept-Encoding"; }
  }
}
`;

async function untilItAnswers(server: Server): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const answers = await server.ask({}).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  server.close();
  throw new Error("nginx does not answer");
}

function plain(body: Buffer, encoding: string | undefined): string {
  const unpacked =
    encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
  return unpacked.toString("utf8");
}

function ask(agent: Agent, port: number, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((done, failed) => {
    const request = get({ agent, port, host: "127.0.0.1", path: "/dinas.json", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", failed);
      response.on("end", () => {
        const body = Buffer.concat(parts);
        const head = response.rawHeaders.reduce((sum, part) => sum + part.length + 2, 19);
        done({
          status: response.statusCode ?? 0,
          headers: { etag: response.headers.etag ?? "" },
          body: () => plain(body, response.headers["content-encoding"]),
          bytes: head + body.length,
        });
      });
    });
    request.on("error", failed);
  });
}
