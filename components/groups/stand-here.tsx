"use client";

import { LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type Spot = { lat: number; lng: number };
type Found = "looking" | "denied" | "unavailable" | { metres: number };

/** A phone that has just been asked may answer once more; one under a roof takes a while. */
const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 };

/** Chooses the place where somebody stands, and says how well the phone knows it. */
export function StandHere({ onSpot }: { onSpot: (spot: Spot) => void }) {
  const t = useTranslations("lead.meeting");
  const [found, setFound] = useState<Found | null>(null);
  const look = () => {
    setFound("looking");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lng, accuracy } }) => {
        setFound({ metres: Math.ceil(accuracy) });
        onSpot({ lat, lng });
      },
      ({ code, PERMISSION_DENIED }) => setFound(code === PERMISSION_DENIED ? "denied" : "unavailable"),
      OPTIONS,
    );
  };
  return (
    <>
      <Button
        size="lg"
        wide
        icon={<LocateFixed aria-hidden size={20} />}
        busy={found === "looking" && t("looking")}
        onClick={look}
      >
        {t("here")}
      </Button>
      {found === "denied" || found === "unavailable" ? <Banner kind="warn">{t(found)}</Banner> : null}
      {typeof found === "object" && found ? <Banner>{t("within", found)}</Banner> : null}
    </>
  );
}
