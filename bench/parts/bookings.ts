import postgres from "postgres";
import { placeBooking } from "@/lib/bookings/commands/place";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { env } from "@/server/env";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";
import { callOf, type Rush, rush } from "../tools/rush";

type Order = Rush & { agencyId: string; departure: { id: string; poolId: string } };

const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 8, onnotice: () => undefined });
const FARE = 3_450_000_000;
const DEPOSIT = 500_000_000;
const POLICY = { depositAmount: DEPOSIT, settlementDays: 30, cancellationTiers: [] };
const PILGRIM = { passengerType: "adult" as const, roomType: "quad" as const, isPayer: true };

/** Bare SQL that writes the same rows as the command, all statements of a booking sent at once. */
const bare = (order: Order) =>
  rush(order, async ({ userId }) => {
    const { agencyId, departure } = order;
    const [claim, booking, pilgrim, invoice, request] = [newId(), newId(), newId(), newId(), newId()];
    const code = `UMR-${booking.slice(-8)}`;
    const row = { id: booking, code, status: "draft", owed: FARE, departureId: departure.id, policy: POLICY };
    const changes = [
      { table: "bookings", id: booking, before: null, after: row },
      { table: "booking_pilgrims", id: pilgrim, before: null, after: { ...PILGRIM, bookingId: booking } },
      { table: "invoices", id: invoice, before: null, after: { id: invoice, total: FARE, title: "Umrah" } },
    ];
    const payload = { agencyId, bookingId: booking, departureId: departure.id, payerUserId: userId };
    const audiences = [`agency:${agencyId}:staff`, `user:${userId}`];
    const [taken] = await sql.begin((tx) => [
      tx`update pools set held = held + 1 where id = ${departure.poolId} and held + sold < capacity`,
      tx`insert into claims (id, agency_id, pool_id, quantity, state, holder) values (${claim}, ${agencyId}, ${departure.poolId}, 1, 'held', ${`booking_pilgrim:${pilgrim}`})`,
      tx`insert into bookings (id, agency_id, departure_id, code, status, payer_user_id, payer_name, currency, owed, policy, hold_ends_at, pilgrim_count) values (${booking}, ${agencyId}, ${departure.id}, ${code}, 'draft', ${userId}, 'Jamaah', 'IDR', ${FARE}, ${tx.json(POLICY)}, now() + interval '30 minutes', 1)`,
      tx`insert into booking_pilgrims (id, agency_id, booking_id, departure_id, user_id, claim_id, position, state, passenger_type, room_type, passport_name) values (${pilgrim}, ${agencyId}, ${booking}, ${departure.id}, ${userId}, ${claim}, 0, 'active', 'adult', 'quad', 'Jamaah')`,
      tx`insert into booking_lines (id, agency_id, booking_id, pilgrim_id, kind, room_type, passenger_type, amount) values (${newId()}, ${agencyId}, ${booking}, ${pilgrim}, 'fare', 'quad', 'adult', ${FARE})`,
      tx`insert into invoices (id, agency_id, number, subject_kind, subject_id, title, payer_user_id, payer_name, currency, total, state, due_at, needed_at) values (${invoice}, ${agencyId}, ${`INV-${code}`}, 'booking', ${booking}, 'Umrah', ${userId}, 'Jamaah', 'IDR', ${FARE}, 'open', now() + interval '1 day', now() + interval '40 days')`,
      tx`insert into invoice_lines (agency_id, invoice_id, position, kind, label, quantity, amount) values (${agencyId}, ${invoice}, 0, 'fare', 'Umrah', 1, ${FARE})`,
      tx`insert into invoice_instalments (agency_id, invoice_id, position, amount, due_at) values (${agencyId}, ${invoice}, 0, ${DEPOSIT}, now() + interval '1 day'), (${agencyId}, ${invoice}, 1, ${FARE - DEPOSIT}, now() + interval '10 days')`,
      tx`insert into later (id, agency_id, task, key, payload, run_at) values (${newId()}, ${agencyId}, 'bookings.expire', ${booking}, ${tx.json({ id: booking })}, now() + interval '30 minutes')`,
      tx`insert into audit_log (id, agency_id, at, actor, command, changes, via, request_id) values (${newId()}, ${agencyId}, now(), ${`user:${userId}`}, 'bookings.place', ${tx.json(changes)}, 'http', ${request})`,
      tx`insert into facts (id, agency_id, name, wire, audiences, moves, payload, request_id, node) values (${newId()}, ${agencyId}, 'bookings.placed', 'booking:changed', ${audiences}, ${[]}, ${tx.json(payload)}, ${request}, ${request})`,
    ]);
    return taken.count === 1;
  });

const book = (call: Call, departureId: string) =>
  placeBooking(call, { departureId, pilgrims: [PILGRIM] }).then(
    () => true,
    (error: unknown) => {
      if (isFault(error) && error.code === "sold_out") return false;
      throw error;
    },
  );

/** The whole command, each call with lanes of its own: nobody shares a commit. */
const alone = (order: Order) =>
  rush(order, (who) => book({ ...callOf(who, order.agencyId), lanes: new Map() }, order.departure.id));

/** The whole command as doors use it. */
const together = (order: Order) => rush(order, (who) => book(callOf(who, order.agencyId), order.departure.id));

const open = async () => void (await openHouse(env(), 0));

answer({ open, bare, alone, together });
