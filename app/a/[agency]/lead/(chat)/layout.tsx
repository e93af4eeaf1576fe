import type { ReactNode } from "react";
import { Speak } from "@/components/shell/speak";
import { LeadShell } from "@/components/today/lead-shell";
import { installable, KeepOffline } from "../../keep-offline";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export const generateMetadata = installable("lead");

export default async function LeadChatLayout({ children, params }: Props) {
  const { agency } = await params;
  return (
    <LeadShell agency={agency} layout="map">
      <Speak namespaces={["chat"]}>{children}</Speak>
      <KeepOffline agency={agency} surface="lead" pages={["", "/more"]} />
    </LeadShell>
  );
}
