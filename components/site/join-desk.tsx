import { useTranslations } from "next-intl";
import { KeepFresh } from "@/components/shell/keep-fresh";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { Invitation, Joined } from "@/lib/groups/contract";
import { InvitationCard } from "./invitation-card";
import { JoinAct } from "./join-act";

type JoinDeskProps = {
  code: string;
  invitation: Invitation;
  isIn: boolean;
  /** Where the reader begins in the group's agency. */
  home: string;
  join: Act<{ code: string }, Joined>;
};

/** What whoever holds a code can do now. */
export function JoinDesk({ code, invitation, isIn, home, join }: JoinDeskProps) {
  const t = useTranslations("join");
  const { group, standing } = invitation;
  const number = String(group.number);
  return (
    <div className="flex flex-col gap-4">
      <InvitationCard invitation={invitation} />
      {standing === "inside" ? (
        <LinkButton href={home} kind="primary" size="lg" wide>
          {t("inside.open")}
        </LinkButton>
      ) : null}
      {standing === "waiting" ? (
        <>
          <KeepFresh seconds={15} />
          <LinkButton href={home} size="lg" wide>
            {t("waiting.home")}
          </LinkButton>
        </>
      ) : null}
      {standing === "outside" && group.isFull && !group.needsApproval ? (
        <Banner kind="info">{t("group.full")}</Banner>
      ) : null}
      {standing === "outside" && !(group.isFull && !group.needsApproval) ? (
        <>
          {group.needsApproval ? <p className="text-ink-2 text-md">{t("group.approval")}</p> : null}
          {isIn ? (
            <JoinAct code={code} label={t(group.needsApproval ? "act.ask" : "act.join", { number })} join={join} />
          ) : (
            <>
              <LinkButton href={`/sign-up?code=${code}`} kind="primary" size="lg" wide>
                {t("act.signUp")}
              </LinkButton>
              <LinkButton href={`/sign-in?code=${code}`} size="lg" wide>
                {t("act.signIn")}
              </LinkButton>
            </>
          )}
          <p className="text-base text-ink-3">{t("group.privacy")}</p>
        </>
      ) : null}
    </div>
  );
}
