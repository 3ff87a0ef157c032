import { mountWelcome } from "../../src/ui/welcome/mount.tsx";
import { welcomeSource } from "../../src/ui/welcome/source.ts";

void mountWelcome(document.getElementById("app")!, welcomeSource);
