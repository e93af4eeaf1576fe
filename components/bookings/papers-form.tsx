"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { Document, DocumentKind, Pilgrim } from "@/lib/bookings/contract/pilgrim";

export type SetPaper = Act<Document & { id: string; pilgrimId: string }, Booking>;
type PapersFormProps = { bookingId: string; pilgrim: Pilgrim; set: SetPaper };
const KINDS: readonly DocumentKind[] = [
  ...(["passport", "visa", "vaccine", "photo", "national_id", "family_card"] as const),
  ...(["birth_certificate", "health_letter"] as const),
];
const STATES: readonly Document["status"][] = ["missing", "received", "accepted", "rejected"];
const NONE: Omit<Document, "kind"> = { status: "missing", expiresOn: null, note: null };

/** Staff note which paper was seen, whether it is good, and until when. */
export function PapersForm({ bookingId, pilgrim, set }: PapersFormProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const [kind, setKind] = useState<DocumentKind>("passport");
  const noted = pilgrim.documents.find((one) => one.kind === kind) ?? { kind, ...NONE };
  const [draft, setDraft] = useState<Document>(noted);
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (next: DocumentKind) => {
    setKind(next);
    setDraft(pilgrim.documents.find((one) => one.kind === next) ?? { kind: next, ...NONE });
  };
  const save = () => {
    setRefused(null);
    act(() => set({ ...draft, id: bookingId, pilgrimId: pilgrim.id }), {
      said: { text: t("paper.saved") },
      refused: setRefused,
    });
  };
  return (
    <div className="flex flex-col gap-3">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <SelectField
          label={t("paper.which")}
          value={kind}
          onChange={(event) => choose(event.target.value as DocumentKind)}
          options={KINDS.map((value) => ({ value, label: t(`paper.kind.${value}`) }))}
        />
        <SelectField
          label={t("paper.how")}
          value={draft.status}
          onChange={(event) => setDraft({ ...draft, status: event.target.value as Document["status"] })}
          options={STATES.map((value) => ({ value, label: t(`paper.state.${value}`) }))}
        />
        <TextField
          label={t("paper.until")}
          type="date"
          optional
          value={draft.expiresOn ?? ""}
          onChange={(event) => setDraft({ ...draft, expiresOn: event.target.value || null })}
        />
        <TextField
          label={t("paper.note")}
          optional
          maxLength={300}
          value={draft.note ?? ""}
          onChange={(event) => setDraft({ ...draft, note: event.target.value || null })}
        />
      </div>
      <Button className="self-start" busy={busy && t("auto.saving")} onClick={save}>
        {t("paper.save")}
      </Button>
    </div>
  );
}
