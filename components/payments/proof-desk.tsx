"use client";

import { Check } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { isForPage } from "@/components/command-list/keys";
import { ReasonDialog } from "@/components/savings/reason-dialog";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Key, Keys } from "@/components/ui/keys";
import { toast } from "@/components/ui/toast";
import type { Money } from "@/lib/kernel/money";
import type { Proof } from "@/lib/payments/contract/proof";
import { endsWithProof } from "@/lib/payments/rules/life";
import { OtherAmount } from "./other-amount";
import { ProofChecks } from "./proof-checks";
import { ProofQueue, type Shows } from "./proof-queue";
import { ProofStage } from "./proof-stage";
import { useTwin } from "./twin";
import { usePaymentWords } from "./words";

type Decision = { id: string; decision: "approve" | "reject" | "ask"; reason?: string; amount?: Money; again?: true };
type Word = Omit<Decision, "id">;
type ProofDeskProps = {
  agency: string;
  home: string;
  proofs: readonly Proof[];
  shows: Shows;
  now: Date;
  /** Null for whoever may only look. */
  review: Act<{ id: string }, Proof> | null;
  verify: Act<Decision, Proof>;
  undo: Act<{ id: string }, Proof>;
};

/** What else a rejected proof ends; for money taken by hand there is no better one to ask for. */
const ENDS = { true: "desk.endsOrder", false: "desk.endsOrderAsk" } as const;

/** Who looks at it is told to the house, so that its seats wait; what was checked comes back with it. */
function useReviewed(current: Proof | undefined, review: ProofDeskProps["review"]): Proof | undefined {
  const [seen, setSeen] = useState<Proof | null>(null);
  const id = current?.mayDecide ? current.id : null;
  const look = useEffectEvent(async (one: string) => {
    const answer = await review?.({ id: one }).catch(() => null);
    if (answer?.ok) setSeen(answer.value);
  });
  useEffect(() => {
    if (id) void look(id);
  }, [id]);
  return current && seen?.id === current.id && seen.state === current.state ? seen : current;
}

/** The queue, the evidence and the checks side by side. J and K move, A approves, R rejects, M asks, Z enlarges. */
export function ProofDesk({ agency, home, proofs, shows, now, review, verify, undo }: ProofDeskProps) {
  const { t, money } = usePaymentWords();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState<"reject" | "ask" | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const at = Math.max(
    0,
    proofs.findIndex(({ id }) => id === chosen),
  );
  const current = useReviewed(proofs[at], review);
  const isCash = current?.type === "cash";
  const words = current ? { name: current.invoice.payerName, amount: money(current.amount) } : { name: "", amount: "" };
  const takeBack = (id: string) =>
    act(() => undo({ id }), { said: { text: t("said.submitted", words) }, done: () => setChosen(id) });
  const { unlessTwin, dialog } = useTwin((text) => toast({ text, kind: "failed" }));
  const decide = (word: Word) => {
    if (!current?.mayDecide || busy || (word.decision === "approve" && current.isOwn)) return;
    const next = proofs[at + 1]?.id ?? null;
    act(() => verify({ id: current.id, ...word }), {
      refused: unlessTwin(() => decide({ ...word, again: true })),
      done: ({ state, amount, undoUntil }) => {
        setAsking(null);
        setChosen(next);
        const action = undoUntil ? { label: t("desk.undo"), run: () => takeBack(current.id) } : undefined;
        const said = { ...words, amount: money(amount) };
        toast({ text: t(`said.${state}` as "said.approved", said), kind: "done", ...(action && { action }) });
      },
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isForPage(event)) return;
    const key = event.key.toLowerCase();
    if (key === "j") setChosen(proofs[Math.min(at + 1, proofs.length - 1)]?.id ?? null);
    if (key === "k") setChosen(proofs[Math.max(at - 1, 0)]?.id ?? null);
    if (key === "z") setZoomed((before) => !before);
    // A key held down repeats itself: it would approve the next one too, unseen.
    if (!current?.mayDecide || event.repeat) return;
    if (key === "a") decide({ decision: "approve" });
    if (key === "r") setAsking("reject");
    if (key === "m" && !isCash) setAsking("ask");
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <div className="card grid overflow-clip lg:h-[max(34rem,100dvh-14.5rem)] lg:grid-cols-[19rem_minmax(0,1fr)_22rem] lg:grid-rows-[minmax(0,1fr)]">
        <div className="overflow-y-auto border-line border-e max-lg:max-h-96">
          <ProofQueue {...{ proofs, shows, now }} currentId={current?.id ?? null} choose={setChosen} />
        </div>
        {current ? (
          <>
            <ProofStage {...{ agency, zoomed }} proof={current} onZoom={() => setZoomed((before) => !before)} />
            <aside className="flex flex-col justify-between border-line border-s p-4">
              <div className="min-h-0 pb-4 lg:overflow-y-auto">
                <ProofChecks proof={current} home={home} />
              </div>
              {current.mayDecide ? (
                <Decide
                  key={current.id}
                  {...{ words, busy, setAsking, isCash }}
                  currency={current.amount.currency}
                  isOwn={current.isOwn}
                  isHeard={current.invoice.reach !== null}
                  approve={(amount) => decide({ decision: "approve", ...(amount && { amount }) })}
                />
              ) : null}
            </aside>
            <ReasonDialog
              key={`${current.id} ${asking}`}
              title={t(asking === "ask" ? "desk.askTitle" : "desk.rejectTitle", words)}
              text={asking === "reject" && endsWithProof(current.invoice) ? t(ENDS[`${isCash}`], words) : undefined}
              label={t("desk.reason")}
              verb={t(asking === "ask" ? "desk.ask" : "desk.reject")}
              open={asking !== null}
              onOpenChange={(open) => open || setAsking(null)}
              busy={busy}
              send={(reason) => decide({ decision: asking === "ask" ? "ask" : "reject", reason })}
            />
          </>
        ) : null}
      </div>
      {dialog}
      <Keys text={t("desk.keys")} />
    </>
  );
}

type DecideProps = {
  words: { amount: string; name: string };
  busy: boolean;
  /** Sent by the reader themself for somebody else. */
  isOwn: boolean;
  /** There is no better proof of it to ask for. */
  isCash: boolean;
  /** There is a way to tell the payer. */
  isHeard: boolean;
  currency: string;
  approve: (amount?: Money) => void;
  setAsking: (what: "reject" | "ask") => void;
};
function Decide({ words, busy, isOwn, isCash, isHeard, currency, approve, setAsking }: DecideProps) {
  const { t } = usePaymentWords();
  return (
    <div className="-mx-4 flex flex-col gap-2 border-line border-t px-4 pt-4">
      <Button
        kind="primary"
        wide
        icon={<Check aria-hidden size={18} />}
        busy={busy && t("saving")}
        unavailable={isOwn && t("desk.own")}
        onClick={() => approve()}
      >
        {t("desk.approve", words)}
        <Key>A</Key>
      </Button>
      {isCash || isOwn ? null : <OtherAmount {...{ currency, approve }} />}
      <div className="grid grid-cols-2 gap-2">
        <Button kind="danger-quiet" wide onClick={() => setAsking("reject")}>
          {t("desk.reject")}
          <Key>R</Key>
        </Button>
        {isCash ? null : (
          <Button wide onClick={() => setAsking("ask")}>
            {t("desk.ask")}
            <Key>M</Key>
          </Button>
        )}
      </div>
      <p className="text-ink-3 text-sm">{t(isHeard ? "desk.hears" : "desk.unheard", words)}</p>
    </div>
  );
}
