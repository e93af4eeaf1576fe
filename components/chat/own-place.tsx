"use client";

import { OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Spot } from "@/lib/chat/contract";
import { type WatchTrouble, watchDevice } from "../offline/position-watch";

type PlaceState = "looking" | WatchTrouble;

/** Asks this phone once where it is, until it answers, is stopped, or its user leaves. */
export function useOwnPlace(found: (spot: Spot) => void) {
  const [state, setState] = useState<PlaceState | null>(null);
  const end = useRef<(() => void) | null>(null);
  const stop = useCallback((why: WatchTrouble | null) => {
    end.current?.();
    end.current = null;
    setState(why);
  }, []);
  useEffect(() => () => stop(null), [stop]);
  const ask = () => {
    stop(null);
    setState("looking");
    end.current = watchDevice({
      seen: ({ lat, lng }) => {
        stop(null);
        found({ lat, lng });
      },
      trouble: stop,
    });
  };
  return { state, ask, stop: () => stop(null) };
}

type PlaceLineProps = Pick<ReturnType<typeof useOwnPlace>, "ask" | "stop"> & { state: PlaceState };

/** Above what is being written: that the phone looks for its place, which takes a while under a roof, or why it has none. */
export function PlaceLine({ state, ask, stop }: PlaceLineProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const looking = state === "looking";
  return (
    <div className="mb-2 flex flex-wrap items-center justify-end gap-2">
      <p
        role={looking ? "status" : "alert"}
        className="flex min-w-0 flex-[1_1_12rem] items-center gap-3 text-md font-semibold"
      >
        {looking ? (
          <span className="spinner" aria-hidden />
        ) : (
          <OctagonAlert aria-hidden size={20} className="flex-none text-bad-ink" />
        )}
        {t(`place.${state}`)}
      </p>
      {looking ? (
        <Button size="lg" kind="ghost" onClick={stop}>
          {t("stopAbout")}
        </Button>
      ) : (
        <span className="flex flex-wrap gap-2">
          <Button size="lg" onClick={ask}>
            {t("tryAgain")}
          </Button>
          <Button size="lg" kind="ghost" onClick={stop}>
            {common("close")}
          </Button>
        </span>
      )}
    </div>
  );
}
