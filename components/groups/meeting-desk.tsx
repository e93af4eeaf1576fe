"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Tiles } from "@/components/map/model";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { MeetingPoint } from "@/lib/groups/contract";
import { MeetingField } from "./meeting-field";
import { PickMap } from "./pick-map";
import { StandHere } from "./stand-here";

type MeetingDeskProps = {
  groupId: string;
  /** Where the group meets now. */
  start: MeetingPoint | null;
  /** Where one goes when it is saved. */
  home: string;
  tiles: Tiles | null;
  /** Null for whoever only looks. */
  save: Act<{ groupId: string; meetingPoint: MeetingPoint | null }> | null;
};

/** Where the group meets, moved by whoever leads it: known by name, pressed on the map, or where they stand. */
export function MeetingDesk({ groupId, start, home, tiles, save }: MeetingDeskProps) {
  const t = useTranslations("lead.meeting");
  const common = useTranslations("common");
  const words = useTranslations("groups");
  const problem = useTranslations("errors.fields");
  const router = useRouter();
  const { busy, act } = useAct();
  const [point, setPoint] = useState(start);
  const [isNameless, setNameless] = useState(false);
  if (!save)
    return (
      <>
        <p className="text-lg">{start ? <bdi>{start.label}</bdi> : words("noMeetingPoint")}</p>
        {start ? <PickMap spot={start} tiles={tiles} className="h-96" /> : null}
      </>
    );
  const put = (meetingPoint: MeetingPoint | null) => save({ groupId, meetingPoint });
  const undo = { label: common("undo"), run: () => act(() => put(start), { said: { text: t("asBefore") } }) };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const place = point?.label.trim();
    if (place === "") return setNameless(true);
    const text = place === undefined ? t("removed") : t("set", { place });
    act(() => put(point), { said: { text, action: undo }, done: () => router.push(home) });
  };
  const choose = (next: MeetingPoint | null) => {
    setPoint(next);
    setNameless(false);
  };
  return (
    <Form onSubmit={send} noValidate className="flex flex-col gap-4">
      <p className="text-md text-ink-2">{t("text")}</p>
      <div className="card p-(--pad-card)">
        <MeetingField
          value={point}
          tiles={tiles}
          error={isNameless ? problem("required") : null}
          onChange={choose}
          other={(put) => <StandHere onSpot={put} />}
        />
      </div>
      <Button type="submit" kind="primary" size="xl" wide busy={busy && common("saving")}>
        {t("save")}
      </Button>
    </Form>
  );
}
