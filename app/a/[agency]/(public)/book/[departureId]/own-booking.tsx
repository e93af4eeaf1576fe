import { BookForm } from "@/components/bookings/book-form";
import { HeldHere } from "@/components/bookings/held-here";
import { MyTurn } from "@/components/bookings/my-turn";
import { readAllowance, readRanOut } from "@/lib/bookings/queries/allowance";
import { listMyWaits } from "@/lib/bookings/queries/bookings";
import type { Person } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import type { Departure } from "@/lib/packages/contract/departure";
import { read } from "@/server/doors/page";
import { place, wait } from "../actions";

type OwnBookingProps = { call: Call & { actor: Person }; slug: string; departure: Departure };

/** What somebody has of this departure already, and the form for more. */
export async function OwnBooking({ call, slug, departure }: OwnBookingProps) {
  const home = `/a/${slug}/my/bookings`;
  const waits = call.actor.roles.length > 0 ? (await listMyWaits(call, {})).data : [];
  const turn = waits.find(({ departureId }) => departureId === departure.id);
  const offer = turn?.status === "offered" ? turn : null;
  const [allowance, again] = await Promise.all([
    offer ? null : read(readAllowance(call, { id: departure.id })),
    read(readRanOut(call, { id: departure.id })),
  ]);
  return (
    <>
      <HeldHere held={allowance?.held ?? 0} href={home} />
      {turn ? <MyTurn wait={turn} now={call.now.getTime()} /> : null}
      <BookForm
        {...{ home, departure, allowance, again, place: place.bind(null, slug), wait: wait.bind(null, slug) }}
        {...(offer && { waitlistId: offer.id })}
      />
    </>
  );
}
