-- A county's own versions of legal parameters, over those that come with the program. Rows are never edited: a figure is
-- put right by withdrawing its version and proposing another. Each step is another person's.
CREATE TABLE parameter_versions (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  concept text NOT NULL,
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  effective_on date NOT NULL,
  value jsonb NOT NULL,
  trust text NOT NULL CHECK (trust IN ('CONFIRMED', 'CORROBORATED', 'UNVERIFIED')),
  source text NOT NULL CHECK (length(source) >= 4),
  link text NOT NULL DEFAULT '',
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawal_by uuid,
  withdrawal_reason text NOT NULL DEFAULT '',
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
  CONSTRAINT parameter_versions_second_person_check CHECK (confirmed_by <> proposed_by),
  CONSTRAINT parameter_versions_withdrawal_check CHECK (
    withdrawn_by IS NULL OR (withdrawal_by IS NOT NULL AND (confirmed_by IS NULL OR withdrawn_by <> withdrawal_by))
  ),
  PRIMARY KEY (org_id, id)
);

ALTER TABLE parameter_versions ADD CONSTRAINT parameter_versions_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE parameter_versions ADD CONSTRAINT parameter_versions_proposed_by_fk FOREIGN KEY (org_id, proposed_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE parameter_versions ADD CONSTRAINT parameter_versions_confirmed_by_fk FOREIGN KEY (org_id, confirmed_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE parameter_versions ADD CONSTRAINT parameter_versions_withdrawal_by_fk FOREIGN KEY (org_id, withdrawal_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE parameter_versions ADD CONSTRAINT parameter_versions_withdrawn_by_fk FOREIGN KEY (org_id, withdrawn_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;

-- One standing version of a place and day.
CREATE UNIQUE INDEX parameter_versions_standing_idx ON parameter_versions (org_id, concept, region, effective_on) WHERE withdrawn_at IS NULL;

CREATE INDEX parameter_versions_proposed_by_idx ON parameter_versions (org_id, proposed_by);

CREATE INDEX parameter_versions_confirmed_by_idx ON parameter_versions (org_id, confirmed_by);

CREATE INDEX parameter_versions_withdrawal_by_idx ON parameter_versions (org_id, withdrawal_by);

CREATE INDEX parameter_versions_withdrawn_by_idx ON parameter_versions (org_id, withdrawn_by);

ALTER TABLE parameter_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE parameter_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY parameter_versions_org ON parameter_versions USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
