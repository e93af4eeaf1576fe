"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { apart } from "@/components/entry/next-path";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { SelectField } from "@/components/ui/field";
import type { Booking, KnownPayer } from "@/lib/bookings/contract/booking";

export type Give = Act<{ id: string; userId: string; pilgrimId?: string }, Booking>;
type GiveActProps = {
  booking: Booking;
  payer: KnownPayer;
  /** The contact as people read it: the numbers of the world are no matter of a browser. */
  shown: string;
  give: Give;
};

/** Whoever bears this contact among the travellers, where it is one of them alone. */
function likelyOf(party: Booking["party"], contact: string): string {
  const [one, ...others] = party.filter(({ phone }) => phone === contact);
  return one && others.length === 0 ? one.id : "";
}

/** Somebody has registered whom the office had booked for: says so, and makes the booking theirs once the office agrees. */
export function GiveAct({ booking, payer: { id: userId, name, contact }, shown, give }: GiveActProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const party = booking.party.filter(({ state, userId: login }) => state === "active" && login === null);
  const [pilgrimId, setPilgrimId] = useState(() => likelyOf(party, contact));
  const go = () =>
    act(() => give({ id: booking.id, userId, ...(pilgrimId && { pilgrimId }) }), {
      said: { text: t("give.done") },
      done: () => setOpen(false),
    });
  const travellers = party.map((one, i) => ({
    value: one.id,
    label: one.passportName ?? t("person", { number: String(i + 1) }),
  }));
  return (
    <>
      <Banner action={<Button onClick={() => setOpen(true)}>{t("give.act")}</Button>}>
        {t("give.found", { name: apart(name), contact: apart(shown) })}
      </Banner>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={t("give.ask", { name: apart(name) })}
        text={t("give.text", { name: apart(name) })}
        keep={t("give.keep")}
        verb={t("give.act")}
        kind="primary"
        busy={busy && t("give.act")}
        go={go}
      >
        <SelectField
          label={t("give.who", { name: apart(name) })}
          value={pilgrimId}
          onChange={(event) => setPilgrimId(event.target.value)}
          options={[{ value: "", label: t("give.nobody") }, ...travellers]}
        />
      </Confirm>
    </>
  );
}
