"use client";

import { Radio } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Skeleton } from "@/components/ui/skeleton";
import { formatAge } from "@/lib/i18n/formats";
import type { Tracker, TrackerKind } from "@/lib/tracking/contract";
import type { Issued } from "./tracker-setup";

// The drawing of QR codes comes only when there is one to draw.
const TrackerSetup = lazy(() => import("./tracker-setup").then((file) => ({ default: file.TrackerSetup })));

type TrackerDeskProps = {
  trackers: readonly Tracker[];
  publicUrl: string;
  /** Server time, ms. */
  now: number;
  add: Act<{ kind: TrackerKind; name: string }, Issued>;
  end: Act<{ id: string }>;
};

/** My companion apps: which there are, how to add one, how to end one. */
export function TrackerDesk({ trackers, publicUrl, now, add, end }: TrackerDeskProps) {
  const [issued, setIssued] = useState<Issued | null>(null);
  if (issued)
    return (
      <Suspense fallback={<Skeleton className="h-96 rounded-2xl" />}>
        <TrackerSetup issued={issued} publicUrl={publicUrl} onDone={() => setIssued(null)} />
      </Suspense>
    );
  return (
    <>
      {trackers.length > 0 ? (
        <ul className="card divide-y divide-line">
          {trackers.map((tracker) => (
            <TrackerRow key={tracker.id} tracker={tracker} now={now} end={end} />
          ))}
        </ul>
      ) : null}
      <AddTracker add={add} onIssued={setIssued} />
    </>
  );
}

function TrackerRow({ tracker, now, end }: { tracker: Tracker; now: number; end: TrackerDeskProps["end"] }) {
  const t = useTranslations("my.trackers");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [sure, setSure] = useState(false);
  const { id, kind, name, lastSeenAt } = tracker;
  const seen = lastSeenAt ? t("seen", { age: formatAge(locale, lastSeenAt, new Date(now)) }) : t("never");
  return (
    <li className="flex flex-col gap-3 p-(--pad-card)">
      <div className="flex items-center gap-3.5">
        <Radio aria-hidden size={24} className="flex-none text-primary-ink" />
        <div className="min-w-0 flex-1">
          <p className="text-lg leading-6 font-semibold">
            <bdi>{name}</bdi>
          </p>
          <p className="text-md text-ink-2">
            {t(`kinds.${kind}`)}&nbsp;· {seen}
          </p>
        </div>
        {sure ? null : (
          <Button kind="danger-quiet" size="lg" onClick={() => setSure(true)}>
            {t("end")}
          </Button>
        )}
      </div>
      {sure ? (
        <div className="flex flex-col gap-3">
          <p className="text-md">{t("endText", { name })}</p>
          <div className="flex flex-wrap gap-2">
            <Button size="lg" onClick={() => setSure(false)}>
              {t("keep")}
            </Button>
            <Button
              kind="danger"
              size="lg"
              busy={busy && t("working")}
              onClick={() => act(() => end({ id }), { said: { text: t("ended", { name }) } })}
            >
              {t("endSure")}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

function AddTracker({ add, onIssued }: { add: TrackerDeskProps["add"]; onIssued: (issued: Issued) => void }) {
  const t = useTranslations("my.trackers");
  const { busy, act } = useAct();
  const [kind, setKind] = useState<TrackerKind>("owntracks");
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const send = () => {
    if (!name.trim()) return setError(t("nameless"));
    act(() => add({ kind, name: name.trim() }), { done: onIssued, refused: setError });
  };
  return (
    <Form
      className="card flex flex-col gap-4 p-(--pad-card)"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 className="text-lg font-semibold">{t("addTitle")}</h2>
      <RadioGroup
        legend={t("app")}
        value={kind}
        onValue={(value) => setKind(value === "osmand" ? "osmand" : "owntracks")}
        options={(["owntracks", "osmand"] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
          hint: t(`hints.${value}`),
        }))}
      />
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        error={error}
        maxLength={60}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setError(null);
        }}
      />
      <Button type="submit" kind="primary" size="xl" wide busy={busy && t("working")}>
        {t("add")}
      </Button>
    </Form>
  );
}
