import type { z } from "zod";
import type { Audience } from "./audience";

/** What happened, durably, in the past tense; what it carries; who may hear it; and its name on the wire, if any. */
export type FactKind<P extends z.ZodType = z.ZodType> = {
  name: `${string}.${string}`;
  payload: P;
  wire?: string;
  audience: (payload: z.output<P>) => Audience[];
  /** Users whose audiences change with it: their sockets are sorted anew at once. */
  moves?: (payload: z.output<P>) => string[];
};

/** Declares what can happen: its name, its shape, who may hear it and as which event of the socket. */
export const fact = <P extends z.ZodType>(kind: FactKind<P>): FactKind<P> => kind;

/** A fact as it is stored and carried by the bus. */
export type Told = {
  id: string;
  name: string;
  agencyId: string | null;
  payload: unknown;
  wire: string | null;
  audiences: Audience[];
  moves: string[];
};

/** Ephemeral: typing, a position tick. Lost signals harm nobody. */
export type Signal = { name: string; agencyId: string; audience: Audience; payload: unknown };
