import { openedBeside } from "../../src/ui/book/beside.ts";
import { mountBook } from "../../src/ui/book/mount.tsx";
import { bookSource } from "../../src/ui/book/source.ts";

if (!(await openedBeside())) void mountBook(document.getElementById("app")!, bookSource);
