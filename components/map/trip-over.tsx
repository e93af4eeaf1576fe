"use client";
import { EmptyState } from "@/components/ui/states";
import { PhoneList, type PhoneListProps } from "./group-list";

type TripOverProps = PhoneListProps & {
  endsAt: Date;
  /** Whether the reader may take a member's way out as a file. */
  hasWays: boolean;
};

/** After the trip: until when positions were shared, everybody's phone, and where the ways are. */
export function TripOver({ endsAt, hasWays, ...list }: TripOverProps) {
  const { t, date, time } = list.words;
  const until = { date: date(endsAt), time: time(endsAt) };
  return (
    <>
      <EmptyState title={t("state.overTitle")} text={t(hasWays ? "state.overWays" : "state.overBody", until)} />
      <PhoneList {...list} />
    </>
  );
}
