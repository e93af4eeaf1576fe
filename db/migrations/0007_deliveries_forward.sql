-- A delivery only moves forward (R72): queued, kept, sent, delivered, read; failed ends it, and only a retry begins it anew.
CREATE FUNCTION refuse_way_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  way CONSTANT text[] := ARRAY['queued', 'kept', 'sent', 'delivered', 'read', 'failed'];
BEGIN
  IF array_position(way, NEW.status) < array_position(way, OLD.status)
    AND NOT (OLD.status = 'failed' AND NEW.status = 'queued') THEN
    RAISE EXCEPTION 'delivery % is % already', OLD.id, OLD.status USING ERRCODE = 'check_violation', CONSTRAINT = 'deliveries_forward_only';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_forward_only BEFORE UPDATE OF status ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_way_back();
