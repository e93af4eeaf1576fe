"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Tiles } from "@/components/map/model";
import type { Answer } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Branch } from "@/lib/agencies/contract/branch";
import type { Group } from "@/lib/groups/contract";
import { formatTravelDate } from "@/lib/i18n/formats";
import { fromWall, offsetOf } from "@/lib/i18n/wall-time";
import { useDraftWords } from "./draft-words";
import { type DraftErrors, errorsOf, type GroupDraft, type GroupWish, wishOf } from "./group-draft";
import { judgeDraft } from "./judge-draft";
import { MeetingField } from "./meeting-field";
import { useCity } from "./use-city";
import { zonesWith } from "./zones";

export type FormFrame = {
  branches: readonly Branch[];
  /** Set when this person may only work in their own branch. */
  ownBranchId: string | null;
  tiles: Tiles | null;
};
type GroupFormProps = FormFrame & {
  start: GroupDraft;
  /** Places taken already. */
  taken: number;
  submitLabel: string;
  send: (wish: GroupWish) => Promise<Answer<Group>>;
  onDone: (group: Group) => void;
  onCancel: () => void;
  onDirty: (dirty: boolean) => void;
};

/** Everything that is set about a group. What was typed stays when it is refused. */
export function GroupForm(props: GroupFormProps) {
  const { start, taken, branches, ownBranchId, tiles, submitLabel, send, onDone, onCancel, onDirty } = props;
  const t = useTranslations("office.form");
  const cityOf = useCity();
  const words = useTranslations("groups.form");
  const common = useTranslations("common");
  const problem = useTranslations("errors");
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [details, setDetails] = useState<unknown>(null);
  const say = useDraftWords(errors, details);
  const [busy, setBusy] = useState(false);
  // Counts refused tries: each one leads to the first mistake, and typing after it is left in peace.
  const [tries, setTries] = useState(0);

  const set = (change: Partial<GroupDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    onDirty(JSON.stringify(next) !== JSON.stringify(start));
    // Once it was refused, every letter is judged again.
    if (Object.keys(errors).length > 0) setErrors(judgeDraft(next));
  };
  const leave = (field: keyof DraftErrors) => () => setErrors({ ...errors, [field]: judgeDraft(draft)[field] });
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [tries]);

  const refuse = (found: DraftErrors, why: string) => {
    setErrors(found);
    setRefused(why);
    setTries(tries + 1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = judgeDraft(draft);
    if (Object.keys(found).length > 0) return refuse(found, problem("validation"));
    setErrors({});
    setRefused(null);
    setBusy(true);
    const answer = await send(wishOf(draft)).catch(() => null);
    setBusy(false);
    if (answer?.ok) return onDone(answer.value);
    setDetails(answer?.details);
    refuse(errorsOf(answer?.details), answer?.message ?? problem("offline"));
  };
  const day = (wall: string) => {
    const at = fromWall(wall, draft.timeZone);
    return at ? formatTravelDate(locale, at, { zone: draft.timeZone }) : null;
  };
  const fewer = /^\d+$/.test(draft.capacity) && Number(draft.capacity) >= 1 && Number(draft.capacity) < taken;
  const shownBranches = ownBranchId ? branches.filter(({ id }) => id === ownBranchId) : branches;

  return (
    <Form ref={form} onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-5">
        {refused ? <Banner kind="bad">{refused}</Banner> : null}
        <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
          <TextField
            label={t("number")}
            error={say("number")}
            inputMode="numeric"
            maxLength={4}
            dir="ltr"
            value={draft.number}
            onBlur={leave("number")}
            onChange={(event) => set({ number: event.target.value })}
          />
          <TextField
            label={words("name")}
            error={say("name")}
            maxLength={120}
            value={draft.name}
            onBlur={leave("name")}
            onChange={(event) => set({ name: event.target.value })}
          />
        </div>
        <p className="-mt-3 text-sm text-ink-3">{t("numberHint")}</p>
        {shownBranches.length > 0 ? (
          <SelectField
            label={words("branch")}
            error={say("branchId")}
            value={draft.branchId}
            onChange={(event) => set({ branchId: event.target.value })}
            options={[
              ...(ownBranchId ? [] : [{ value: "", label: t("noBranch") }]),
              ...shownBranches.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),
            ]}
          />
        ) : null}
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-3 text-md font-semibold">{t("window")}</legend>
          <SelectField
            label={words("timeZone")}
            hint={t("timeZoneHint")}
            error={say("timeZone")}
            value={draft.timeZone}
            onChange={(event) => set({ timeZone: event.target.value })}
            options={zonesWith(start.timeZone, draft.timeZone).map((zone) => ({
              value: zone,
              label: `${cityOf(zone)} (UTC${offsetOf(zone, fromWall(draft.startsAt, zone) ?? new Date(0))})`,
            }))}
          />
          {(["startsAt", "endsAt"] as const).map((field) => (
            <TextField
              key={field}
              type="datetime-local"
              label={words(field)}
              hint={day(draft[field])}
              error={say(field)}
              value={draft[field]}
              onBlur={leave(field)}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          ))}
        </fieldset>
        <TextField
          label={words("capacity")}
          hint={fewer ? null : t("capacityHint")}
          error={say("capacity")}
          inputMode="numeric"
          maxLength={4}
          dir="ltr"
          value={draft.capacity}
          onBlur={leave("capacity")}
          onChange={(event) => set({ capacity: event.target.value })}
        />
        {fewer ? <Banner kind="warn">{t("capacityBelow", { taken, capacity: Number(draft.capacity) })}</Banner> : null}
        <Checkbox
          label={words("needsApproval")}
          hint={t("approvalHint")}
          checked={draft.needsApproval}
          onChange={(event) => set({ needsApproval: event.target.checked })}
        />
        <MeetingField
          value={draft.meetingPoint}
          tiles={tiles}
          error={say("meetingLabel")}
          onChange={(meetingPoint) => set({ meetingPoint })}
        />
      </div>
      <footer className="flex flex-wrap justify-end gap-2.5 border-line border-t px-5 py-3">
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button kind="primary" type="submit" busy={busy && common("saving")}>
          {submitLabel}
        </Button>
      </footer>
    </Form>
  );
}
