import { translate } from "@/lib/i18n/translate";
import { codeIssued } from "@/lib/identity/facts";
import { readCodeLetter } from "@/lib/identity/queries";
import { on, type Task } from "@/lib/kernel/task";
import { deliver } from "./deliver";

type CodeLetter = NonNullable<Awaited<ReturnType<typeof readCodeLetter>>>;

/** Who writes: the agency at whose door somebody stands, else the house. */
const HOUSE = "Qafila";

/** A phone reads the last line of an SMS to fill the code in, for this site only. */
const bound = ({ channel, digits }: CodeLetter, publicUrl: string) =>
  channel === "sms" && digits ? `\n\n@${new URL(publicUrl).hostname} #${digits}` : "";

export const tasks: Task[] = [
  on(codeIssued, "notices.code_issued", async (call, { codeId }, ports) => {
    const letter = await readCodeLetter(call, { codeId });
    if (!letter) return;
    const { locale, channel, recipient, digits, token, agency, userId } = letter;
    const kind = digits ? "code" : "reset";
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
