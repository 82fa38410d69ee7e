-- Check-ups of labour use: the instrument, draws, answers, findings and their repair.
CREATE TABLE check_up_instruments (
  org_id uuid NOT NULL,
  version text NOT NULL,
-- The whole instrument as it was read; never changed, since check-ups made with it are judged by it for ever.
  body jsonb NOT NULL,
  shipped boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, version)
);

CREATE TABLE check_up_draws (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
-- Seed and candidates give the sample again; it holds nothing else.
  seed text NOT NULL,
  candidates uuid[] NOT NULL,
  size int NOT NULL CHECK (size > 0),
  drawn_on date NOT NULL,
  drawn_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE check_ups (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('planned', 'in_progress', 'submitted', 'reported')),
  planned_on date,
  instrument_version text,
  checked_on date,
  headcount int,
  facts jsonb NOT NULL DEFAULT '{}',
  answers jsonb NOT NULL DEFAULT '[]',
  result jsonb,
-- For lists and sums over the year; computed from the result, two decimals.
  score double precision,
  grade text,
  color text CHECK (color IN ('green', 'yellow', 'orange', 'red')),
  submitted_at timestamptz,
  reported_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE check_up_inspectors (
  org_id uuid NOT NULL,
  check_up_id uuid NOT NULL,
  person_id uuid NOT NULL,
  certificate text NOT NULL,
  place int NOT NULL CHECK (place IN (1, 2)),
  PRIMARY KEY (org_id, check_up_id, place),
  UNIQUE (org_id, check_up_id, person_id),
  UNIQUE (org_id, check_up_id, certificate)
);

CREATE TABLE check_up_self_checks (
  org_id uuid NOT NULL,
  check_up_id uuid NOT NULL,
  answers jsonb NOT NULL,
  answered_by uuid,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, check_up_id)
);

CREATE TABLE check_up_findings (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  check_up_id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  item_id text NOT NULL,
  place int NOT NULL,
  title text NOT NULL,
-- The engine's finding and prescription, as they were told.
  detail jsonb NOT NULL,
  severity text NOT NULL CHECK (severity IN ('red_line', 'major', 'general')),
  status text NOT NULL CHECK (status IN ('open', 'submitted', 'passed', 'returned')),
-- Null where the year's calendar was not announced; filled in once it is.
  due_on date,
  proof text,
  proved_at timestamptz,
  returned_reason text,
  passed_on date,
  overdue_since date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, check_up_id, item_id)
);

CREATE TABLE check_up_rechecks (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  finding_id uuid NOT NULL,
  check_up_id uuid NOT NULL,
  item_id text NOT NULL,
  rechecked_on date NOT NULL,
  passed boolean NOT NULL,
  remark text NOT NULL,
  rechecked_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE check_up_photos (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  check_up_id uuid NOT NULL,
  item_id text NOT NULL,
-- Set on a proof of repair, which the enterprise sends; null on what the inspectors saw.
  finding_id uuid,
  file_id uuid NOT NULL,
  thumbnail_file_id uuid NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  caption text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

ALTER TABLE check_up_instruments ADD CONSTRAINT check_up_instruments_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_draws ADD CONSTRAINT check_up_draws_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_ups ADD CONSTRAINT check_ups_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_inspectors ADD CONSTRAINT check_up_inspectors_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_self_checks ADD CONSTRAINT check_up_self_checks_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_findings ADD CONSTRAINT check_up_findings_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_rechecks ADD CONSTRAINT check_up_rechecks_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_photos ADD CONSTRAINT check_up_photos_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_ups ADD CONSTRAINT check_ups_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE check_ups ADD CONSTRAINT check_ups_draw_fk FOREIGN KEY (org_id, draw_id) REFERENCES check_up_draws (org_id, id) ON DELETE RESTRICT;

ALTER TABLE check_ups ADD CONSTRAINT check_ups_instrument_fk FOREIGN KEY (org_id, instrument_version) REFERENCES check_up_instruments (org_id, version) ON DELETE RESTRICT;

ALTER TABLE check_up_inspectors ADD CONSTRAINT check_up_inspectors_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_inspectors ADD CONSTRAINT check_up_inspectors_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE check_up_self_checks ADD CONSTRAINT check_up_self_checks_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_findings ADD CONSTRAINT check_up_findings_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_findings ADD CONSTRAINT check_up_findings_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE check_up_rechecks ADD CONSTRAINT check_up_rechecks_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_rechecks ADD CONSTRAINT check_up_rechecks_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_photos ADD CONSTRAINT check_up_photos_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_photos ADD CONSTRAINT check_up_photos_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_photos ADD CONSTRAINT check_up_photos_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE check_up_photos ADD CONSTRAINT check_up_photos_thumbnail_file_fk FOREIGN KEY (org_id, thumbnail_file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

CREATE INDEX check_ups_enterprise_id_idx ON check_ups (org_id, enterprise_id);

CREATE INDEX check_ups_draw_id_idx ON check_ups (org_id, draw_id);

CREATE INDEX check_ups_instrument_version_idx ON check_ups (org_id, instrument_version);

CREATE INDEX check_ups_status_idx ON check_ups (org_id, status);

CREATE INDEX check_ups_checked_on_idx ON check_ups (org_id, checked_on);

CREATE INDEX check_up_inspectors_person_id_idx ON check_up_inspectors (org_id, person_id);

CREATE INDEX check_up_findings_enterprise_id_idx ON check_up_findings (org_id, enterprise_id);

CREATE INDEX check_up_findings_status_due_on_idx ON check_up_findings (org_id, status, due_on);

CREATE INDEX check_up_rechecks_finding_id_idx ON check_up_rechecks (org_id, finding_id);

CREATE INDEX check_up_rechecks_check_up_id_idx ON check_up_rechecks (org_id, check_up_id);

CREATE INDEX check_up_photos_check_up_id_idx ON check_up_photos (org_id, check_up_id);

CREATE INDEX check_up_photos_finding_id_idx ON check_up_photos (org_id, finding_id);

CREATE INDEX check_up_photos_file_id_idx ON check_up_photos (org_id, file_id);

CREATE INDEX check_up_photos_thumbnail_file_id_idx ON check_up_photos (org_id, thumbnail_file_id);

-- One check-up of an enterprise at a time.
CREATE UNIQUE INDEX check_ups_one_open_idx ON check_ups (org_id, enterprise_id) WHERE status <> 'reported';

ALTER TABLE check_up_instruments ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_instruments FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_instruments_org ON check_up_instruments USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_draws ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_draws FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_draws_org ON check_up_draws USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_ups ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_ups FORCE ROW LEVEL SECURITY;
CREATE POLICY check_ups_org ON check_ups USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_inspectors ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_inspectors FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_inspectors_org ON check_up_inspectors USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_self_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_self_checks FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_self_checks_org ON check_up_self_checks USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_findings ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_findings FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_findings_org ON check_up_findings USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_rechecks ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_rechecks FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_rechecks_org ON check_up_rechecks USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE check_up_photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_photos FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_photos_org ON check_up_photos USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
