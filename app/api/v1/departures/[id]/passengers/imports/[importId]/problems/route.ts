import { readImportProblems } from "@/lib/travel/queries/import";
import { endpoint } from "@/server/doors/http";
import { answerManifest, manifestAnswers } from "@/server/doors/manifest";

export const GET = endpoint(readImportProblems, {
  respond: answerManifest,
  answers: manifestAnswers,
  summary: "Everything that is wrong with the file, row by row",
});
