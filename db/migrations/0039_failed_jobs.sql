-- The queue is its owner's alone. Whoever runs the platform reaches what failed for good, and of that no payload. The worker makes
-- the queue's tables when it first starts: until then nothing has failed.
CREATE FUNCTION failed_jobs(before_id bigint, page integer)
RETURNS TABLE (id bigint, task text, agency_id uuid, attempts integer, asked_at timestamptz, error text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT j.id, t.identifier, (j.payload ->> 'agencyId')::uuid, j.attempts::integer, j.created_at, j.last_error
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL AND (before_id IS NULL OR j.id < before_id)
    ORDER BY j.id DESC LIMIT page;
END $$;
--> statement-breakpoint
-- Of one that is tried already nothing is found: the second of two who send it back sends nothing twice.
CREATE FUNCTION retry_failed_jobs(only_id bigint) RETURNS TABLE (id bigint, task text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY
    UPDATE graphile_worker._private_jobs j SET attempts = 0, run_at = now(), updated_at = now()
    FROM graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND j.attempts >= j.max_attempts AND j.locked_at IS NULL AND (only_id IS NULL OR j.id = only_id)
    RETURNING j.id, t.identifier;
END $$;
--> statement-breakpoint
CREATE FUNCTION drop_failed_job(only_id bigint) RETURNS TABLE (id bigint, task text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY
    DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND j.attempts >= j.max_attempts AND j.locked_at IS NULL AND j.id = only_id
    RETURNING j.id, t.identifier;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION failed_jobs(bigint, integer), retry_failed_jobs(bigint), drop_failed_job(bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION failed_jobs(bigint, integer), retry_failed_jobs(bigint), drop_failed_job(bigint) TO qafila_platform;
