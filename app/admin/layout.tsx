import type { ReactNode } from "react";
import { PlatformShell } from "@/components/platform/platform-shell";
import { Speak } from "@/components/shell/speak";
import { readStatistics } from "@/lib/agencies/queries/platform";
import { readProfile } from "@/lib/identity/queries";
import { platformFrame } from "@/server/doors/platform";
import { signOut } from "@/server/doors/sign-out";

/** Draws the frame; whether somebody may be here is asked by every page. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const call = await platformFrame();
  if (!call) return children;
  const [me, figures] = await Promise.all([readProfile(call, {}), readStatistics(call, {})]);
  return (
    <Speak namespaces={["platform", "agency"]}>
      <PlatformShell
        person={me.name}
        avatar={me.avatar}
        waiting={figures.agencies.pending}
        trialsEnding={figures.trialsEnding}
        signOut={signOut}
      >
        {children}
      </PlatformShell>
    </Speak>
  );
}
