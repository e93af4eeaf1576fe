import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { HistoryFormat } from "@/lib/tracking/contract";
import { readOsmand } from "@/lib/tracking/rules/osmand";
import { readOwnTracks } from "@/lib/tracking/rules/owntracks";
import { answerHistory, osmandAsks, ownTracksAsks } from "@/server/doors/tracker";
import { openApiDocument } from "@/server/http/openapi";
import { routes } from "@/server/http/routes.gen";
import { type Found, operations } from "./operations";

type Media = { schema?: unknown; example?: unknown; examples?: unknown };
type Operation = {
  operationId: string;
  summary: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

const document = JSON.parse(JSON.stringify(openApiDocument(routes, "https://qafila.example"))) as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const mediaOf = (path: string, method: string) => {
  const { requestBody, responses = {} } = document.paths[path]?.[method] ?? {};
  return {
    body: Object.keys(requestBody?.content ?? {}),
    answer: Object.keys(responses["200"]?.content ?? {}),
  };
};

let found: Found[];
beforeAll(async () => {
  found = await operations();
});

/** Every schema inside a schema, itself included. */
function partsOf(schema: z.ZodType, seen = new Set<z.ZodType>()): Set<z.ZodType> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const { def } = schema as unknown as { def: Record<string, unknown> };
  const inner = [
    def.element,
    def.innerType,
    def.in,
    def.out,
    def.valueType,
    ...((def.options as unknown[]) ?? []),
    ...((def.items as unknown[]) ?? []),
  ];
  const fields = schema instanceof z.ZodObject ? Object.values(schema.shape as Record<string, z.ZodType>) : [];
  for (const part of [...inner, ...fields]) if (part instanceof z.ZodType) partsOf(part, seen);
  return seen;
}

const refsIn = (value: unknown): string[] =>
  value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : refsIn(inner)))
    : [];

type Schema = { type?: unknown; anyOf?: Schema[]; items?: Schema; additionalProperties?: Schema; properties?: object };
const isNumber = ({ type, anyOf = [], items, additionalProperties }: Schema): boolean =>
  [type].flat().some((one) => one === "integer" || one === "number") ||
  [...anyOf, items, additionalProperties].some((inner) => inner && isNumber(inner));

/** The names of all fields that hold a number, but for a sum's own `amount` beside its `currency`. */
function numbersIn(part: unknown, found = new Set<string>()): Set<string> {
  if (part === null || typeof part !== "object") return found;
  const fields = Object.entries((part as Schema).properties ?? {}) as [string, Schema][];
  const isMoney = fields.length === 2 && fields.every(([name]) => name === "amount" || name === "currency");
  for (const [name, schema] of fields) if (!isMoney && isNumber(schema)) found.add(name);
  for (const [name, inner] of Object.entries(part)) if (!name.startsWith("example")) numbersIn(inner, found);
  return found;
}

describe("[R88] the OpenAPI document", () => {
  it("is 3.1, with an operation of its own name for each route that is served", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const served = routes.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(served.sort());
    const ids = described.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^[\w.]+$/.test(id))).toEqual([]);
  });

  it("declares each path's parameters, and no other", () => {
    for (const { path, operation } of described) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect([path, ...declared.map(({ name }) => name).sort()]).toEqual([path, ...named]);
      for (const parameter of declared) expect(parameter).toMatchObject({ required: true, schema: expect.anything() });
    }
  });

  it("resolves every reference", () => {
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(refsIn(document).filter((ref) => !known.includes(ref))).toEqual([]);
  });

  it("says of each operation what it does, what it gives and how it refuses", () => {
    for (const { path, method, operation } of described) {
      expect([path, method, operation.summary.length > 5]).toEqual([path, method, true]);
      const success = Object.keys(operation.responses).filter((status) => status.startsWith("2"));
      expect([path, success.length]).toEqual([path, 1]);
      for (const status of ["400", "401", "403", "404", "409", "413", "422", "429", "503"]) {
        expect(operation.responses[status]?.content?.["application/json"]?.schema).toEqual({
          $ref: "#/components/schemas/Problem",
        });
      }
    }
  });

  it("describes a body wherever one is read, and the query of whatever only looks", () => {
    const bodies = described.filter(({ operation }) => operation.requestBody).map(({ method, path }) => [method, path]);
    const takes = routes.flatMap(({ method, path, endpoint }) => {
      const { input, options } = endpoint.operation;
      const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : ["body"];
      const own = fields.some((name) => !path.includes(`:${name}`)) || options.read;
      return ["POST", "PUT", "PATCH"].includes(method) && own
        ? [[method.toLowerCase(), path.replaceAll(/:(\w+)/g, "{$1}")]]
        : [];
    });
    expect(bodies.sort()).toEqual(takes.sort());
    expect(mediaOf("/api/v1/map-pack", "put").body).toEqual(["application/json"]);
    expect(document.paths["/api/v1/ingest/osmand/{token}"]?.get?.parameters?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["token", "id", "lat", "lon", "timestamp", "batt"]),
    );
  });

  it("names the type of every file that is answered", () => {
    const { answer } = mediaOf("/api/v1/groups/{groupId}/members/{userId}/positions", "get");
    const files = HistoryFormat.options.flatMap((format) => {
      const file = format === "json" ? undefined : { format, text: "…" };
      const response = answerHistory({ data: [], nextCursor: null, file });
      return response?.headers.get("content-type")?.split(";")[0] ?? "application/json";
    });
    expect(answer.sort()).toEqual(files.sort());
  });

  it("shows what companion trackers send as they are really read", () => {
    const examples = (schema: z.ZodType) => schema.meta()?.examples as Record<string, string>[];
    const fixesOf = (reading: ReturnType<typeof readOsmand>) => (reading.ok ? reading.fixes.length : reading.problem);
    const osmand = (query: string, body: string) => fixesOf(readOsmand({ query, body }, newId(), new Date()));
    const { body, query } = osmandAsks;
    for (const example of examples(ownTracksAsks.body["application/json"]))
      expect(fixesOf(readOwnTracks(JSON.stringify(example), newId()))).toBe(1);
    for (const example of examples(body["application/json"])) expect(osmand("", JSON.stringify(example))).toBe(1);
    for (const example of examples(query)) {
      expect(osmand(`?${new URLSearchParams(example)}`, "")).toBe(1);
      expect(osmand("", String(new URLSearchParams(example)))).toBe(1);
    }
  });

  const shown = (media: Media = {}): unknown[] => [
    ...((media.schema as { examples?: unknown[] } | undefined)?.examples ?? []),
    ...("example" in media ? [media.example] : []),
  ];
  const medias = () =>
    described.flatMap(({ path, method, operation: { requestBody, responses } }) => {
      const said = {
        body: requestBody?.content,
        ...Object.fromEntries(Object.entries(responses).map(([s, r]) => [s, r.content])),
      };
      return Object.entries(said).flatMap(([place, content = {}]) =>
        Object.entries(content).map(([type, media]) => ({ name: `${method} ${path}: ${place} ${type}`, type, media })),
      );
    });

  it("shows an example of every body and every answer", () => {
    const told = medias().filter(
      ({ type, media }) => type === "application/json" && !JSON.stringify(media).includes("$ref"),
    );
    expect(told.length).toBeGreaterThan(300);
    expect(told.filter(({ media }) => shown(media).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it("shows examples that its own schemas take, read as everybody reads JSON Schema", () => {
    const wrong = medias().flatMap(({ name, media }) => {
      const examples = shown(media);
      if (examples.length === 0) return [];
      const schema = z.fromJSONSchema(media.schema as Parameters<typeof z.fromJSONSchema>[0]);
      return examples.flatMap((example) => {
        const read = schema.safeParse(example);
        return read.success ? [] : [`${name}: ${JSON.stringify(read.error.issues[0])}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("writes every sum as money: whatever else is a number is counted or measured, and is one of these", () => {
    const json = medias().filter(({ type }) => type === "application/json");
    expect([...numbersIn(json.map(({ media }) => media.schema))].toSorted()).toMatchSnapshot();
  });

  it("asks for a token where one is needed, and only there", () => {
    const open = described.filter(({ operation }) => operation.security?.some((way) => Object.keys(way).length === 0));
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toMatchSnapshot();
  });
});

describe("[R88] contracts", () => {
  const schemasOf = () => [
    ...found.map(({ name, operation }) => [`${name} input`, operation.input] as const),
    ...routes.flatMap(({ path, endpoint: { operation } }) =>
      operation.options.output ? [[`${path} output`, operation.options.output] as const] : [],
    ),
  ];

  it("read their own examples, down to the last field", () => {
    const wrong = schemasOf().flatMap(([name, schema]) =>
      [...partsOf(schema)].flatMap((part) =>
        ((part.meta()?.examples ?? []) as unknown[]).flatMap((example) => {
          const read = part.safeParse(example);
          return read.success
            ? []
            : [`${name}: ${JSON.stringify(example).slice(0, 80)}: ${read.error.issues[0]?.message}`];
        }),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("refuse unknown fields in every input, at every depth", () => {
    const loose = found.flatMap(({ name, operation }) =>
      [...partsOf(operation.input)].some(
        (part) => part instanceof z.ZodObject && !(part.def.catchall instanceof z.ZodNever),
      )
        ? [name]
        : [],
    );
    // GeoJSON has foreign members by its own rule (RFC 7946, 6.1); of them only names are kept.
    expect(loose).toEqual(["tracking.import_map_pack"]);
  });
});
