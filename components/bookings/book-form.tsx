"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, type Making, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Allowance, RanOut } from "@/lib/bookings/contract/booking";
import { DRAFT_HOLD_MS } from "@/lib/bookings/rules/life";
import { MINUTE } from "@/lib/kernel/durations";
import type { Departure } from "@/lib/packages/contract/departure";
import { cartAgain, pilgrimsOf, roomIn, seatsIn, startCart, totalOf } from "./cart";
import { CartForm } from "./cart-form";

type Wish = { departureId: string; pilgrims: ReturnType<typeof pilgrimsOf>; waitlistId?: string; again?: string };
type BookFormProps = {
  departure: Pick<Departure, "id" | "prices" | "seats">;
  /** Where one's bookings are. */
  home: string;
  place: Making<Wish>;
  wait: Act<{ id: string; seats: number }>;
  waitlistId?: string;
  /** What the reader may hold unpaid; null where nothing binds. */
  allowance: Allowance | null;
  /** What the reader held here until its time ran out. */
  again: RanOut | null;
};

/** A pilgrim's own booking: who travels, then the seats are held; or a place in the queue. */
export function BookForm({ departure, home, place, wait, waitlistId, allowance, again }: BookFormProps) {
  const t = useTranslations("bookings.flow");
  const router = useRouter();
  const { busy, act } = useAct();
  const [cart, setCart] = useState(() =>
    again ? cartAgain(again.pilgrims, departure.prices) : startCart(departure.prices),
  );
  const [refused, setRefused] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);
  const { id, prices, seats } = departure;
  const asked = seatsIn(cart);
  const room = roomIn(allowance);
  const fits = waitlistId !== undefined || asked <= seats.left;
  const missing =
    totalOf(prices, cart) === null || asked === 0
      ? t("notPriced")
      : allowance && room !== null && asked > room
        ? t("limit", { ...allowance, room })
        : false;
  const wish = { departureId: id, pilgrims: pilgrimsOf(cart), waitlistId, again: again?.id };
  // The seats that others took meanwhile: the page goes on to the queue.
  const refuse = (message: string) => {
    setRefused(message);
    router.refresh();
  };
  const hold = () => {
    setRefused(null);
    act((key) => place(wish, key), { done: (made) => router.push(`${home}/${made.id}`), refused: refuse });
  };
  const queue = () => {
    setRefused(null);
    act(() => wait({ id, seats: asked }), { done: () => setWaits(true), refused: refuse });
  };
  // The page says above that one stands in the queue.
  if (waits) return null;
  return (
    <div className="card flex flex-col gap-4 p-4">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      {again ? <p className="text-ink-2">{t("again")}</p> : null}
      <CartForm {...{ prices, cart }} onCart={setCart} payerTravels={t("me")} allowance={allowance} />
      {fits ? (
        <>
          <p className="text-ink-2">{t("holdText", { minutes: DRAFT_HOLD_MS / MINUTE })}</p>
          <Button kind="lamp" size="xl" wide onClick={hold} busy={busy && t("holding")} unavailable={missing}>
            {t("hold")}
          </Button>
        </>
      ) : (
        <>
          <p className="text-ink-2">{t("waitText", { left: seats.left })}</p>
          <Button size="xl" wide onClick={queue} busy={busy && t("holding")}>
            {t("wait")}
          </Button>
        </>
      )}
    </div>
  );
}
