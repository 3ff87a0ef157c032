import { leavePrivateWindow } from "../../src/pages/journal/leave-private-window.ts";
import { mountBook } from "../../src/pages/journal/mount.tsx";
import { bookSource } from "../../src/pages/journal/source.ts";

if (!(await leavePrivateWindow())) void mountBook(document.getElementById("app")!, bookSource);
