import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { answer } from "../tools/part";

// The floor of a list: the same rows by the same query, as JSON made in PostgreSQL and passed through. Nobody is asked
// who they are, and no row is fenced.

const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 8, onnotice: () => undefined });

const list = (agencyId: string) => sql<{ page: string }[]>`
  select json_build_object('data', coalesce(json_agg(json_build_object(
      'id', id, 'number', number, 'name', name, 'branchId', branch_id, 'startsAt', starts_at, 'endsAt', ends_at,
      'timeZone', time_zone, 'capacity', capacity, 'needsApproval', needs_approval, 'createdAt', created_at,
      'members', members, 'meetingPoint', null, 'state', 'running', 'joinCode', join_code, 'waiting', waiting,
      'joinCodeExpiresAt', join_code_expires_at, 'mine', null, 'mayChange', true)), '[]'), 'nextCursor', null)::text as page
  from (
    select g.*, p.capacity, p.held + p.sold as members, (select count(*)::int from join_requests r
      where r.agency_id = g.agency_id and r.group_id = g.id and r.state = 'waiting') as waiting
    from groups g join pools p on p.agency_id = g.agency_id and p.id = g.pool_id
    where g.agency_id = ${agencyId}::uuid order by g.starts_at desc, g.id limit 50
  ) as listed`;

async function serve(agencyId: string): Promise<number> {
  const server = createServer((_request, response) => {
    void list(agencyId).then(([row]) => {
      const body = row?.page ?? "";
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      response.writeHead(200, headers).end(body);
    });
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  return (server.address() as AddressInfo).port;
}

answer({ serve });
