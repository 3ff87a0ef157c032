/** Hands a file to the browser's downloads. It is made on this device; nothing is requested. */
export function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const charset = typeof content === "string" ? ";charset=utf-8" : "";
  const url = URL.createObjectURL(new Blob([content], { type: `${type}${charset}` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
