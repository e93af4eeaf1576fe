import type { ReactNode } from "react";
import { MyShell } from "@/components/journey/my-shell";
import { Speak } from "@/components/shell/speak";
import { installable, KeepOffline } from "../../keep-offline";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export const generateMetadata = installable("my");

export default async function MyChatLayout({ children, params }: Props) {
  const { agency } = await params;
  return (
    <MyShell agency={agency} layout="map">
      <Speak namespaces={["chat"]}>{children}</Speak>
      <KeepOffline agency={agency} surface="my" pages={["", "/help", "/messages", "/settings"]} />
    </MyShell>
  );
}
