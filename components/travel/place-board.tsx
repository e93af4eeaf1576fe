"use client";

import { Undo2, UserPlus, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import type { Arrangement, Guest, Leg, Moved } from "@/lib/travel/contract/place";
import { AddUnits, type UnitsChange } from "./add-units";
import { UnitCard } from "./unit-card";

export type PlaceActs = {
  move: Act<{ pilgrimId: string; unitId: string | null; number?: number; reason: string }, Moved>;
  suggest: Act<object, Arrangement>;
  undo: Act<object, Arrangement>;
  set: Act<UnitsChange, Arrangement>;
};
type PlaceBoardProps = { leg: Leg; board: Arrangement; acts: PlaceActs; readOnly: boolean };

/** Rooms or buses with who is in them: somebody is picked, says why, and is put down elsewhere, by keyboard as by hand. */
export function PlaceBoard({ leg, board, acts, readOnly }: PlaceBoardProps) {
  const t = useTranslations("travel.place");
  const { busy, act } = useAct();
  const [picked, setPicked] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const changes = board.mayChange && !readOnly;
  const units = board.units.filter((unit) => unit.leg === leg);
  const guests = new Map(board.guests.map((one) => [one.id, one]));
  const nameOf = (id: string) => guests.get(id)?.name ?? t("unnamed");
  const placed = new Set(units.flatMap(({ taken }) => taken.map(({ pilgrimId }) => pilgrimId)));
  const homeless = board.guests.filter(({ id }) => !placed.has(id));
  const last = board.undo.find((one) => one.leg === leg);
  const put = (unitId: string | null, number?: number) => {
    if (!picked) return;
    act(() => acts.move({ pilgrimId: picked, unitId, number, reason: reason.trim() }), {
      said: { text: t("moved") },
      done: () => {
        setPicked(null);
        setReason("");
      },
    });
  };
  const suggested = (after: Arrangement) => {
    const seated = new Set(
      after.units.flatMap((unit) => (unit.leg === leg ? unit.taken : [])).map((one) => one.pilgrimId),
    );
    const count = homeless.filter(({ id }) => seated.has(id)).length;
    toast({ text: t("suggested", { count }), kind: count > 0 ? "done" : "failed" });
  };
  const pick = (id: string) => setPicked(picked === id ? null : id);
  const target = picked && reason.trim() ? put : null;
  // Only what is added or goes: what somebody else added since this page was drawn is not on it.
  const set = (change: UnitsChange, done?: () => void) =>
    act(() => acts.set(change), { said: { text: t("saved") }, done });
  return (
    <div className="flex flex-col gap-5">
      {changes ? (
        <div className="flex flex-wrap items-start gap-2.5">
          {homeless.length > 0 && units.length > 0 ? (
            <Button
              kind="primary"
              icon={<WandSparkles aria-hidden size={16} />}
              busy={busy && t("suggesting")}
              onClick={() => act(() => acts.suggest({}), { done: suggested })}
            >
              {t("suggest")}
            </Button>
          ) : null}
          {last ? (
            <Button
              icon={<Undo2 aria-hidden size={16} className="mirror" />}
              onClick={() => act(() => acts.undo({}), { said: { text: t("undone") } })}
            >
              {last.kind === "suggested" ? t("undoSuggested", { count: last.people }) : t("undo")}
            </Button>
          ) : null}
          <AddUnits leg={leg} busy={busy} add={(added, done) => set({ added, drop: [] }, done)} />
          <p className="basis-full text-ink-2 text-sm">{t(leg === "bus" ? "suggestSeatsHint" : "suggestHint")}</p>
        </div>
      ) : null}
      {picked ? (
        <Card>
          <div className="flex flex-col gap-3" role="status">
            <p className="font-semibold">{t("picked", { name: nameOf(picked) })}</p>
            <TextField
              label={t("reason")}
              hint={t("reasonHint")}
              maxLength={160}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {placed.has(picked) ? (
              <Button
                className="self-start"
                busy={busy && t("moving")}
                unavailable={reason.trim() ? false : t("reasonMissing")}
                onClick={() => put(null)}
              >
                {t("out")}
              </Button>
            ) : null}
          </div>
        </Card>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
        {units.length === 0 ? (
          <div className="card">
            <EmptyState title={t(leg === "bus" ? "noBuses" : "noRooms")} text={t("noneText")} />
          </div>
        ) : (
          <ul className={`grid gap-3 ${leg === "bus" ? "" : "sm:grid-cols-2 xl:grid-cols-3"}`}>
            {units.map((unit) => (
              <UnitCard
                key={unit.id}
                {...{ unit, nameOf, picked, put: target }}
                pick={changes ? pick : null}
                remove={changes ? () => set({ added: [], drop: [unit.id] }) : null}
              />
            ))}
          </ul>
        )}
        <Card title={t(leg === "bus" ? "waitingSeats" : "waitingBeds", { count: homeless.length })}>
          {homeless.length === 0 ? <p className="text-ink-2">{t("everybody")}</p> : null}
          <ul className="flex flex-col">
            {homeless.map((one) => (
              <GuestRow key={one.id} guest={one} isPicked={picked === one.id} pick={changes ? pick : null} />
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}

type GuestRowProps = { guest: Guest; isPicked: boolean; pick: ((id: string) => void) | null };
function GuestRow({ guest, isPicked, pick }: GuestRowProps) {
  const t = useTranslations("travel");
  const room = useTranslations("packages.room");
  const name = guest.name ?? t("place.unnamed");
  return (
    <li className="flex items-center gap-2 border-line border-t py-2 first:border-t-0">
      <span className="min-w-0 flex-1">
        <bdi className="block font-semibold">{name}</bdi>
        <span className="block text-ink-3 text-sm">
          {room(guest.roomType)}
          {guest.gender ? `\u00a0· ${t(`sex.${guest.gender}`)}` : ""}&nbsp;·{" "}
          <bdi dir="ltr" className="inline-block">
            {guest.bookingCode}
          </bdi>
        </span>
        {guest.roomWish ? <span className="block text-sm">{t("place.wish", { wish: guest.roomWish })}</span> : null}
        {guest.needsFront ? <Badge status="waiting">{t("place.front")}</Badge> : null}
      </span>
      {pick ? (
        <Button
          kind={isPicked ? "primary" : "ghost"}
          aria-pressed={isPicked}
          aria-label={t("place.pick", { name })}
          icon={<UserPlus aria-hidden size={18} />}
          onClick={() => pick(guest.id)}
        />
      ) : null}
    </li>
  );
}
