import { mountBook } from "../../src/ui/book/mount.tsx";
import { bookSource } from "../../src/ui/book/source.ts";

void mountBook(document.getElementById("app")!, bookSource);
