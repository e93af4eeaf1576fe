import { Rooming } from "@/lib/travel/contract/place";
import { readRooming } from "@/lib/travel/queries/places";
import { endpoint } from "@/server/doors/http";
import { answerManifest, manifestAnswers } from "@/server/doors/manifest";

export const GET = endpoint(readRooming, {
  output: Rooming,
  respond: answerManifest,
  answers: manifestAnswers,
  summary: "The rooming list of a departure as JSON, CSV or XLSX",
});
