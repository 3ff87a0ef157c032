/** An agency's https server on this machine. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export const HOST = "aturan.dinas-wanasari.example";
export const ADDRESS = `https://${HOST}/dinas.json`;

const FIXTURES = join(import.meta.dirname, "../fixtures");
const pem = (name: string) => readFileSync(join(FIXTURES, `throw-away.${name}.pem`));

export interface AgencyServer {
  port: number;
  /** The file to serve; changing it changes the ETag. */
  text: string;
  /** All requests, in order. */
  requests: { method: string; path: string; headers: IncomingHttpHeaders; status: number }[];
  close(): Promise<void>;
}

export async function agencyServer(text: string): Promise<AgencyServer> {
  const agency: AgencyServer = { port: 0, text, requests: [], close: async () => {} };
  const server = createServer({ key: pem("key"), cert: pem("cert") }, (request, response) => {
    const etag = `"${createHash("sha256").update(agency.text).digest("hex").slice(0, 16)}"`;
    const status =
      request.url !== "/dinas.json" ? 404 : request.headers["if-none-match"] === etag ? 304 : 200;
    agency.requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      status,
    });
    /* The cookie must never be sent back. */
    response.writeHead(status, {
      etag,
      "content-type": "application/json",
      "set-cookie": "siapa=pegawai-7; Path=/; Secure; SameSite=None",
    });
    response.end(status === 200 ? agency.text : undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  agency.port = (server.address() as AddressInfo).port;
  agency.close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return agency;
}
