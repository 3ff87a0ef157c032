/**
 * A proxy that refuses everything and remembers what was asked of it. Pages are answered before the network; what
 * still comes out here was sent by the browser itself or by the extension.
 */
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** Hosts of the browsers' makers: updates, certificates, settings. Not ours to judge. */
const MAKERS =
  /(^|\.)(mozilla\.(com|org|net)|mozgcp\.net|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|google-analytics\.com|microsoft\.com|msn\.com|bing\.com|edge\.skype\.com|digicert\.com|lencr\.org)$/;

export interface CountingProxy {
  port: number;
  /** Host names asked for, the browser makers' own left out. */
  foreign(): readonly string[];
  /** What was asked for so far counts no more. */
  forget(): void;
  close(): Promise<void>;
}

/** One host of the outside world that stands on this machine instead. */
export interface Tunnel {
  host: string;
  port: number;
}

/** @param tunnel is let through; what is asked of it is counted by its own server. */
export async function countingProxy(tunnel?: Tunnel): Promise<CountingProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? "/", "http://unknown").hostname);
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
    asked.push(host);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    foreign: () => asked.filter((host) => !MAKERS.test(host)),
    forget: () => {
      asked.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
