export const POLICY_BROWSERS = ["chrome", "edge", "firefox"] as const;
/** The extension's id in Firefox, which the manifest fixes. Chromium's comes from the store. */
export const FIREFOX_ID = "jaga-netral@jaga-netral.example";
export type PolicyBrowser = (typeof POLICY_BROWSERS)[number];
export const POLICY_SYSTEMS = ["windows", "linux", "macos"] as const;
export type PolicySystem = (typeof POLICY_SYSTEMS)[number];

/** Names that are the same in every language. */
export const POLICY_NAMES: Readonly<Record<PolicyBrowser | PolicySystem, string>> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  windows: "Windows (.reg)",
  linux: "Linux (.json)",
  macos: "macOS (.plist)",
};

/** What a policy hands to the extension, by name (`managed-policy.ts`). */
export type PolicyValues = Readonly<Record<string, string>>;

/** Where the registry keeps an extension's values. */
const REGISTRY: Readonly<Record<PolicyBrowser, (extension: string) => string>> = {
  chrome: (id) => `SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy`,
  edge: (id) => `SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${id}\\policy`,
  firefox: (id) => `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${id}`,
};

/** The preference domain of a macOS profile. */
const DOMAIN: Readonly<Record<PolicyBrowser, (extension: string) => string>> = {
  chrome: (id) => `com.google.Chrome.extensions.${id}`,
  edge: (id) => `com.microsoft.Edge.extensions.${id}`,
  firefox: () => "org.mozilla.firefox",
};

/** A file that a browser on a system reads these values from. It sets nothing else. */
export function policyFile(
  browser: PolicyBrowser,
  system: PolicySystem,
  extension: string,
  values: PolicyValues,
): { ending: "reg" | "json" | "plist"; bytes: Uint8Array } {
  if (system === "windows")
    return { ending: "reg", bytes: utf16(registryFile(REGISTRY[browser](extension), values)) };
  const text =
    system === "linux" ? jsonFile(browser, extension, values) : propertyList(browser, extension, values);
  return { ending: system === "linux" ? "json" : "plist", bytes: new TextEncoder().encode(text) };
}

function registryFile(key: string, values: PolicyValues): string {
  const quote = (text: string) => text.replace(/["\\]/g, "\\$&");
  const lines = Object.entries(values).map(([name, value]) => `"${name}"="${quote(value)}"`);
  return ["Windows Registry Editor Version 5.00", "", `[HKEY_LOCAL_MACHINE\\${key}]`, ...lines, ""].join(
    "\r\n",
  );
}

/** As regedit itself writes files: UTF-16 with a mark, low byte first. */
function utf16(text: string): Uint8Array {
  const marked = `\ufeff${text}`;
  const bytes = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) bytes.setUint16(at * 2, marked.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
}

function jsonFile(browser: PolicyBrowser, extension: string, values: PolicyValues): string {
  const policy =
    browser === "firefox"
      ? { policies: { "3rdparty": { Extensions: { [extension]: values } } } }
      : { "3rdparty": { extensions: { [extension]: values } } };
  return `${JSON.stringify(policy, null, 2)}\n`;
}

function propertyList(browser: PolicyBrowser, extension: string, values: PolicyValues): string {
  const quote = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const dict = (inner: readonly string[]) => ["<dict>", ...inner.map((line) => `  ${line}`), "</dict>"];
  const key = (name: string) => `<key>${quote(name)}</key>`;
  const own = Object.entries(values).flatMap(([name, value]) => [
    key(name),
    `<string>${quote(value)}</string>`,
  ]);
  const nested = (name: string, inner: readonly string[]) => dict([key(name), ...inner]);
  const body =
    browser === "firefox"
      ? dict([
          key("EnterprisePoliciesEnabled"),
          "<true/>",
          key("3rdparty"),
          ...nested("Extensions", nested(extension, dict(own))),
        ])
      : dict(own);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<!-- Payload of the preference domain ${DOMAIN[browser](extension)}. -->`,
    '<plist version="1.0">',
    ...body,
    "</plist>",
    "",
  ].join("\n");
}
