import { mountWelcome } from "../../src/pages/welcome/mount.tsx";
import { welcomeSource } from "../../src/pages/welcome/source.ts";

void mountWelcome(document.getElementById("app")!, welcomeSource);
