/** True for an absolute address with one of the schemes, no user name or password in it. */
export function isAddress(value: string, schemes: readonly string[]): boolean {
  if (/[\s\\"'`]/.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return (
    schemes.includes(url.protocol) && url.hostname.includes(".") && url.username === "" && url.password === ""
  );
}
