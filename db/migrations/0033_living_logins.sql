-- Whoever joins while another agency erases their login waits for it at the foreign key, and then belonged with an empty login,
-- their name beside it. Asked when the statement's rows hold that key, so that an erase is either seen or waits.
CREATE FUNCTION refuse_erased_logins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM arrived a JOIN users u ON u.id = a.user_id WHERE u.erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a login that was erased belongs nowhere'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'memberships_living_login';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION refuse_erased_logins() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER memberships_living_login AFTER INSERT ON memberships REFERENCING NEW TABLE AS arrived
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_erased_logins();
