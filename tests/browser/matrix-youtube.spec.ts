import { matrix } from "./matrix/run.ts";

matrix("youtube");
