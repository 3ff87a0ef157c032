/**
 * `npm run hostile [-- --firefox]`: opens a browser window with the built extension and the hostile pages of
 * tests/browser/hostile/pages for manual tests. Nothing leaves the computer.
 */
import { hostileIndex } from "../../tests/browser/hostile/pages.ts";
import { launch } from "../../tests/browser/lib/launch.ts";
import { ensureBrowser } from "./browsers.ts";
import { tool } from "./check/run.ts";

const kind = process.argv.includes("--firefox") ? "firefox" : "chromium";
await ensureBrowser(kind);
if (!tool("wxt", ["build", ...(kind === "firefox" ? ["-b", "firefox"] : [])]))
  throw new Error("the build failed");
const visit = await launch(kind, "extension", { headless: false });
await visit.open(hostileIndex());
console.log("The list of hostile pages is open; close the window to end.");
await visit.closedByUser();
await visit.close();
