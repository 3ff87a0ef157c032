import { isAddress } from "../../schema/address.ts";
import { LIMITS } from "../../schema/limits.ts";
import { tidyCode } from "../tidy.ts";
import { damaged, good, isScientific, type ReadCell, wrong } from "./reading.ts";

const HANDLE = /^[\p{L}\p{N}._-]{1,100}$/u;
const EXAMPLE_HANDLE = "nama.akun";

/** A user name, with or without "@". */
export const readHandle: ReadCell = (cell) => {
  const handle = tidyCode(cell).replace(/^@+/, "");
  if (isScientific(handle)) return damaged("scientific", [cell], EXAMPLE_HANDLE);
  if (HANDLE.test(handle)) return good(handle);
  const address =
    /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/+(?:@|in\/|c\/|user\/|company\/)?([^/?#\s]+)/i.exec(handle);
  if (address) return wrong("handle-address", [cell], onlyHandle(address[1]!));
  return wrong("handle", [cell], onlyHandle(handle));
};
const onlyHandle = (text: string) =>
  text
    .replace(/^@+/, "")
    .replace(/[^\p{L}\p{N}._-]/gu, "")
    .slice(0, 100) || EXAMPLE_HANDLE;

/** The site's own id of an account: digits, mostly, of which spreadsheets keep fifteen. */
export const readSiteId: ReadCell = (cell) => {
  const id = tidyCode(cell);
  if (isScientific(id)) return damaged("scientific", [cell], "100065012345678");
  const decimal = /^(\d+)[.,]0+$/.exec(id);
  if (decimal) return damaged("number-decimal", [cell], decimal[1]!);
  if (/^[A-Za-z0-9_.:-]{1,100}$/.test(id)) return good(id);
  return wrong("site-id", [cell], id.replace(/[^A-Za-z0-9_.:-]/g, "").slice(0, 100) || "100065012345678");
};

const HTTPS = ["https:"] as const;

/** The address of an account. */
export const readAddress: ReadCell = (cell) => {
  const text = tidyCode(cell);
  if (text.length <= LIMITS.url && isAddress(text, HTTPS) && !/[<>]/.test(text)) return good(text);
  const bare = text
    .replace(/^[a-z]+:\/*/i, "")
    .replace(/[\s<>"'`\\]/g, "")
    .replace(/^[^@/]*@/, "");
  const made = `https://${bare}`.slice(0, LIMITS.url);
  if (/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(bare) && isAddress(made, HTTPS)) {
    const withoutQuery = text.length > LIMITS.url ? made.split(/[?#]/)[0]! : made;
    return wrong(/^http:/i.test(text) ? "address-http" : "address", [cell], withoutQuery);
  }
  return wrong("address", [cell], "https://www.facebook.com/nama.akun");
};
