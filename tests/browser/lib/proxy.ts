/**
 * A proxy that refuses and records every request. Pages are answered before the network, so what arrives here was sent
 * by the browser or the extension.
 */
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** Hosts of the browser vendors: updates, certificates, settings. They are ignored. */
const MAKERS =
  /(^|\.)(mozilla\.(com|org|net)|mozgcp\.net|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|google-analytics\.com|microsoft\.com|msn\.com|bing\.com|edge\.skype\.com|digicert\.com|lencr\.org)$/;

export interface CountingProxy {
  port: number;
  /** Requested host names without the browser vendors'. */
  foreign(): readonly string[];
  /** Forgets the requests so far. */
  forget(): void;
  close(): Promise<void>;
}

/** One outside host that is served by this machine instead. */
export interface Tunnel {
  host: string;
  port: number;
}

/** @param tunnel the host whose requests pass; its own server counts them */
export async function countingProxy(tunnel?: Tunnel): Promise<CountingProxy> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(new URL(request.url ?? "/", "http://unknown").hostname);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    const host = (request.url ?? "").replace(/:\d+$/, "");
    socket.on("error", () => {});
    if (tunnel && host === tunnel.host) {
      const inner = connect(tunnel.port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        inner.pipe(socket).pipe(inner);
      });
      inner.on("error", () => socket.destroy());
      return;
    }
    hosts.push(host);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    foreign: () => hosts.filter((host) => !MAKERS.test(host)),
    forget: () => {
      hosts.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
