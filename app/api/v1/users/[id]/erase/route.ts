import { eraseUser } from "@/lib/users/commands/erase";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(eraseUser, { summary: "Forget somebody's personal data" });
