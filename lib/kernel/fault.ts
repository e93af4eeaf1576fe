/** A refusal the caller can understand. Doors turn `kind` into a status; programs read `code`; people read the message of that code. */
export type FaultKind =
  | "malformed"
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "limited"
  | "unavailable";

export class Fault extends Error {
  override name = "Fault";
  constructor(
    readonly kind: FaultKind,
    readonly code: string,
    readonly details?: unknown,
  ) {
    super(code);
  }
}

/** @param what a noun of PRODUCT 2, such as "group"; the code becomes `group_not_found`. */
export const notFound = (what: string) => new Fault("not_found", `${what}_not_found`);
/** There, but not for this caller to do. */
export const forbidden = () => new Fault("forbidden", "forbidden");
/** The world is in another state than this asks for. */
export const conflict = (code: string, details?: unknown) => new Fault("conflict", code, details);
/** One field of the input is wrong. @param problem a key of `errors.fields` */
export const invalid = (field: string, problem: string) =>
  new Fault("invalid", "validation", { fields: { [field]: [problem] } });

/** Asked by shape, not by class: a fault may come from another copy of this module (ARCHITECTURE 12). */
export const isFault = (error: unknown): error is Fault =>
  error instanceof Error && error.name === "Fault" && "kind" in error && "code" in error;
