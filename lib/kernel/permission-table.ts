import type { Role } from "./actor";

export type Scope = "own" | "group" | "branch" | "agency";
/** The verbs by their letters in PRODUCT 3 (S see, C create and change, A approve or verify, X export), and how far. */
export type Grant = { verbs: string; scope: Scope; duringTrip?: boolean };

const grant = (verbs: string, scope: Scope = "agency"): Grant => ({ verbs, scope });

/** PRODUCT 3, the one table that decides: who may do what, and how far. A resource is added with its first user. */
export const TABLE = {
  agency: { owner: grant("SCX"), admin: grant("S") },
  audit: { owner: grant("S"), admin: grant("S") },
  staff: { owner: grant("SCX"), admin: grant("SC"), manager: grant("SC", "branch"), viewer: grant("S") },
  groups: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SC", "branch"),
    operator: grant("S", "branch"),
    leader: grant("SC", "group"),
    viewer: grant("S"),
    pilgrim: grant("S", "group"),
  },
  positions: {
    owner: grant("SX"),
    admin: grant("SX"),
    manager: grant("S", "branch"),
    operator: { ...grant("S", "branch"), duringTrip: true },
    leader: grant("SCX", "group"),
    pilgrim: grant("SC", "own"),
  },
  packages: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SC", "branch"),
    operator: grant("S", "branch"),
    leader: grant("S", "group"),
    viewer: grant("S"),
  },
  bookings: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SCX", "branch"),
    operator: grant("S", "branch"),
    leader: grant("S", "group"),
    viewer: grant("S"),
    pilgrim: grant("SC", "own"),
  },
  // Passports, health, papers: not for viewers; operators prepare them.
  papers: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SCX", "branch"),
    operator: grant("SC", "branch"),
    pilgrim: grant("SC", "own"),
  },
  // Rooms, buses and who is ready; whoever leads a group sees it.
  travel: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SCX", "branch"),
    operator: grant("SC", "branch"),
    leader: grant("S", "group"),
    viewer: grant("S"),
  },
  outbox: { owner: grant("SCX"), admin: grant("SCX") },
  // The office says why before it reads; who travels talks.
  chat: {
    owner: grant("S"),
    admin: grant("S"),
    leader: grant("SCA", "group"),
    pilgrim: grant("SC", "group"),
  },
  // What is owed and paid; the desk decides about proofs.
  invoices: {
    owner: grant("SAX"),
    admin: grant("SCAX"),
    manager: grant("S", "branch"),
    pilgrim: grant("S", "own"),
  },
  products: {
    owner: grant("SCX"),
    admin: grant("SCX"),
    manager: grant("SC", "branch"),
    operator: grant("S", "branch"),
    viewer: grant("S"),
  },
  // To approve an order is to hand it over.
  orders: {
    owner: grant("SCAX"),
    admin: grant("SCAX"),
    manager: grant("SCA", "branch"),
    operator: grant("SA", "branch"),
    viewer: grant("S"),
    pilgrim: grant("SC", "own"),
  },
  savings: {
    owner: grant("SAX"),
    admin: grant("SCAX"),
    manager: grant("S", "branch"),
    pilgrim: grant("SC", "own"),
  },
  // What is owed to all savers together, without a name.
  savings_totals: { owner: grant("S"), admin: grant("S"), viewer: grant("S") },
} satisfies Record<string, Partial<Record<Role, Grant>>>;

export type Resource = keyof typeof TABLE;
