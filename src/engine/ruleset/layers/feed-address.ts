import { isAddress } from "../schema/address.ts";

/** Accepts only https; http on this machine is allowed for trying out (`serve-example`). */
export function isFeedAddress(url: string, allowLocal = false): boolean {
  if (isAddress(url, ["https:"])) return true;
  return (
    allowLocal &&
    URL.canParse(url) &&
    new URL(url).protocol === "http:" &&
    new URL(url).hostname === "127.0.0.1"
  );
}

/** Host pattern of the permission to request before the first attempt: exactly that host. */
export function hostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
