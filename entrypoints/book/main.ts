import { leavePrivateWindow } from "../../src/pages/journal/leave-private-window.ts";
import { mountJournal } from "../../src/pages/journal/mount.tsx";
import { journalSource } from "../../src/pages/journal/source.ts";

if (!(await leavePrivateWindow())) void mountJournal(document.getElementById("app")!, journalSource);
