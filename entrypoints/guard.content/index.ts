import { startContent } from "../../src/content/start.ts";
import { ALL_HOSTS } from "../../src/manifest.ts";

export default defineContentScript({
  matches: [...ALL_HOSTS],
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document),
});
