import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayLine, PageHeader } from "@/components/shell/headers";
import { type TripTab, TripTabs } from "@/components/travel/trip-tabs";
import type { Departure } from "@/lib/packages/contract/departure";
import { mayImportInto, maySeeManifest, maySeeTravel } from "@/lib/travel/policy";
import type { PageCall } from "@/server/doors/page";

type TripFrameProps = { call: PageCall; departure: Departure; departures: string; tab: TripTab; actions?: ReactNode };

/** What its reader has no business with is no tab. */
function hiddenTabs(call: PageCall, departure: Departure): TripTab[] {
  const sees = maySeeTravel(call.actor, departure);
  return [
    ...(sees ? [] : (["readiness", "rooms", "buses"] as const)),
    ...(maySeeManifest(call.actor, departure) ? [] : (["manifest"] as const)),
    ...(!call.readOnly && mayImportInto(call.actor, departure) ? [] : (["import"] as const)),
  ];
}

/** Top of every page of one departure. */
export function TripFrame({ call, departure, departures, tab, actions }: TripFrameProps) {
  const t = useTranslations("packages.departures");
  const hidden = hiddenTabs(call, departure).filter((one) => one !== tab);
  return (
    <>
      <PageHeader
        title={<bdi>{departure.packageName}</bdi>}
        meta={<DayLine date={departure.startsAt} zone={departure.timeZone} />}
        back={{ href: departures, label: t("title") }}
        actions={actions}
      />
      <TripTabs home={`${departures}/${departure.id}`} {...{ tab, hidden }} />
    </>
  );
}
