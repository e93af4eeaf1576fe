import { z } from "zod";

/** A number in [0, 1) that is the same for the same seed: what a walk found can be walked again. */
export function dice(seed: number): () => number {
  let state = (seed * 7919 + 17) % 2 ** 31;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

type Shape = {
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxLength?: number;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
};

const DAY = 86_400_000;
const DAYS = [-40, -3, 0, 1, 10, 30, 120];
const AMOUNTS = [1, 100, 1_000, 50_000_000, 345_000_000, 500_000_000];
const COUNTS = [0, 1, 2, 3, 5, 10, 45];
const WORDS = ["Budi", "Siti Aminah", "Umrah Akhir", "x", "A1234567", "Kain ihram"];

/** Values that a contract may take, by its shape and the names of its fields; ids are those of things that are there. */
export function sampler(roll: () => number, idOf: (kind: string) => string) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;

  function text({ format, maxLength }: Shape, name: string): string {
    const day = new Date(Date.now() + pick(DAYS) * DAY).toISOString();
    if (format === "uuid" || name.endsWith("Id")) return idOf(name.replace(/Id$/, ""));
    if (format === "date-time" || name.endsWith("At")) return day;
    if (format === "date" || name.endsWith("On")) return pick([day.slice(0, 10), "1990-04-05", "2019-01-01"]);
    if (format === "email") return `p${Math.floor(roll() * 20)}@example.com`;
    if (/phone/i.test(name)) return `+62812000${1_000 + Math.floor(roll() * 30)}`;
    if (/currency/i.test(name)) return "IDR";
    if (/zone/i.test(name)) return pick(["Asia/Jakarta", "Asia/Riyadh"]);
    if (/country|nationality/i.test(name)) return "ID";
    if (/locale/i.test(name)) return pick(["en", "id", "ar", "kk"]);
    return pick(WORDS).slice(0, maxLength);
  }

  function number({ minimum = -5, maximum = 10 ** 12 }: Shape, name: string): number {
    const wanted = pick(/amount|price|paid/i.test(name) ? AMOUNTS : COUNTS);
    return Math.max(minimum, Math.min(maximum, wanted));
  }

  function sample(shape: Shape, name = ""): unknown {
    const { anyOf, oneOf, allOf, type, properties } = shape;
    if (anyOf || oneOf) return sample(pick(anyOf ?? oneOf!), name);
    if (allOf) return Object.assign({}, ...allOf.map((one) => sample(one)));
    if (shape.const !== undefined) return shape.const;
    if (shape.enum) return pick(shape.enum);
    if (type === "boolean") return roll() < 0.5;
    if (type === "null") return null;
    if (type === "integer" || type === "number") return number(shape, name);
    if (type === "array") {
      const length = Math.max(shape.minItems ?? 0, pick([0, 1, 1, 2]));
      return Array.from({ length }, () => sample(shape.items ?? {}, name.replace(/s$/, "")));
    }
    if (type === "object") {
      const needed = new Set(shape.required);
      const fields = Object.entries(properties ?? {}).filter(([field]) => needed.has(field) || roll() < 0.35);
      return Object.fromEntries(fields.map(([field, one]) => [field, sample(one, field)]));
    }
    return text(shape, name);
  }

  const shapes = new Map<z.ZodType, Shape>();
  return (input: z.ZodType): Record<string, unknown> => {
    const shape =
      shapes.get(input) ?? (z.toJSONSchema(input, { io: "input", unrepresentable: "any", reused: "inline" }) as Shape);
    shapes.set(input, shape);
    return (sample(shape) ?? {}) as Record<string, unknown>;
  };
}
