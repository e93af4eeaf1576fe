import { addToDirectory, removeFromDirectory } from "@/lib/agencies/commands/directory";
import { command, nothing } from "@/lib/kernel/command";
import { forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { sealId } from "@/lib/kernel/sealed";
import { sealText } from "@/lib/kernel/sealed-text";
import { AddGateway, type Gateway, GatewayRef } from "../contract/gateway";
import { mayKeepGateways } from "../policy";
import { asGateway, KEYS, TOKENS } from "../queries/gateways";
import { addGatewayRow, endGateway, findGateway } from "../store/gateways";

/** Takes what a gateway's notices are signed with; it is kept sealed. Returns the address they are to be sent to. */
export const addGateway = command({
  name: "payments.add_gateway",
  input: AddGateway,
  load: nothing,
  allow: mayKeepGateways,
  run: async (work, { kind, serverKey }): Promise<Gateway> => {
    const id = newId();
    await addGatewayRow(work, { id, kind, serverKey: sealText(work, KEYS, id, serverKey) });
    await addToDirectory(work, { kind: "gateway", key: sealId(work, TOKENS, id), subjectId: id, expiresAt: null });
    return asGateway(work, await findGateway(work, id));
  },
});

/** Its address answers nobody any more. @throws Fault `gateway_not_found` */
export const removeGateway = command({
  name: "payments.remove_gateway",
  input: GatewayRef,
  load: (work, { id }) => {
    // Who may not keep them learns nothing of one.
    if (!mayKeepGateways(work.actor)) throw forbidden();
    return findGateway(work, id);
  },
  allow: mayKeepGateways,
  run: async (work, { id }, row): Promise<void> => {
    await endGateway(work, row);
    await removeFromDirectory(work, "gateway", id);
  },
});
