import { openedBeside } from "../../src/pages/journal/leave-private-window.ts";
import { mountBook } from "../../src/pages/journal/mount.tsx";
import { bookSource } from "../../src/pages/journal/source.ts";

if (!(await openedBeside())) void mountBook(document.getElementById("app")!, bookSource);
