-- The letters of labour law supervision (一函两书): reminder, opinion, recommendation.

CREATE TABLE letters (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reminder', 'opinion', 'recommendation')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'issued', 'delivered', 'answered', 'overdue', 'closed', 'escalated', 'withdrawn')),
  enterprise_id uuid NOT NULL,
  subject text NOT NULL,
  content jsonb NOT NULL,
  contact_name text NOT NULL,
  contact_phone text NOT NULL,
  copies text[] NOT NULL DEFAULT '{}',
  opinion_id uuid,
  replaces_id uuid,
  source_finding_ids uuid[] NOT NULL DEFAULT '{}',
  source_case_id uuid,
  author_ids uuid[] NOT NULL,
  drafted_by uuid NOT NULL,
  submitted_by uuid,
  submitted_at timestamptz,
  year int,
  sequence int,
  number text,
  issued_by uuid,
  issued_on date,
  issued_at timestamptz,
  document_file_id uuid,
  delivered_on date,
  due_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, kind, year, sequence),
  UNIQUE (org_id, number),
  CHECK ((state IN ('draft', 'submitted')) = (number IS NULL)),
  CHECK ((number IS NULL) = (sequence IS NULL) AND (number IS NULL) = (year IS NULL)),
  CHECK ((number IS NULL) = (issued_by IS NULL)),
  CHECK (issued_by <> ALL (author_ids)),
  CHECK ((delivered_on IS NULL) = (due_on IS NULL))
);

-- The last number given, by kind and year; locked while a letter is being issued.
CREATE TABLE letter_numbers (
  org_id uuid NOT NULL,
  kind text NOT NULL,
  year int NOT NULL,
  last int NOT NULL CHECK (last > 0),
  PRIMARY KEY (org_id, kind, year)
);

CREATE TABLE letter_deliveries (
  org_id uuid NOT NULL,
  letter_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('direct', 'post', 'electronic', 'left')),
  received_by text NOT NULL,
  delivered_on date NOT NULL,
  note text NOT NULL DEFAULT '',
  receipt_file_id uuid,
  recorded_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, letter_id)
);

CREATE TABLE letter_answers (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  letter_id uuid NOT NULL,
  answered_on date NOT NULL,
  text text NOT NULL,
  way text NOT NULL CHECK (way IN ('online', 'paper')),
  recorded_by uuid,
  obeyed boolean,
  verdict text,
  verified_by uuid,
  verified_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  CHECK ((obeyed IS NULL) = (verified_by IS NULL))
);

CREATE TABLE letter_files (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  letter_id uuid NOT NULL,
  file_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('receipt', 'answer')),
  answer_id uuid,
  uploaded_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

-- What was done with a letter, in order; the reason where one was asked.
CREATE TABLE letter_steps (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  letter_id uuid NOT NULL,
  action text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL DEFAULT '',
  person_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);

ALTER TABLE letters ADD CONSTRAINT letters_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_opinion_fk FOREIGN KEY (org_id, opinion_id) REFERENCES letters (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_replaces_fk FOREIGN KEY (org_id, replaces_id) REFERENCES letters (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_document_fk FOREIGN KEY (org_id, document_file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_drafted_by_fk FOREIGN KEY (org_id, drafted_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letters ADD CONSTRAINT letters_issued_by_fk FOREIGN KEY (org_id, issued_by) REFERENCES people (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_numbers ADD CONSTRAINT letter_numbers_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;
ALTER TABLE letter_deliveries ADD CONSTRAINT letter_deliveries_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_deliveries ADD CONSTRAINT letter_deliveries_receipt_fk FOREIGN KEY (org_id, receipt_file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_files ADD CONSTRAINT letter_files_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_files ADD CONSTRAINT letter_files_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_files ADD CONSTRAINT letter_files_answer_fk FOREIGN KEY (org_id, answer_id) REFERENCES letter_answers (org_id, id) ON DELETE RESTRICT;
ALTER TABLE letter_steps ADD CONSTRAINT letter_steps_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters (org_id, id) ON DELETE CASCADE;

CREATE INDEX letters_enterprise_id_idx ON letters (org_id, enterprise_id, id);
CREATE INDEX letters_due_on_idx ON letters (org_id, due_on) WHERE state = 'delivered';
CREATE INDEX letter_answers_letter_id_idx ON letter_answers (org_id, letter_id, id);
CREATE INDEX letter_files_letter_id_idx ON letter_files (org_id, letter_id, id);
CREATE INDEX letter_steps_letter_id_idx ON letter_steps (org_id, letter_id, id);

ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters FORCE ROW LEVEL SECURITY;
CREATE POLICY letters_org ON letters USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE letter_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_numbers FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_numbers_org ON letter_numbers USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE letter_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_deliveries_org ON letter_deliveries USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE letter_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_answers_org ON letter_answers USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE letter_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_files FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_files_org ON letter_files USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE letter_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_steps_org ON letter_steps USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
