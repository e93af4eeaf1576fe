import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Media } from "../doors/http";
import type { Route } from "./routes.gen";

const Problem = z
  .strictObject({ error: z.string(), message: z.string(), details: z.unknown().optional(), requestId: z.string() })
  .meta({
    id: "Problem",
    description: "Every refusal: a code for programs, a sentence for people.",
    examples: [
      { error: "sold_out", message: "No places are left.", requestId: "019ab3f2-3c00-7000-8000-000000000000" },
    ],
  });

const problem = (description: string) => ({ description, content: { "application/json": { schema: Problem } } });
const REFUSALS = {
  "400": problem("Malformed"),
  "401": problem("Not signed in, or the token or session has ended"),
  "403": problem("Not allowed"),
  "404": problem("Not found, or not yours to know"),
  "409": problem("Conflicts with the present state"),
  "413": problem("Too large"),
  "422": problem("Not valid; details by field"),
  "429": problem("Too many requests; see Retry-After"),
  "503": problem("Busy; try again"),
};

/** Headers of our own that a caller may send (API.md). */
const AGENCY = { "X-Agency": z.string().optional().describe("The agency's slug; needed by who belongs to several.") };
const ONCE = {
  "Idempotency-Key": z.string().max(200).optional().describe("The same key and body get the same answer for 24 hours."),
};

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** Path parameters and the rest of the input, apart. Only object inputs are split; others have no body to describe. */
function split(input: z.ZodType, path: string) {
  if (!(input instanceof z.ZodObject)) return { params: undefined, rest: input };
  const names = namesIn(path);
  if (names.length === 0) return { params: undefined, rest: input };
  const shape = input.shape as Record<string, z.ZodType>;
  const without = <T>(fields: Record<string, T>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
  const pick = Object.fromEntries(names.map((name) => [name, inPath(shape[name])]));
  const examples = (input.meta()?.examples as Record<string, unknown>[] | undefined)?.map(without);
  const rest = z.strictObject(without(shape));
  return { params: z.object(pick), rest: examples ? rest.meta({ examples }) : rest };
}

/** What a page may leave out, a path always says. */
const inPath = (field: z.ZodType = z.string()) => (field instanceof z.ZodOptional ? field.unwrap() : field);

const isEmpty = (input: z.ZodType) => input instanceof z.ZodObject && Object.keys(input.shape).length === 0;

/** What is asked beside the path: a query, a body, or both where somebody else's protocol has them. */
function asksOf({ method, endpoint }: Route, rest: z.ZodType) {
  const { read, asks } = endpoint.operation.options;
  const reads = method === "GET" || method === "DELETE";
  const query = read ? asks?.query : reads && rest instanceof z.ZodObject ? rest : undefined;
  const body = read ? asks?.body : isEmpty(rest) ? undefined : { "application/json": rest };
  return { query, body: reads ? undefined : body };
}

const contentOf = (media: Media) =>
  Object.fromEntries(Object.entries(media).map(([type, schema]) => [type, { schema }]));

/** A body that is read into something else (a moment, a code) loses the examples of its schema on the way. */
const bodyOf = (media: Media) =>
  Object.fromEntries(
    Object.entries(media).map(([type, schema]) => {
      const [example] = (schema.meta()?.examples as unknown[] | undefined) ?? [];
      return [type, example === undefined ? { schema } : { schema, example }];
    }),
  );

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { method, path, endpoint } = route;
  const { id, input, open, options } = endpoint.operation;
  const { params, rest } = split(input, path);
  const { query, body } = asksOf(route, rest);
  const status = String(options.status ?? (options.output ? 200 : 204)) as "200";
  const answers = { ...(options.output ? { "application/json": options.output } : {}), ...options.answers };
  return {
    operationId: `${id}.${method.toLowerCase()}`,
    summary: options.summary,
    tags: [path.split("/")[3] ?? "api"],
    ...(open ? { security: [{}, { bearer: [] }] } : {}),
    requestParams: {
      header: z.object(method === "POST" ? { ...AGENCY, ...ONCE } : AGENCY),
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
    },
    ...(body ? { requestBody: { content: bodyOf(body) } } : {}),
    responses: {
      [status]: {
        description: "Done",
        ...(Object.keys(answers).length > 0 ? { content: contentOf(answers) } : {}),
      },
      ...REFUSALS,
    },
  };
}

/** The OpenAPI 3.1 document of exactly the routes that are served. */
export function openApiDocument(routes: Route[], publicUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Qafila",
      version: "1",
      description: "Umrah and Hajj agencies: people, groups, live positions, trips, bookings, payments and savings.",
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    paths,
  });
}
