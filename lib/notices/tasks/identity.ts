import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { translate } from "@/lib/i18n/translate";
import { codeIssued } from "@/lib/identity/facts";
import { readCodeLetter } from "@/lib/identity/queries";
import { oneByOne } from "@/lib/kernel/one-by-one";
import { sealId } from "@/lib/kernel/sealed";
import { on, type Task } from "@/lib/kernel/task";
import { usersInvited } from "@/lib/users/facts";
import { readInvitationLetters } from "@/lib/users/queries";
import { deliver } from "./deliver";

type CodeLetter = NonNullable<Awaited<ReturnType<typeof readCodeLetter>>>;

/** Who writes: the agency at whose door somebody stands, else the house. */
const HOUSE = "Qafila";

/** A phone reads the last line of an SMS to fill the code in, for this site only. */
const bound = ({ channel, digits }: CodeLetter, publicUrl: string) =>
  channel === "sms" && digits ? `\n\n@${new URL(publicUrl).hostname} #${digits}` : "";

/** Mail where there is an address, else an SMS. */
const wayTo = ({ email, phone }: { email: string | null; phone: string | null }) =>
  email ? { channel: "mail" as const, to: email } : phone ? { channel: "sms" as const, to: phone } : null;

export const tasks: Task[] = [
  on(usersInvited, "notices.users_invited", async (call, { invitationIds }, ports) => {
    const { name: agency } = await readAgencyCard(call, {});
    await oneByOne(await readInvitationLetters(call, { invitationIds }), async (row) => {
      const way = wayTo(row);
      if (!way) return;
      const words = { agency, link: `${call.publicUrl}/invitation#${sealId(call, "invitation", row.id)}` };
      await deliver(call, ports, {
        ...way,
        subject: translate(row.locale, "codes.invitation.subject", words),
        body: translate(row.locale, `codes.invitation.${way.channel === "mail" ? "mail" : "text"}`, words),
        locale: row.locale,
        carriesSecret: true,
        dedupeKey: `invitation:${row.id}`,
      });
    });
  }),
  on(codeIssued, "notices.code_issued", async (call, { codeId }, ports) => {
    const letter = await readCodeLetter(call, { codeId });
    if (!letter) return;
    const { purpose, locale, channel, recipient, digits, token, agency, userId } = letter;
    const kind = purpose === "reset" || purpose === "moved" ? purpose : "code";
    const words = {
      agency: agency ?? HOUSE,
      code: digits ?? "",
      link: token ? `${call.publicUrl}/reset-password#${token}` : "",
    };
    // The house itself sends it: no agency reads codes of a login that may belong to others too.
    await deliver({ ...call, agencyId: null }, ports, {
      channel,
      to: recipient,
      subject: translate(locale, `codes.${kind}.subject`, words),
      body:
        translate(locale, `codes.${kind}.${channel === "mail" ? "mail" : "text"}`, words) +
        bound(letter, call.publicUrl),
      locale,
      userId,
      carriesSecret: true,
      dedupeKey: `code:${codeId}`,
    });
  }),
];
