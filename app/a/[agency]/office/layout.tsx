import type { ReactNode } from "react";
import { clockOf } from "@/components/office/clock";
import { OfficeFrame } from "@/components/office/office-frame";
import { SHOWN_FIRST } from "@/components/office/roles";
import { StandingBanner } from "@/components/office/standing-banner";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { maySeeAudit } from "@/lib/audit/policy";
import { readProfile } from "@/lib/identity/queries";
import { may } from "@/lib/kernel/permission";
import { maySeeOutbox } from "@/lib/notices/policy";
import { maySeeTotals } from "@/lib/savings/policy";
import { mayCountSignal } from "@/lib/tracking/policy";
import { maySeeUsers } from "@/lib/users/policy";
import { frameCall } from "@/server/doors/frame";
import { signOut } from "@/server/doors/sign-out";
import { installable, KeepOffline } from "../keep-offline";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export const generateMetadata = installable("office");

/** Draws the frame; whether somebody may be here is asked by every page. */
export default async function OfficeLayout({ children, params }: Props) {
  const { agency: slug } = await params;
  const call = await frameCall(slug);
  if (!call?.actor.roles.some((role) => SHOWN_FIRST.includes(role))) return children;
  const [agency, branches, me] = await Promise.all([
    readAgency(call, {}),
    listBranches(call, {}),
    readProfile(call, {}),
  ]);
  const { actor } = call;
  const branch = branches.data.find(({ id }) => id === actor.branchId) ?? null;
  return (
    <OfficeFrame
      slug={slug}
      agency={{ name: agency.name, branch: branch?.name ?? null, logo: agency.logo }}
      person={{ name: me.name, roles: actor.roles }}
      sees={{
        maps: mayCountSignal(actor),
        settings: may(actor, "see", "agency"),
        outbox: maySeeOutbox(actor),
        staff: maySeeUsers(actor),
        audit: maySeeAudit(actor),
        savings: maySeeTotals(actor),
      }}
      clock={clockOf(agency, branch, branches.data)}
      now={call.now.getTime()}
      banner={<StandingBanner agency={agency} now={call.now} />}
      signOut={signOut}
    >
      <Speak namespaces={["office", "groups", "map"]}>{children}</Speak>
      <KeepOffline agency={slug} surface="office" pages={[]} />
    </OfficeFrame>
  );
}
