-- Written by tools/write-schema.ts from the migrations. Do not edit.

TABLE activity_kinds
  org_id uuid NOT NULL
  id uuid NOT NULL
  squad_kind text NOT NULL
  name text NOT NULL
  description text NOT NULL DEFAULT ''::text
  counts_as text NOT NULL
  minutes int4 NOT NULL
  setup_minutes int4 NOT NULL DEFAULT 0
  gap_kinds _text NOT NULL
  value int4 NOT NULL
  active bool NOT NULL DEFAULT true
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT activity_kinds_counts_as_check CHECK ((counts_as = ANY (ARRAY['talk'::text, 'show'::text, 'reading'::text, 'advice'::text, 'clinic'::text, 'training'::text, 'other'::text])))
  CONSTRAINT activity_kinds_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480)))
  CONSTRAINT activity_kinds_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT activity_kinds_org_id_name_key UNIQUE (org_id, name)
  CONSTRAINT activity_kinds_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT activity_kinds_setup_minutes_check CHECK (((setup_minutes >= 0) AND (setup_minutes <= 240)))
  CONSTRAINT activity_kinds_squad_kind_check CHECK ((squad_kind = ANY (ARRAY['culture'::text, 'skills'::text, 'rights'::text])))
  CONSTRAINT activity_kinds_value_check CHECK ((value > 0))
  POLICY activity_kinds_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE audit_entries
  org_id uuid NOT NULL
  id uuid NOT NULL
  actor_id uuid
  operation text NOT NULL
  subject_kind text
  subject_id uuid
  outcome text NOT NULL
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT audit_entries_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT audit_entries_pkey PRIMARY KEY (org_id, id)
  POLICY audit_entries_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE auth_accounts
  id text NOT NULL
  userId text NOT NULL
  accountId text NOT NULL
  providerId text NOT NULL
  accessToken text
  refreshToken text
  idToken text
  accessTokenExpiresAt timestamptz
  refreshTokenExpiresAt timestamptz
  scope text
  password text
  createdAt timestamptz NOT NULL DEFAULT now()
  updatedAt timestamptz NOT NULL DEFAULT now()
  CONSTRAINT auth_accounts_pkey PRIMARY KEY (id)
  CONSTRAINT auth_accounts_user_fk FOREIGN KEY ("userId") REFERENCES auth_users(id) ON DELETE CASCADE

TABLE auth_sessions
  id text NOT NULL
  userId text NOT NULL
  token text NOT NULL
  expiresAt timestamptz NOT NULL
  ipAddress text
  userAgent text
  createdAt timestamptz NOT NULL DEFAULT now()
  updatedAt timestamptz NOT NULL DEFAULT now()
  CONSTRAINT auth_sessions_pkey PRIMARY KEY (id)
  CONSTRAINT auth_sessions_token_key UNIQUE (token)
  CONSTRAINT auth_sessions_user_fk FOREIGN KEY ("userId") REFERENCES auth_users(id) ON DELETE CASCADE

TABLE auth_users
  id text NOT NULL
  name text NOT NULL
  email text NOT NULL
  emailVerified bool NOT NULL DEFAULT false
  image text
  username text
  displayUsername text
  orgId uuid NOT NULL
  personId uuid NOT NULL
  createdAt timestamptz NOT NULL DEFAULT now()
  updatedAt timestamptz NOT NULL DEFAULT now()
  CONSTRAINT auth_users_email_key UNIQUE (email)
  CONSTRAINT auth_users_pkey PRIMARY KEY (id)
  CONSTRAINT auth_users_username_key UNIQUE (username)

TABLE auth_verifications
  id text NOT NULL
  identifier text NOT NULL
  value text NOT NULL
  expiresAt timestamptz NOT NULL
  createdAt timestamptz NOT NULL DEFAULT now()
  updatedAt timestamptz NOT NULL DEFAULT now()
  CONSTRAINT auth_verifications_pkey PRIMARY KEY (id)

TABLE calendar_token_directory
  token_hash text NOT NULL
  org_id uuid NOT NULL
  CONSTRAINT calendar_token_directory_pkey PRIMARY KEY (token_hash)

TABLE calendar_tokens
  org_id uuid NOT NULL
  id uuid NOT NULL
  subject_kind text NOT NULL
  subject_id uuid NOT NULL
  token_hash text NOT NULL
  revoked_at timestamptz
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT calendar_tokens_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT calendar_tokens_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT calendar_tokens_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['member'::text, 'team'::text, 'enterprise'::text])))
  POLICY calendar_tokens_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE calendar_years
  year int4 NOT NULL
  holidays _date NOT NULL
  workdays _date NOT NULL
  source text NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT calendar_years_pkey PRIMARY KEY (year)

TABLE case_amounts
  org_id uuid NOT NULL
  id uuid NOT NULL
  claimant_id uuid NOT NULL
  kind text NOT NULL
  payer text NOT NULL
  amount_fen int8 NOT NULL
  basis text NOT NULL DEFAULT ''::text
  agreed_on date NOT NULL
  paid_on date
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT case_amounts_amount_fen_check CHECK ((amount_fen > 0))
  CONSTRAINT case_amounts_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_amounts_claimant_key UNIQUE (org_id, claimant_id, id)
  CONSTRAINT case_amounts_kind_check CHECK ((kind = ANY (ARRAY['economic_compensation'::text, 'damages'::text, 'wages'::text, 'double_wage'::text, 'overtime'::text, 'leave'::text, 'injury_disability'::text, 'injury_medical'::text, 'injury_employment'::text, 'injury_wage'::text, 'death'::text, 'other'::text])))
  CONSTRAINT case_amounts_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_amounts_payer_check CHECK ((payer = ANY (ARRAY['employer'::text, 'fund'::text, 'other'::text])))
  CONSTRAINT case_amounts_pkey PRIMARY KEY (org_id, id)
  POLICY case_amounts_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_answers
  org_id uuid NOT NULL
  id uuid NOT NULL
  claimant_id uuid NOT NULL
  round int4 NOT NULL
  sealed bytea NOT NULL
  delivered_on date
  delivered_by text
  answered_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  delivered bool NOT NULL
  CONSTRAINT case_answers_check CHECK (((delivered_on IS NULL) = (delivered_by IS NULL)))
  CONSTRAINT case_answers_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_answers_delivered_by_check CHECK ((delivered_by = ANY (ARRAY['in_person'::text, 'phone'::text, 'letter'::text, 'message'::text])))
  CONSTRAINT case_answers_delivered_check CHECK ((delivered = (delivered_on IS NOT NULL)))
  CONSTRAINT case_answers_delivered_key UNIQUE (org_id, claimant_id, round, delivered)
  CONSTRAINT case_answers_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_answers_org_id_claimant_id_round_key UNIQUE (org_id, claimant_id, round)
  CONSTRAINT case_answers_pkey PRIMARY KEY (org_id, id)
  POLICY case_answers_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_callbacks
  org_id uuid NOT NULL
  id uuid NOT NULL
  claimant_id uuid NOT NULL
  round int4 NOT NULL
  called_on date NOT NULL
  reached bool NOT NULL
  settled bool
  sealed bytea NOT NULL
  called_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT case_callbacks_check CHECK (((settled IS NULL) <> reached))
  CONSTRAINT case_callbacks_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_callbacks_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_callbacks_pkey PRIMARY KEY (org_id, id)
  POLICY case_callbacks_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_claimants
  org_id uuid NOT NULL
  id uuid NOT NULL
  case_id uuid NOT NULL
  ordinal int4 NOT NULL
  sealed bytea NOT NULL
  outcome text
  no_amount_reason text
  round int4 NOT NULL DEFAULT 1
  callback_due_on date
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  case_status text NOT NULL
  answered_round int4
  answer_delivered bool NOT NULL DEFAULT true
  stated_amount_id uuid
  CONSTRAINT case_claimants_amount_fk FOREIGN KEY (org_id, id, stated_amount_id) REFERENCES case_amounts(org_id, claimant_id, id) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT case_claimants_answer_delivered_check CHECK (answer_delivered)
  CONSTRAINT case_claimants_answer_fk FOREIGN KEY (org_id, id, answered_round, answer_delivered) REFERENCES case_answers(org_id, claimant_id, round, delivered) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT case_claimants_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_claimants_case_status_check CHECK ((case_status = ANY (ARRAY['received'::text, 'open'::text, 'closed'::text])))
  CONSTRAINT case_claimants_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_claimants_org_id_case_id_ordinal_key UNIQUE (org_id, case_id, ordinal)
  CONSTRAINT case_claimants_outcome_check CHECK ((outcome = ANY (ARRAY['advised'::text, 'drafted'::text, 'settled'::text, 'mediated'::text, 'awarded'::text, 'judged'::text, 'withdrawn'::text, 'not_supported'::text, 'not_accepted'::text, 'referred'::text])))
  CONSTRAINT case_claimants_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT case_claimants_status_fk FOREIGN KEY (org_id, case_id, case_status) REFERENCES cases(org_id, id, status) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT case_claimants_whole_check CHECK (((case_status <> 'closed'::text) OR ((outcome IS NOT NULL) AND (COALESCE(answered_round, 0) = round) AND ((outcome <> ALL (ARRAY['settled'::text, 'mediated'::text, 'awarded'::text, 'judged'::text])) OR (stated_amount_id IS NOT NULL) OR (btrim(COALESCE(no_amount_reason, ''::text)) <> ''::text)))))
  POLICY case_claimants_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_evidence
  org_id uuid NOT NULL
  id uuid NOT NULL
  case_id uuid NOT NULL
  claimant_id uuid
  state text NOT NULL
  sealed bytea NOT NULL
  file_id uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT case_evidence_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_evidence_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants(org_id, id) ON DELETE RESTRICT
  CONSTRAINT case_evidence_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT case_evidence_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_evidence_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT case_evidence_state_check CHECK ((state = ANY (ARRAY['have'::text, 'can_get'::text, 'cannot_get'::text])))
  POLICY case_evidence_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_people
  org_id uuid NOT NULL
  id uuid NOT NULL
  case_id uuid NOT NULL
  person_id uuid NOT NULL
  duty text NOT NULL
  assigned_at timestamptz NOT NULL
  removed_at timestamptz
  CONSTRAINT case_people_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_people_duty_check CHECK ((duty = ANY (ARRAY['lawyer'::text, 'mediator'::text, 'clerk'::text])))
  CONSTRAINT case_people_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_people_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT case_people_pkey PRIMARY KEY (org_id, id)
  POLICY case_people_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_steps
  org_id uuid NOT NULL
  id uuid NOT NULL
  case_id uuid NOT NULL
  kind text NOT NULL
  happened_on date NOT NULL
  sealed bytea NOT NULL
  recorded_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT case_steps_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_steps_kind_check CHECK ((kind = ANY (ARRAY['mediation_asked'::text, 'mediated'::text, 'arbitration_asked'::text, 'arbitration_docketed'::text, 'copy_served'::text, 'arbitration_prolonged'::text, 'award_served'::text, 'suit_filed'::text, 'judgment_served'::text, 'appeal_filed'::text, 'note'::text])))
  CONSTRAINT case_steps_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_steps_pkey PRIMARY KEY (org_id, id)
  POLICY case_steps_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_views
  org_id uuid NOT NULL
  id uuid NOT NULL
  case_id uuid NOT NULL
  person_id uuid NOT NULL
  what text NOT NULL
  seen_at timestamptz NOT NULL
  refused bool NOT NULL DEFAULT false
  CONSTRAINT case_views_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases(org_id, id) ON DELETE CASCADE
  CONSTRAINT case_views_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_views_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT case_views_what_check CHECK ((what = ANY (ARRAY['case'::text, 'file'::text, 'document'::text])))
  POLICY case_views_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE case_years
  org_id uuid NOT NULL
  year int4 NOT NULL
  last int4 NOT NULL
  CONSTRAINT case_years_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT case_years_pkey PRIMARY KEY (org_id, year)
  POLICY case_years_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE cases
  org_id uuid NOT NULL
  id uuid NOT NULL
  year int4 NOT NULL
  ordinal int4 NOT NULL
  status text NOT NULL
  channel text NOT NULL
  path text
  topic text NOT NULL
  clinic_visit_id uuid
  enterprise_id uuid
  employer text NOT NULL
  still_employed bool
  left_on date
  written_contract bool
  injured bool NOT NULL DEFAULT false
  pregnant bool NOT NULL DEFAULT false
  people_unpaid int4 NOT NULL DEFAULT 0
  received_on date NOT NULL
  accepted_on date
  closed_on date
  wrapped_key bytea NOT NULL
  sealed bytea NOT NULL
  follow_hash text NOT NULL
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  closed_with int4
  CONSTRAINT cases_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'clinic'::text, 'console'::text, 'paper'::text, 'import'::text])))
  CONSTRAINT cases_clinic_visit_fk FOREIGN KEY (org_id, clinic_visit_id) REFERENCES visits(org_id, id) ON DELETE RESTRICT
  CONSTRAINT cases_closed_check CHECK ((((status = 'closed'::text) = (closed_on IS NOT NULL)) AND ((status = 'closed'::text) = (closed_with IS NOT NULL))))
  CONSTRAINT cases_closed_with_fk FOREIGN KEY (org_id, id, closed_with) REFERENCES case_claimants(org_id, case_id, ordinal) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT cases_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT cases_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT cases_org_id_follow_hash_key UNIQUE (org_id, follow_hash)
  CONSTRAINT cases_org_id_year_ordinal_key UNIQUE (org_id, year, ordinal)
  CONSTRAINT cases_path_check CHECK ((path = ANY (ARRAY['advice'::text, 'drafting'::text, 'mediation'::text, 'arbitration'::text, 'court'::text])))
  CONSTRAINT cases_people_unpaid_check CHECK ((people_unpaid >= 0))
  CONSTRAINT cases_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT cases_status_check CHECK ((status = ANY (ARRAY['received'::text, 'open'::text, 'closed'::text])))
  CONSTRAINT cases_status_key UNIQUE (org_id, id, status)
  CONSTRAINT cases_topic_check CHECK ((topic = ANY (ARRAY['wages'::text, 'termination'::text, 'contract'::text, 'overtime'::text, 'leave'::text, 'injury'::text, 'insurance'::text, 'women'::text, 'other'::text])))
  POLICY cases_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE chat_robots
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  name text NOT NULL
  address text NOT NULL
  secret text
  squad_kind text
  active bool NOT NULL DEFAULT true
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  notice_kinds _text
  CONSTRAINT chat_robots_kind_check CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'feishu'::text])))
  CONSTRAINT chat_robots_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT chat_robots_org_id_name_key UNIQUE (org_id, name)
  CONSTRAINT chat_robots_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT chat_robots_squad_kind_check CHECK ((squad_kind = ANY (ARRAY['culture'::text, 'skills'::text, 'rights'::text])))
  POLICY chat_robots_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_draws
  org_id uuid NOT NULL
  id uuid NOT NULL
  seed text NOT NULL
  candidates _uuid NOT NULL
  size int4 NOT NULL
  drawn_on date NOT NULL
  drawn_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_draws_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_draws_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT check_up_draws_size_check CHECK ((size > 0))
  POLICY check_up_draws_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_findings
  org_id uuid NOT NULL
  id uuid NOT NULL
  check_up_id uuid NOT NULL
  enterprise_id uuid NOT NULL
  item_id text NOT NULL
  place int4 NOT NULL
  title text NOT NULL
  detail jsonb NOT NULL
  severity text NOT NULL
  status text NOT NULL
  due_on date
  proof text
  proved_at timestamptz
  returned_reason text
  passed_on date
  overdue_since date
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_findings_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_findings_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_up_findings_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_findings_org_id_check_up_id_item_id_key UNIQUE (org_id, check_up_id, item_id)
  CONSTRAINT check_up_findings_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT check_up_findings_severity_check CHECK ((severity = ANY (ARRAY['red_line'::text, 'major'::text, 'general'::text])))
  CONSTRAINT check_up_findings_status_check CHECK ((status = ANY (ARRAY['open'::text, 'submitted'::text, 'passed'::text, 'returned'::text])))
  POLICY check_up_findings_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_inspectors
  org_id uuid NOT NULL
  check_up_id uuid NOT NULL
  person_id uuid NOT NULL
  certificate text NOT NULL
  place int4 NOT NULL
  CONSTRAINT check_up_inspectors_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_inspectors_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_inspectors_org_id_check_up_id_certificate_key UNIQUE (org_id, check_up_id, certificate)
  CONSTRAINT check_up_inspectors_org_id_check_up_id_person_id_key UNIQUE (org_id, check_up_id, person_id)
  CONSTRAINT check_up_inspectors_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_up_inspectors_pkey PRIMARY KEY (org_id, check_up_id, place)
  CONSTRAINT check_up_inspectors_place_check CHECK ((place = ANY (ARRAY[1, 2])))
  POLICY check_up_inspectors_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_instruments
  org_id uuid NOT NULL
  version text NOT NULL
  body jsonb NOT NULL
  shipped bool NOT NULL DEFAULT false
  created_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  offered_from date
  withdrawn_on date
  CONSTRAINT check_up_instruments_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_instruments_pkey PRIMARY KEY (org_id, version)
  POLICY check_up_instruments_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_photos
  org_id uuid NOT NULL
  id uuid NOT NULL
  check_up_id uuid NOT NULL
  item_id text NOT NULL
  finding_id uuid
  file_id uuid NOT NULL
  thumbnail_file_id uuid NOT NULL
  width int4 NOT NULL
  height int4 NOT NULL
  caption text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_photos_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_photos_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_up_photos_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_photos_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_photos_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT check_up_photos_thumbnail_file_fk FOREIGN KEY (org_id, thumbnail_file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  POLICY check_up_photos_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_proof_files
  org_id uuid NOT NULL
  id uuid NOT NULL
  finding_id uuid NOT NULL
  file_id uuid NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_proof_files_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_up_proof_files_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_proof_files_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_proof_files_pkey PRIMARY KEY (org_id, id)
  POLICY check_up_proof_files_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_rechecks
  org_id uuid NOT NULL
  id uuid NOT NULL
  finding_id uuid NOT NULL
  check_up_id uuid NOT NULL
  item_id text NOT NULL
  rechecked_on date NOT NULL
  passed bool NOT NULL
  remark text NOT NULL
  rechecked_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_rechecks_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_rechecks_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_rechecks_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_rechecks_pkey PRIMARY KEY (org_id, id)
  POLICY check_up_rechecks_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_up_self_checks
  org_id uuid NOT NULL
  check_up_id uuid NOT NULL
  answers jsonb NOT NULL
  answered_by uuid
  version int4 NOT NULL DEFAULT 1
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_up_self_checks_check_up_fk FOREIGN KEY (org_id, check_up_id) REFERENCES check_ups(org_id, id) ON DELETE CASCADE
  CONSTRAINT check_up_self_checks_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_up_self_checks_pkey PRIMARY KEY (org_id, check_up_id)
  POLICY check_up_self_checks_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE check_ups
  org_id uuid NOT NULL
  id uuid NOT NULL
  enterprise_id uuid NOT NULL
  draw_id uuid NOT NULL
  status text NOT NULL
  planned_on date
  instrument_version text
  checked_on date
  headcount int4
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  answers jsonb NOT NULL DEFAULT '[]'::jsonb
  result jsonb
  score float8
  grade text
  color text
  submitted_at timestamptz
  reported_at timestamptz
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT check_ups_color_check CHECK ((color = ANY (ARRAY['green'::text, 'yellow'::text, 'orange'::text, 'red'::text])))
  CONSTRAINT check_ups_draw_fk FOREIGN KEY (org_id, draw_id) REFERENCES check_up_draws(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_ups_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT check_ups_instrument_fk FOREIGN KEY (org_id, instrument_version) REFERENCES check_up_instruments(org_id, version) ON DELETE RESTRICT
  CONSTRAINT check_ups_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT check_ups_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT check_ups_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'in_progress'::text, 'submitted'::text, 'reported'::text])))
  POLICY check_ups_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE clinic_pamphlets
  org_id uuid NOT NULL
  visit_id uuid NOT NULL
  title text NOT NULL
  copies int4 NOT NULL
  CONSTRAINT clinic_pamphlets_clinic_fk FOREIGN KEY (org_id, visit_id) REFERENCES clinics(org_id, visit_id) ON DELETE CASCADE
  CONSTRAINT clinic_pamphlets_copies_check CHECK (((copies >= 1) AND (copies <= 50000)))
  CONSTRAINT clinic_pamphlets_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT clinic_pamphlets_pkey PRIMARY KEY (org_id, visit_id, title)
  POLICY clinic_pamphlets_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE clinic_questions
  org_id uuid NOT NULL
  visit_id uuid NOT NULL
  topic text NOT NULL
  asked int4 NOT NULL
  answered int4 NOT NULL
  CONSTRAINT clinic_questions_answered_check CHECK ((answered >= 0))
  CONSTRAINT clinic_questions_asked_check CHECK (((asked >= 0) AND (asked <= 5000)))
  CONSTRAINT clinic_questions_check CHECK ((answered <= asked))
  CONSTRAINT clinic_questions_clinic_fk FOREIGN KEY (org_id, visit_id) REFERENCES clinics(org_id, visit_id) ON DELETE CASCADE
  CONSTRAINT clinic_questions_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT clinic_questions_pkey PRIMARY KEY (org_id, visit_id, topic)
  POLICY clinic_questions_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE clinics
  org_id uuid NOT NULL
  visit_id uuid NOT NULL
  recorded_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT clinics_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT clinics_pkey PRIMARY KEY (org_id, visit_id)
  CONSTRAINT clinics_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY clinics_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE enterprises
  org_id uuid NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  credit_code text NOT NULL
  township_id uuid NOT NULL
  industry text NOT NULL
  headcount int4 NOT NULL
  pilot_level text NOT NULL
  contact_name text NOT NULL
  contact_phone text NOT NULL
  longitude float8 NOT NULL
  latitude float8 NOT NULL
  point_source text NOT NULL
  shift_text text NOT NULL DEFAULT ''::text
  visits_per_month int4 NOT NULL DEFAULT 2
  min_days_between int4 NOT NULL DEFAULT 7
  coverage_value int4 NOT NULL DEFAULT 30
  phones_allowed bool NOT NULL DEFAULT true
  invented bool NOT NULL DEFAULT false
  archived_at timestamptz
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT enterprises_coverage_value_check CHECK ((coverage_value >= 0))
  CONSTRAINT enterprises_headcount_check CHECK ((headcount >= 0))
  CONSTRAINT enterprises_min_days_between_check CHECK (((min_days_between >= 0) AND (min_days_between <= 90)))
  CONSTRAINT enterprises_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT enterprises_org_id_credit_code_key UNIQUE (org_id, credit_code)
  CONSTRAINT enterprises_pilot_level_check CHECK ((pilot_level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text])))
  CONSTRAINT enterprises_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT enterprises_point_source_check CHECK ((point_source = ANY (ARRAY['township'::text, 'import'::text, 'operator'::text])))
  CONSTRAINT enterprises_township_fk FOREIGN KEY (org_id, township_id) REFERENCES townships(org_id, id) ON DELETE RESTRICT
  CONSTRAINT enterprises_visits_per_month_check CHECK (((visits_per_month >= 0) AND (visits_per_month <= 31)))
  POLICY enterprises_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE files
  org_id uuid NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  media_type text NOT NULL
  bytes int4 NOT NULL
  sha256 text NOT NULL
  created_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT files_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT files_pkey PRIMARY KEY (org_id, id)
  POLICY files_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE follow_ups
  org_id uuid NOT NULL
  id uuid NOT NULL
  visit_id uuid NOT NULL
  what text NOT NULL
  due_on date NOT NULL
  status text NOT NULL
  outcome text
  closed_at timestamptz
  closed_by uuid
  request_id uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT follow_ups_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT follow_ups_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT follow_ups_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests(org_id, id) ON DELETE RESTRICT
  CONSTRAINT follow_ups_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
  CONSTRAINT follow_ups_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY follow_ups_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE gap_exceptions
  org_id uuid NOT NULL
  id uuid NOT NULL
  enterprise_id uuid NOT NULL
  date date NOT NULL
  effect text NOT NULL
  kind text
  from_minute int4
  to_minute int4
  note text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT gap_exceptions_effect_check CHECK ((effect = ANY (ARRAY['closed'::text, 'added'::text, 'replaced'::text])))
  CONSTRAINT gap_exceptions_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE CASCADE
  CONSTRAINT gap_exceptions_kind_check CHECK ((kind = ANY (ARRAY['break'::text, 'handover'::text, 'office'::text])))
  CONSTRAINT gap_exceptions_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT gap_exceptions_pkey PRIMARY KEY (org_id, id)
  POLICY gap_exceptions_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE gap_patterns
  org_id uuid NOT NULL
  id uuid NOT NULL
  enterprise_id uuid NOT NULL
  kind text NOT NULL
  weekdays _int2 NOT NULL
  from_minute int4 NOT NULL
  to_minute int4 NOT NULL
  shift_name text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT gap_patterns_check CHECK (((from_minute >= 0) AND (from_minute < to_minute) AND (to_minute <= 1440)))
  CONSTRAINT gap_patterns_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE CASCADE
  CONSTRAINT gap_patterns_kind_check CHECK ((kind = ANY (ARRAY['break'::text, 'handover'::text, 'office'::text])))
  CONSTRAINT gap_patterns_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT gap_patterns_pkey PRIMARY KEY (org_id, id)
  POLICY gap_patterns_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE idempotency_keys
  org_id uuid NOT NULL
  key text NOT NULL
  actor text NOT NULL
  operation text NOT NULL
  body_hash text NOT NULL
  status int4 NOT NULL
  answer jsonb
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT idempotency_keys_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (org_id, actor, key)
  POLICY idempotency_keys_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE imports
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  file_name text NOT NULL
  file_id uuid NOT NULL
  status text NOT NULL
  counts jsonb NOT NULL
  rows jsonb NOT NULL
  error_file_id uuid
  created_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT imports_error_file_fk FOREIGN KEY (org_id, error_file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT imports_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT imports_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT imports_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT imports_status_check CHECK ((status = ANY (ARRAY['read'::text, 'confirmed'::text, 'done'::text, 'failed'::text])))
  POLICY imports_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE lawyer_ties
  org_id uuid NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  employer text NOT NULL
  enterprise_id uuid
  note text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT lawyer_ties_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT lawyer_ties_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT lawyer_ties_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE CASCADE
  CONSTRAINT lawyer_ties_pkey PRIMARY KEY (org_id, id)
  POLICY lawyer_ties_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letter_answers
  org_id uuid NOT NULL
  id uuid NOT NULL
  letter_id uuid NOT NULL
  answered_on date NOT NULL
  text text NOT NULL
  way text NOT NULL
  recorded_by uuid
  obeyed bool
  verdict text
  verified_by uuid
  verified_at timestamptz
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT letter_answers_check CHECK (((obeyed IS NULL) = (verified_by IS NULL)))
  CONSTRAINT letter_answers_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_answers_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT letter_answers_way_check CHECK ((way = ANY (ARRAY['online'::text, 'paper'::text])))
  POLICY letter_answers_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letter_deliveries
  org_id uuid NOT NULL
  letter_id uuid NOT NULL
  way text NOT NULL
  received_by text NOT NULL
  delivered_on date NOT NULL
  note text NOT NULL DEFAULT ''::text
  receipt_file_id uuid
  recorded_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT letter_deliveries_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_deliveries_pkey PRIMARY KEY (org_id, letter_id)
  CONSTRAINT letter_deliveries_receipt_fk FOREIGN KEY (org_id, receipt_file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_deliveries_way_check CHECK ((way = ANY (ARRAY['direct'::text, 'post'::text, 'electronic'::text, 'left'::text])))
  POLICY letter_deliveries_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letter_files
  org_id uuid NOT NULL
  id uuid NOT NULL
  letter_id uuid NOT NULL
  file_id uuid NOT NULL
  purpose text NOT NULL
  answer_id uuid
  uploaded_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT letter_files_answer_fk FOREIGN KEY (org_id, answer_id) REFERENCES letter_answers(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_files_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_files_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letter_files_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT letter_files_purpose_check CHECK ((purpose = ANY (ARRAY['receipt'::text, 'answer'::text])))
  POLICY letter_files_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letter_numbers
  org_id uuid NOT NULL
  kind text NOT NULL
  year int4 NOT NULL
  last int4 NOT NULL
  CONSTRAINT letter_numbers_last_check CHECK ((last > 0))
  CONSTRAINT letter_numbers_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT letter_numbers_pkey PRIMARY KEY (org_id, kind, year)
  POLICY letter_numbers_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letter_steps
  org_id uuid NOT NULL
  id uuid NOT NULL
  letter_id uuid NOT NULL
  action text NOT NULL
  state text NOT NULL
  reason text NOT NULL DEFAULT ''::text
  person_id uuid
  at timestamptz NOT NULL
  CONSTRAINT letter_steps_letter_fk FOREIGN KEY (org_id, letter_id) REFERENCES letters(org_id, id) ON DELETE CASCADE
  CONSTRAINT letter_steps_pkey PRIMARY KEY (org_id, id)
  POLICY letter_steps_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE letters
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  state text NOT NULL DEFAULT 'draft'::text
  enterprise_id uuid NOT NULL
  subject text NOT NULL
  content jsonb NOT NULL
  contact_name text NOT NULL
  contact_phone text NOT NULL
  copies _text NOT NULL DEFAULT '{}'::text[]
  opinion_id uuid
  replaces_id uuid
  source_finding_ids _uuid NOT NULL DEFAULT '{}'::uuid[]
  source_case_id uuid
  author_ids _uuid NOT NULL
  drafted_by uuid NOT NULL
  submitted_by uuid
  submitted_at timestamptz
  year int4
  sequence int4
  number text
  issued_by uuid
  issued_on date
  issued_at timestamptz
  document_file_id uuid
  delivered_on date
  due_on date
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT letters_check CHECK (((state = ANY (ARRAY['draft'::text, 'submitted'::text])) = (number IS NULL)))
  CONSTRAINT letters_check1 CHECK ((((number IS NULL) = (sequence IS NULL)) AND ((number IS NULL) = (year IS NULL))))
  CONSTRAINT letters_check2 CHECK (((number IS NULL) = (issued_by IS NULL)))
  CONSTRAINT letters_check3 CHECK ((issued_by <> ALL (author_ids)))
  CONSTRAINT letters_document_fk FOREIGN KEY (org_id, document_file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_drafted_by_fk FOREIGN KEY (org_id, drafted_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_due_after_delivery CHECK (((due_on IS NULL) OR (delivered_on IS NOT NULL)))
  CONSTRAINT letters_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_issued_by_fk FOREIGN KEY (org_id, issued_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'opinion'::text, 'recommendation'::text])))
  CONSTRAINT letters_opinion_fk FOREIGN KEY (org_id, opinion_id) REFERENCES letters(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT letters_org_id_kind_year_sequence_key UNIQUE (org_id, kind, year, sequence)
  CONSTRAINT letters_org_id_number_key UNIQUE (org_id, number)
  CONSTRAINT letters_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT letters_replaces_fk FOREIGN KEY (org_id, replaces_id) REFERENCES letters(org_id, id) ON DELETE RESTRICT
  CONSTRAINT letters_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'issued'::text, 'delivered'::text, 'answered'::text, 'overdue'::text, 'closed'::text, 'escalated'::text, 'withdrawn'::text])))
  POLICY letters_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE member_absences
  org_id uuid NOT NULL
  id uuid NOT NULL
  member_id uuid NOT NULL
  from_date date NOT NULL
  to_date date NOT NULL
  reason text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT member_absences_check CHECK ((from_date <= to_date))
  CONSTRAINT member_absences_member_fk FOREIGN KEY (org_id, member_id) REFERENCES members(org_id, id) ON DELETE CASCADE
  CONSTRAINT member_absences_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT member_absences_pkey PRIMARY KEY (org_id, id)
  POLICY member_absences_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE member_availability
  org_id uuid NOT NULL
  id uuid NOT NULL
  member_id uuid NOT NULL
  weekdays _int2 NOT NULL
  from_minute int4 NOT NULL
  to_minute int4 NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT member_availability_check CHECK (((from_minute >= 0) AND (from_minute < to_minute) AND (to_minute <= 1440)))
  CONSTRAINT member_availability_member_fk FOREIGN KEY (org_id, member_id) REFERENCES members(org_id, id) ON DELETE CASCADE
  CONSTRAINT member_availability_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT member_availability_pkey PRIMARY KEY (org_id, id)
  POLICY member_availability_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE members
  org_id uuid NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  team_id uuid NOT NULL
  title text NOT NULL DEFAULT ''::text
  skills _text NOT NULL DEFAULT '{}'::text[]
  lead bool NOT NULL DEFAULT false
  active bool NOT NULL DEFAULT true
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT members_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT members_org_id_team_id_person_id_key UNIQUE (org_id, team_id, person_id)
  CONSTRAINT members_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT members_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT members_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE RESTRICT
  POLICY members_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE notice_deliveries
  org_id uuid NOT NULL
  id uuid NOT NULL
  notice_id uuid NOT NULL
  channel text NOT NULL
  person_id uuid
  robot_id uuid
  target uuid NOT NULL
  status text NOT NULL
  attempts int4 NOT NULL DEFAULT 0
  next_attempt_at timestamptz NOT NULL
  last_error text
  provider_id text
  sent_at timestamptz
  created_at timestamptz NOT NULL DEFAULT now()
  may_have_arrived bool NOT NULL DEFAULT false
  CONSTRAINT notice_deliveries_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'robot'::text])))
  CONSTRAINT notice_deliveries_notice_fk FOREIGN KEY (org_id, notice_id) REFERENCES notices(org_id, id) ON DELETE CASCADE
  CONSTRAINT notice_deliveries_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT notice_deliveries_org_id_notice_id_channel_target_key UNIQUE (org_id, notice_id, channel, target)
  CONSTRAINT notice_deliveries_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE CASCADE
  CONSTRAINT notice_deliveries_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT notice_deliveries_robot_fk FOREIGN KEY (org_id, robot_id) REFERENCES chat_robots(org_id, id) ON DELETE CASCADE
  CONSTRAINT notice_deliveries_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
  POLICY notice_deliveries_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE notice_recipients
  org_id uuid NOT NULL
  id uuid NOT NULL
  notice_id uuid NOT NULL
  person_id uuid NOT NULL
  read_at timestamptz
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT notice_recipients_notice_fk FOREIGN KEY (org_id, notice_id) REFERENCES notices(org_id, id) ON DELETE CASCADE
  CONSTRAINT notice_recipients_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT notice_recipients_org_id_notice_id_person_id_key UNIQUE (org_id, notice_id, person_id)
  CONSTRAINT notice_recipients_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE CASCADE
  CONSTRAINT notice_recipients_pkey PRIMARY KEY (org_id, id)
  POLICY notice_recipients_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE notices
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  title text NOT NULL
  lines _text NOT NULL DEFAULT '{}'::text[]
  link text
  once_key text NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT notices_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT notices_org_id_once_key_key UNIQUE (org_id, once_key)
  CONSTRAINT notices_pkey PRIMARY KEY (org_id, id)
  POLICY notices_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE operations
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  status text NOT NULL
  progress float8 NOT NULL DEFAULT 0
  note text NOT NULL DEFAULT ''::text
  input jsonb NOT NULL DEFAULT '{}'::jsonb
  result jsonb
  problem jsonb
  cancel_requested bool NOT NULL DEFAULT false
  created_by uuid
  started_at timestamptz
  finished_at timestamptz
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT operations_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT operations_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT operations_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
  POLICY operations_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE orgs
  id uuid NOT NULL
  name text NOT NULL
  union_name text NOT NULL
  level text NOT NULL
  path text NOT NULL
  demo bool NOT NULL DEFAULT false
  demo_date date
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT orgs_level_check CHECK ((level = ANY (ARRAY['county'::text, 'city'::text, 'province'::text, 'nation'::text])))
  CONSTRAINT orgs_path_key UNIQUE (path)
  CONSTRAINT orgs_pkey PRIMARY KEY (id)

TABLE parameter_versions
  org_id uuid NOT NULL
  id uuid NOT NULL
  concept text NOT NULL
  region text NOT NULL
  effective_on date NOT NULL
  value jsonb NOT NULL
  trust text NOT NULL
  source text NOT NULL
  link text NOT NULL DEFAULT ''::text
  proposed_by uuid NOT NULL
  proposed_at timestamptz NOT NULL
  confirmed_by uuid
  confirmed_at timestamptz
  withdrawal_by uuid
  withdrawal_reason text NOT NULL DEFAULT ''::text
  withdrawn_by uuid
  withdrawn_at timestamptz
  CONSTRAINT parameter_versions_check CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  CONSTRAINT parameter_versions_check1 CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
  CONSTRAINT parameter_versions_confirmed_by_fk FOREIGN KEY (org_id, confirmed_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT parameter_versions_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT parameter_versions_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT parameter_versions_proposed_by_fk FOREIGN KEY (org_id, proposed_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT parameter_versions_region_check CHECK ((region ~ '^[0-9]{6}$'::text))
  CONSTRAINT parameter_versions_second_person_check CHECK ((confirmed_by <> proposed_by))
  CONSTRAINT parameter_versions_source_check CHECK ((length(source) >= 4))
  CONSTRAINT parameter_versions_trust_check CHECK ((trust = ANY (ARRAY['CONFIRMED'::text, 'CORROBORATED'::text, 'UNVERIFIED'::text])))
  CONSTRAINT parameter_versions_withdrawal_by_fk FOREIGN KEY (org_id, withdrawal_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT parameter_versions_withdrawal_check CHECK (((withdrawn_by IS NULL) OR ((withdrawal_by IS NOT NULL) AND ((confirmed_by IS NULL) OR (withdrawn_by <> withdrawal_by)))))
  CONSTRAINT parameter_versions_withdrawn_by_fk FOREIGN KEY (org_id, withdrawn_by) REFERENCES people(org_id, id) ON DELETE RESTRICT
  POLICY parameter_versions_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE partner_orgs
  org_id uuid NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  kind text NOT NULL
  squad_id uuid NOT NULL
  contact_name text NOT NULL DEFAULT ''::text
  contact_phone text NOT NULL DEFAULT ''::text
  note text NOT NULL DEFAULT ''::text
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT partner_orgs_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT partner_orgs_org_id_name_key UNIQUE (org_id, name)
  CONSTRAINT partner_orgs_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT partner_orgs_squad_fk FOREIGN KEY (org_id, squad_id) REFERENCES squads(org_id, id) ON DELETE RESTRICT
  POLICY partner_orgs_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE people
  org_id uuid NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  phone text
  email text
  wants_mail bool NOT NULL DEFAULT true
  invented bool NOT NULL DEFAULT false
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT people_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT people_pkey PRIMARY KEY (org_id, id)
  POLICY people_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE plan_unserved
  org_id uuid NOT NULL
  id uuid NOT NULL
  plan_id uuid NOT NULL
  request_id uuid NOT NULL
  reason text NOT NULL
  displaced_by _uuid NOT NULL DEFAULT '{}'::uuid[]
  would_fit jsonb
  CONSTRAINT plan_unserved_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT plan_unserved_org_id_plan_id_request_id_key UNIQUE (org_id, plan_id, request_id)
  CONSTRAINT plan_unserved_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT plan_unserved_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans(org_id, id) ON DELETE CASCADE
  CONSTRAINT plan_unserved_reason_check CHECK ((reason = ANY (ARRAY['no-gap'::text, 'no-team'::text, 'burden'::text, 'predecessor'::text, 'capacity'::text])))
  CONSTRAINT plan_unserved_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests(org_id, id) ON DELETE RESTRICT
  POLICY plan_unserved_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE plan_visits
  org_id uuid NOT NULL
  id uuid NOT NULL
  plan_id uuid NOT NULL
  request_id uuid NOT NULL
  team_id uuid NOT NULL
  date date NOT NULL
  start_minute int4 NOT NULL
  end_minute int4 NOT NULL
  pinned bool NOT NULL DEFAULT false
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT plan_visits_check CHECK (((start_minute >= 0) AND (start_minute < end_minute) AND (end_minute <= 1440)))
  CONSTRAINT plan_visits_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT plan_visits_org_id_plan_id_request_id_key UNIQUE (org_id, plan_id, request_id)
  CONSTRAINT plan_visits_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT plan_visits_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans(org_id, id) ON DELETE CASCADE
  CONSTRAINT plan_visits_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests(org_id, id) ON DELETE RESTRICT
  CONSTRAINT plan_visits_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE RESTRICT
  POLICY plan_visits_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE plans
  org_id uuid NOT NULL
  id uuid NOT NULL
  from_date date NOT NULL
  to_date date NOT NULL
  status text NOT NULL
  based_on_plan_id uuid
  score float8 NOT NULL DEFAULT 0
  parts jsonb NOT NULL DEFAULT '{}'::jsonb
  weights jsonb NOT NULL DEFAULT '{}'::jsonb
  run jsonb NOT NULL DEFAULT '{}'::jsonb
  created_by uuid
  published_at timestamptz
  published_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT plans_based_on_plan_fk FOREIGN KEY (org_id, based_on_plan_id) REFERENCES plans(org_id, id) ON DELETE RESTRICT
  CONSTRAINT plans_check CHECK ((from_date <= to_date))
  CONSTRAINT plans_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT plans_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT plans_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text])))
  POLICY plans_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE quiet_seasons
  org_id uuid NOT NULL
  id uuid NOT NULL
  enterprise_id uuid NOT NULL
  from_date date NOT NULL
  to_date date NOT NULL
  reason text NOT NULL DEFAULT ''::text
  kind text NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT quiet_seasons_check CHECK ((from_date <= to_date))
  CONSTRAINT quiet_seasons_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE CASCADE
  CONSTRAINT quiet_seasons_kind_check CHECK ((kind = ANY (ARRAY['quiet'::text, 'freeze'::text])))
  CONSTRAINT quiet_seasons_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT quiet_seasons_pkey PRIMARY KEY (org_id, id)
  POLICY quiet_seasons_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE requests
  org_id uuid NOT NULL
  id uuid NOT NULL
  enterprise_id uuid NOT NULL
  activity_kind_id uuid NOT NULL
  source text NOT NULL
  minutes int4 NOT NULL
  earliest_on date NOT NULL
  latest_on date NOT NULL
  value int4 NOT NULL
  wish text NOT NULL DEFAULT ''::text
  expected_heads int4
  team_id uuid
  standing_need_id uuid
  follows_visit_id uuid
  after_request_id uuid
  after_min_days int4 NOT NULL DEFAULT 0
  status text NOT NULL
  refusal text
  requested_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT requests_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_after_request_fk FOREIGN KEY (org_id, after_request_id) REFERENCES requests(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_check CHECK ((earliest_on <= latest_on))
  CONSTRAINT requests_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_follows_visit_fk FOREIGN KEY (org_id, follows_visit_id) REFERENCES visits(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480)))
  CONSTRAINT requests_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT requests_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT requests_source_check CHECK ((source = ANY (ARRAY['enterprise'::text, 'staff'::text, 'standing'::text, 'follow_up'::text])))
  CONSTRAINT requests_standing_need_fk FOREIGN KEY (org_id, standing_need_id) REFERENCES standing_needs(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_status_check CHECK ((status = ANY (ARRAY['open'::text, 'planned'::text, 'served'::text, 'withdrawn'::text, 'refused'::text])))
  CONSTRAINT requests_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE RESTRICT
  CONSTRAINT requests_value_check CHECK ((value > 0))
  POLICY requests_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE role_grants
  org_id uuid NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  role text NOT NULL
  enterprise_id uuid
  team_id uuid
  granted_by uuid
  revoked_at timestamptz
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT role_grants_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE CASCADE
  CONSTRAINT role_grants_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT role_grants_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE CASCADE
  CONSTRAINT role_grants_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT role_grants_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'chair'::text, 'staff'::text, 'leader'::text, 'member'::text, 'contact'::text, 'worker'::text])))
  CONSTRAINT role_grants_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE CASCADE
  POLICY role_grants_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE schema_migrations
  name text NOT NULL
  checksum text NOT NULL
  applied_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (name)

TABLE settings
  org_id uuid NOT NULL
  key text NOT NULL
  value jsonb NOT NULL
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT settings_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT settings_pkey PRIMARY KEY (org_id, key)
  POLICY settings_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE sign_ins
  org_id uuid NOT NULL
  id uuid NOT NULL
  visit_id uuid NOT NULL
  sign_key uuid NOT NULL
  way text NOT NULL
  person_id uuid
  heads int4 NOT NULL DEFAULT 1
  signed_at timestamptz NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT sign_ins_heads_check CHECK (((heads >= 1) AND (heads <= 5000)))
  CONSTRAINT sign_ins_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT sign_ins_org_id_visit_id_sign_key_key UNIQUE (org_id, visit_id, sign_key)
  CONSTRAINT sign_ins_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id) ON DELETE RESTRICT
  CONSTRAINT sign_ins_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT sign_ins_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  CONSTRAINT sign_ins_way_check CHECK ((way = ANY (ARRAY['code'::text, 'team'::text, 'manual'::text])))
  POLICY sign_ins_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE squads
  org_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  name text NOT NULL
  purpose text NOT NULL DEFAULT ''::text
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT squads_kind_check CHECK ((kind = ANY (ARRAY['culture'::text, 'skills'::text, 'rights'::text])))
  CONSTRAINT squads_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT squads_org_id_kind_key UNIQUE (org_id, kind)
  CONSTRAINT squads_pkey PRIMARY KEY (org_id, id)
  POLICY squads_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE standing_needs
  org_id uuid NOT NULL
  id uuid NOT NULL
  activity_kind_id uuid NOT NULL
  enterprise_id uuid
  pilot_level text
  every_months int4 NOT NULL
  value int4 NOT NULL
  active bool NOT NULL DEFAULT true
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT standing_needs_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds(org_id, id) ON DELETE RESTRICT
  CONSTRAINT standing_needs_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE CASCADE
  CONSTRAINT standing_needs_every_months_check CHECK (((every_months >= 1) AND (every_months <= 24)))
  CONSTRAINT standing_needs_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT standing_needs_pilot_level_check CHECK ((pilot_level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text])))
  CONSTRAINT standing_needs_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT standing_needs_value_check CHECK ((value > 0))
  POLICY standing_needs_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE team_kinds
  org_id uuid NOT NULL
  team_id uuid NOT NULL
  activity_kind_id uuid NOT NULL
  CONSTRAINT team_kinds_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds(org_id, id) ON DELETE CASCADE
  CONSTRAINT team_kinds_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT team_kinds_pkey PRIMARY KEY (org_id, team_id, activity_kind_id)
  CONSTRAINT team_kinds_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE CASCADE
  POLICY team_kinds_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE team_shift_exceptions
  org_id uuid NOT NULL
  id uuid NOT NULL
  team_id uuid NOT NULL
  date date NOT NULL
  off bool NOT NULL
  from_minute int4
  to_minute int4
  reason text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT team_shift_exceptions_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT team_shift_exceptions_org_id_team_id_date_key UNIQUE (org_id, team_id, date)
  CONSTRAINT team_shift_exceptions_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT team_shift_exceptions_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE CASCADE
  POLICY team_shift_exceptions_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE team_shifts
  org_id uuid NOT NULL
  id uuid NOT NULL
  team_id uuid NOT NULL
  weekdays _int2 NOT NULL
  from_minute int4 NOT NULL
  to_minute int4 NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT team_shifts_check CHECK (((from_minute >= 0) AND (from_minute < to_minute) AND (to_minute <= 1440)))
  CONSTRAINT team_shifts_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT team_shifts_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT team_shifts_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE CASCADE
  POLICY team_shifts_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE teams
  org_id uuid NOT NULL
  id uuid NOT NULL
  squad_id uuid NOT NULL
  name text NOT NULL
  base_name text NOT NULL
  base_longitude float8 NOT NULL
  base_latitude float8 NOT NULL
  max_visits_per_day int4 NOT NULL DEFAULT 3
  max_visits_per_month int4
  active bool NOT NULL DEFAULT true
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT teams_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT teams_org_id_name_key UNIQUE (org_id, name)
  CONSTRAINT teams_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT teams_squad_fk FOREIGN KEY (org_id, squad_id) REFERENCES squads(org_id, id) ON DELETE RESTRICT
  POLICY teams_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE townships
  org_id uuid NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  kind text NOT NULL
  longitude float8 NOT NULL
  latitude float8 NOT NULL
  point_source text NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT townships_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT townships_org_id_name_key UNIQUE (org_id, name)
  CONSTRAINT townships_pkey PRIMARY KEY (org_id, id)
  POLICY townships_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE visit_answers
  org_id uuid NOT NULL
  visit_id uuid NOT NULL
  took_production_time bool NOT NULL
  would_open_again bool NOT NULL
  remark text NOT NULL DEFAULT ''::text
  answered_by uuid
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT visit_answers_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT visit_answers_pkey PRIMARY KEY (org_id, visit_id)
  CONSTRAINT visit_answers_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY visit_answers_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE visit_photos
  org_id uuid NOT NULL
  id uuid NOT NULL
  visit_id uuid NOT NULL
  file_id uuid NOT NULL
  thumbnail_file_id uuid NOT NULL
  width int4 NOT NULL
  height int4 NOT NULL
  caption text NOT NULL DEFAULT ''::text
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT visit_photos_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visit_photos_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT visit_photos_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT visit_photos_thumbnail_file_fk FOREIGN KEY (org_id, thumbnail_file_id) REFERENCES files(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visit_photos_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY visit_photos_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE visit_records
  org_id uuid NOT NULL
  visit_id uuid NOT NULL
  done text NOT NULL
  heads int4 NOT NULL
  trained int4 NOT NULL DEFAULT 0
  gifts int4 NOT NULL DEFAULT 0
  asked int4 NOT NULL DEFAULT 0
  recorded_by uuid
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT visit_records_asked_check CHECK ((asked >= 0))
  CONSTRAINT visit_records_gifts_check CHECK ((gifts >= 0))
  CONSTRAINT visit_records_heads_check CHECK ((heads >= 0))
  CONSTRAINT visit_records_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT visit_records_pkey PRIMARY KEY (org_id, visit_id)
  CONSTRAINT visit_records_trained_check CHECK ((trained >= 0))
  CONSTRAINT visit_records_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY visit_records_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE visits
  org_id uuid NOT NULL
  id uuid NOT NULL
  request_id uuid NOT NULL
  enterprise_id uuid NOT NULL
  team_id uuid NOT NULL
  activity_kind_id uuid NOT NULL
  plan_id uuid
  date date NOT NULL
  start_minute int4 NOT NULL
  end_minute int4 NOT NULL
  status text NOT NULL
  sequence int4 NOT NULL DEFAULT 0
  reason text
  dispatched_at timestamptz
  accepted_at timestamptz
  arrived_at timestamptz
  delivered_at timestamptz
  settled_at timestamptz
  cancelled_at timestamptz
  version int4 NOT NULL DEFAULT 1
  created_at timestamptz NOT NULL DEFAULT now()
  updated_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT visits_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visits_check CHECK (((start_minute >= 0) AND (start_minute < end_minute) AND (end_minute <= 1440)))
  CONSTRAINT visits_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visits_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT visits_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT visits_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visits_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests(org_id, id) ON DELETE RESTRICT
  CONSTRAINT visits_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'dispatched'::text, 'accepted'::text, 'declined'::text, 'arrived'::text, 'delivered'::text, 'answered'::text, 'settled'::text, 'cancelled'::text])))
  CONSTRAINT visits_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id) ON DELETE RESTRICT
  POLICY visits_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

TABLE worker_lines
  org_id uuid NOT NULL
  id uuid NOT NULL
  visit_id uuid NOT NULL
  line text NOT NULL
  created_at timestamptz NOT NULL DEFAULT now()
  CONSTRAINT worker_lines_org_fk FOREIGN KEY (org_id) REFERENCES orgs(id) ON DELETE RESTRICT
  CONSTRAINT worker_lines_pkey PRIMARY KEY (org_id, id)
  CONSTRAINT worker_lines_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE CASCADE
  POLICY worker_lines_org USING (org_id = (current_setting('app.org_id'::text))::uuid) WITH CHECK (org_id = (current_setting('app.org_id'::text))::uuid)

CREATE UNIQUE INDEX activity_kinds_org_id_name_key ON public.activity_kinds USING btree (org_id, name);
CREATE UNIQUE INDEX activity_kinds_pkey ON public.activity_kinds USING btree (org_id, id);
CREATE INDEX audit_entries_created_at_idx ON public.audit_entries USING btree (org_id, created_at);
CREATE UNIQUE INDEX audit_entries_pkey ON public.audit_entries USING btree (org_id, id);
CREATE INDEX audit_entries_subject_kind_subject_id_idx ON public.audit_entries USING btree (org_id, subject_kind, subject_id);
CREATE UNIQUE INDEX auth_accounts_pkey ON public.auth_accounts USING btree (id);
CREATE INDEX auth_accounts_userid_idx ON public.auth_accounts USING btree ("userId");
CREATE UNIQUE INDEX auth_sessions_pkey ON public.auth_sessions USING btree (id);
CREATE UNIQUE INDEX auth_sessions_token_key ON public.auth_sessions USING btree (token);
CREATE INDEX auth_sessions_userid_idx ON public.auth_sessions USING btree ("userId");
CREATE UNIQUE INDEX auth_users_email_key ON public.auth_users USING btree (email);
CREATE UNIQUE INDEX auth_users_pkey ON public.auth_users USING btree (id);
CREATE UNIQUE INDEX auth_users_username_key ON public.auth_users USING btree (username);
CREATE UNIQUE INDEX auth_verifications_pkey ON public.auth_verifications USING btree (id);
CREATE UNIQUE INDEX calendar_token_directory_pkey ON public.calendar_token_directory USING btree (token_hash);
CREATE UNIQUE INDEX calendar_tokens_pkey ON public.calendar_tokens USING btree (org_id, id);
CREATE INDEX calendar_tokens_subject_kind_subject_id_idx ON public.calendar_tokens USING btree (org_id, subject_kind, subject_id);
CREATE UNIQUE INDEX calendar_years_pkey ON public.calendar_years USING btree (year);
CREATE INDEX case_amounts_claimant_id_idx ON public.case_amounts USING btree (org_id, claimant_id);
CREATE UNIQUE INDEX case_amounts_claimant_key ON public.case_amounts USING btree (org_id, claimant_id, id);
CREATE UNIQUE INDEX case_amounts_pkey ON public.case_amounts USING btree (org_id, id);
CREATE UNIQUE INDEX case_answers_delivered_key ON public.case_answers USING btree (org_id, claimant_id, round, delivered);
CREATE UNIQUE INDEX case_answers_org_id_claimant_id_round_key ON public.case_answers USING btree (org_id, claimant_id, round);
CREATE UNIQUE INDEX case_answers_pkey ON public.case_answers USING btree (org_id, id);
CREATE INDEX case_callbacks_claimant_id_idx ON public.case_callbacks USING btree (org_id, claimant_id);
CREATE UNIQUE INDEX case_callbacks_pkey ON public.case_callbacks USING btree (org_id, id);
CREATE INDEX case_claimants_callback_due_on_idx ON public.case_claimants USING btree (org_id, callback_due_on);
CREATE UNIQUE INDEX case_claimants_org_id_case_id_ordinal_key ON public.case_claimants USING btree (org_id, case_id, ordinal);
CREATE UNIQUE INDEX case_claimants_pkey ON public.case_claimants USING btree (org_id, id);
CREATE INDEX case_evidence_case_id_idx ON public.case_evidence USING btree (org_id, case_id);
CREATE INDEX case_evidence_claimant_id_idx ON public.case_evidence USING btree (org_id, claimant_id);
CREATE INDEX case_evidence_file_id_idx ON public.case_evidence USING btree (org_id, file_id);
CREATE UNIQUE INDEX case_evidence_pkey ON public.case_evidence USING btree (org_id, id);
CREATE INDEX case_people_case_id_idx ON public.case_people USING btree (org_id, case_id);
CREATE INDEX case_people_person_id_idx ON public.case_people USING btree (org_id, person_id);
CREATE UNIQUE INDEX case_people_pkey ON public.case_people USING btree (org_id, id);
CREATE UNIQUE INDEX case_people_standing_idx ON public.case_people USING btree (org_id, case_id, person_id) WHERE (removed_at IS NULL);
CREATE INDEX case_steps_case_id_idx ON public.case_steps USING btree (org_id, case_id);
CREATE UNIQUE INDEX case_steps_pkey ON public.case_steps USING btree (org_id, id);
CREATE INDEX case_views_case_id_idx ON public.case_views USING btree (org_id, case_id);
CREATE UNIQUE INDEX case_views_pkey ON public.case_views USING btree (org_id, id);
CREATE UNIQUE INDEX case_years_pkey ON public.case_years USING btree (org_id, year);
CREATE INDEX cases_clinic_visit_id_idx ON public.cases USING btree (org_id, clinic_visit_id);
CREATE INDEX cases_enterprise_id_idx ON public.cases USING btree (org_id, enterprise_id);
CREATE UNIQUE INDEX cases_org_id_follow_hash_key ON public.cases USING btree (org_id, follow_hash);
CREATE UNIQUE INDEX cases_org_id_year_ordinal_key ON public.cases USING btree (org_id, year, ordinal);
CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (org_id, id);
CREATE UNIQUE INDEX cases_status_key ON public.cases USING btree (org_id, id, status);
CREATE INDEX cases_status_received_on_idx ON public.cases USING btree (org_id, status, received_on);
CREATE UNIQUE INDEX chat_robots_org_id_name_key ON public.chat_robots USING btree (org_id, name);
CREATE UNIQUE INDEX chat_robots_pkey ON public.chat_robots USING btree (org_id, id);
CREATE UNIQUE INDEX check_up_draws_pkey ON public.check_up_draws USING btree (org_id, id);
CREATE INDEX check_up_findings_enterprise_id_idx ON public.check_up_findings USING btree (org_id, enterprise_id);
CREATE UNIQUE INDEX check_up_findings_org_id_check_up_id_item_id_key ON public.check_up_findings USING btree (org_id, check_up_id, item_id);
CREATE UNIQUE INDEX check_up_findings_pkey ON public.check_up_findings USING btree (org_id, id);
CREATE INDEX check_up_findings_status_due_on_idx ON public.check_up_findings USING btree (org_id, status, due_on);
CREATE UNIQUE INDEX check_up_inspectors_org_id_check_up_id_certificate_key ON public.check_up_inspectors USING btree (org_id, check_up_id, certificate);
CREATE UNIQUE INDEX check_up_inspectors_org_id_check_up_id_person_id_key ON public.check_up_inspectors USING btree (org_id, check_up_id, person_id);
CREATE INDEX check_up_inspectors_person_id_idx ON public.check_up_inspectors USING btree (org_id, person_id);
CREATE UNIQUE INDEX check_up_inspectors_pkey ON public.check_up_inspectors USING btree (org_id, check_up_id, place);
CREATE UNIQUE INDEX check_up_instruments_pkey ON public.check_up_instruments USING btree (org_id, version);
CREATE INDEX check_up_photos_check_up_id_idx ON public.check_up_photos USING btree (org_id, check_up_id);
CREATE INDEX check_up_photos_file_id_idx ON public.check_up_photos USING btree (org_id, file_id);
CREATE INDEX check_up_photos_finding_id_idx ON public.check_up_photos USING btree (org_id, finding_id);
CREATE UNIQUE INDEX check_up_photos_pkey ON public.check_up_photos USING btree (org_id, id);
CREATE INDEX check_up_photos_thumbnail_file_id_idx ON public.check_up_photos USING btree (org_id, thumbnail_file_id);
CREATE INDEX check_up_proof_files_file_id_idx ON public.check_up_proof_files USING btree (org_id, file_id);
CREATE INDEX check_up_proof_files_finding_id_idx ON public.check_up_proof_files USING btree (org_id, finding_id);
CREATE UNIQUE INDEX check_up_proof_files_pkey ON public.check_up_proof_files USING btree (org_id, id);
CREATE INDEX check_up_rechecks_check_up_id_idx ON public.check_up_rechecks USING btree (org_id, check_up_id);
CREATE INDEX check_up_rechecks_finding_id_idx ON public.check_up_rechecks USING btree (org_id, finding_id);
CREATE UNIQUE INDEX check_up_rechecks_pkey ON public.check_up_rechecks USING btree (org_id, id);
CREATE UNIQUE INDEX check_up_self_checks_pkey ON public.check_up_self_checks USING btree (org_id, check_up_id);
CREATE INDEX check_ups_checked_on_idx ON public.check_ups USING btree (org_id, checked_on);
CREATE INDEX check_ups_draw_id_idx ON public.check_ups USING btree (org_id, draw_id);
CREATE INDEX check_ups_enterprise_id_idx ON public.check_ups USING btree (org_id, enterprise_id);
CREATE INDEX check_ups_instrument_version_idx ON public.check_ups USING btree (org_id, instrument_version);
CREATE UNIQUE INDEX check_ups_one_open_idx ON public.check_ups USING btree (org_id, enterprise_id) WHERE (status <> 'reported'::text);
CREATE UNIQUE INDEX check_ups_pkey ON public.check_ups USING btree (org_id, id);
CREATE INDEX check_ups_status_idx ON public.check_ups USING btree (org_id, status);
CREATE UNIQUE INDEX clinic_pamphlets_pkey ON public.clinic_pamphlets USING btree (org_id, visit_id, title);
CREATE UNIQUE INDEX clinic_questions_pkey ON public.clinic_questions USING btree (org_id, visit_id, topic);
CREATE UNIQUE INDEX clinics_pkey ON public.clinics USING btree (org_id, visit_id);
CREATE UNIQUE INDEX enterprises_org_id_credit_code_key ON public.enterprises USING btree (org_id, credit_code);
CREATE UNIQUE INDEX enterprises_pkey ON public.enterprises USING btree (org_id, id);
CREATE INDEX enterprises_township_id_idx ON public.enterprises USING btree (org_id, township_id);
CREATE UNIQUE INDEX files_pkey ON public.files USING btree (org_id, id);
CREATE UNIQUE INDEX follow_ups_pkey ON public.follow_ups USING btree (org_id, id);
CREATE INDEX follow_ups_request_id_idx ON public.follow_ups USING btree (org_id, request_id);
CREATE INDEX follow_ups_status_due_on_idx ON public.follow_ups USING btree (org_id, status, due_on);
CREATE INDEX follow_ups_visit_id_idx ON public.follow_ups USING btree (org_id, visit_id);
CREATE INDEX gap_exceptions_enterprise_id_date_idx ON public.gap_exceptions USING btree (org_id, enterprise_id, date);
CREATE UNIQUE INDEX gap_exceptions_pkey ON public.gap_exceptions USING btree (org_id, id);
CREATE INDEX gap_patterns_enterprise_id_idx ON public.gap_patterns USING btree (org_id, enterprise_id);
CREATE UNIQUE INDEX gap_patterns_pkey ON public.gap_patterns USING btree (org_id, id);
CREATE INDEX idempotency_keys_created_at_idx ON public.idempotency_keys USING btree (org_id, created_at);
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (org_id, actor, key);
CREATE INDEX imports_error_file_id_idx ON public.imports USING btree (org_id, error_file_id);
CREATE INDEX imports_file_id_idx ON public.imports USING btree (org_id, file_id);
CREATE UNIQUE INDEX imports_pkey ON public.imports USING btree (org_id, id);
CREATE INDEX lawyer_ties_enterprise_id_idx ON public.lawyer_ties USING btree (org_id, enterprise_id);
CREATE INDEX lawyer_ties_person_id_idx ON public.lawyer_ties USING btree (org_id, person_id);
CREATE UNIQUE INDEX lawyer_ties_pkey ON public.lawyer_ties USING btree (org_id, id);
CREATE INDEX letter_answers_letter_id_idx ON public.letter_answers USING btree (org_id, letter_id, id);
CREATE UNIQUE INDEX letter_answers_pkey ON public.letter_answers USING btree (org_id, id);
CREATE UNIQUE INDEX letter_deliveries_pkey ON public.letter_deliveries USING btree (org_id, letter_id);
CREATE INDEX letter_files_letter_id_idx ON public.letter_files USING btree (org_id, letter_id, id);
CREATE UNIQUE INDEX letter_files_pkey ON public.letter_files USING btree (org_id, id);
CREATE UNIQUE INDEX letter_numbers_pkey ON public.letter_numbers USING btree (org_id, kind, year);
CREATE INDEX letter_steps_letter_id_idx ON public.letter_steps USING btree (org_id, letter_id, id);
CREATE UNIQUE INDEX letter_steps_pkey ON public.letter_steps USING btree (org_id, id);
CREATE INDEX letters_due_on_idx ON public.letters USING btree (org_id, due_on) WHERE (state = 'delivered'::text);
CREATE INDEX letters_enterprise_id_idx ON public.letters USING btree (org_id, enterprise_id, id);
CREATE UNIQUE INDEX letters_org_id_kind_year_sequence_key ON public.letters USING btree (org_id, kind, year, sequence);
CREATE UNIQUE INDEX letters_org_id_number_key ON public.letters USING btree (org_id, number);
CREATE UNIQUE INDEX letters_pkey ON public.letters USING btree (org_id, id);
CREATE INDEX member_absences_member_id_idx ON public.member_absences USING btree (org_id, member_id);
CREATE UNIQUE INDEX member_absences_pkey ON public.member_absences USING btree (org_id, id);
CREATE INDEX member_availability_member_id_idx ON public.member_availability USING btree (org_id, member_id);
CREATE UNIQUE INDEX member_availability_pkey ON public.member_availability USING btree (org_id, id);
CREATE UNIQUE INDEX members_org_id_team_id_person_id_key ON public.members USING btree (org_id, team_id, person_id);
CREATE INDEX members_person_id_idx ON public.members USING btree (org_id, person_id);
CREATE UNIQUE INDEX members_pkey ON public.members USING btree (org_id, id);
CREATE UNIQUE INDEX notice_deliveries_org_id_notice_id_channel_target_key ON public.notice_deliveries USING btree (org_id, notice_id, channel, target);
CREATE INDEX notice_deliveries_person_id_idx ON public.notice_deliveries USING btree (org_id, person_id);
CREATE UNIQUE INDEX notice_deliveries_pkey ON public.notice_deliveries USING btree (org_id, id);
CREATE INDEX notice_deliveries_robot_id_idx ON public.notice_deliveries USING btree (org_id, robot_id);
CREATE INDEX notice_deliveries_status_next_attempt_at_idx ON public.notice_deliveries USING btree (org_id, status, next_attempt_at);
CREATE UNIQUE INDEX notice_recipients_org_id_notice_id_person_id_key ON public.notice_recipients USING btree (org_id, notice_id, person_id);
CREATE INDEX notice_recipients_person_id_id_idx ON public.notice_recipients USING btree (org_id, person_id, id);
CREATE INDEX notice_recipients_person_id_read_at_idx ON public.notice_recipients USING btree (org_id, person_id, read_at);
CREATE UNIQUE INDEX notice_recipients_pkey ON public.notice_recipients USING btree (org_id, id);
CREATE UNIQUE INDEX notices_org_id_once_key_key ON public.notices USING btree (org_id, once_key);
CREATE UNIQUE INDEX notices_pkey ON public.notices USING btree (org_id, id);
CREATE INDEX operations_created_at_idx ON public.operations USING btree (org_id, created_at);
CREATE UNIQUE INDEX operations_pkey ON public.operations USING btree (org_id, id);
CREATE UNIQUE INDEX orgs_path_key ON public.orgs USING btree (path);
CREATE UNIQUE INDEX orgs_pkey ON public.orgs USING btree (id);
CREATE INDEX parameter_versions_confirmed_by_idx ON public.parameter_versions USING btree (org_id, confirmed_by);
CREATE UNIQUE INDEX parameter_versions_pkey ON public.parameter_versions USING btree (org_id, id);
CREATE INDEX parameter_versions_proposed_by_idx ON public.parameter_versions USING btree (org_id, proposed_by);
CREATE UNIQUE INDEX parameter_versions_standing_idx ON public.parameter_versions USING btree (org_id, concept, region, effective_on) WHERE (withdrawn_at IS NULL);
CREATE INDEX parameter_versions_withdrawal_by_idx ON public.parameter_versions USING btree (org_id, withdrawal_by);
CREATE INDEX parameter_versions_withdrawn_by_idx ON public.parameter_versions USING btree (org_id, withdrawn_by);
CREATE UNIQUE INDEX partner_orgs_org_id_name_key ON public.partner_orgs USING btree (org_id, name);
CREATE UNIQUE INDEX partner_orgs_pkey ON public.partner_orgs USING btree (org_id, id);
CREATE INDEX partner_orgs_squad_id_idx ON public.partner_orgs USING btree (org_id, squad_id);
CREATE UNIQUE INDEX people_pkey ON public.people USING btree (org_id, id);
CREATE UNIQUE INDEX plan_unserved_org_id_plan_id_request_id_key ON public.plan_unserved USING btree (org_id, plan_id, request_id);
CREATE UNIQUE INDEX plan_unserved_pkey ON public.plan_unserved USING btree (org_id, id);
CREATE INDEX plan_unserved_request_id_idx ON public.plan_unserved USING btree (org_id, request_id);
CREATE UNIQUE INDEX plan_visits_org_id_plan_id_request_id_key ON public.plan_visits USING btree (org_id, plan_id, request_id);
CREATE UNIQUE INDEX plan_visits_pkey ON public.plan_visits USING btree (org_id, id);
CREATE INDEX plan_visits_request_id_idx ON public.plan_visits USING btree (org_id, request_id);
CREATE INDEX plan_visits_team_id_date_idx ON public.plan_visits USING btree (org_id, team_id, date);
CREATE INDEX plans_based_on_plan_id_idx ON public.plans USING btree (org_id, based_on_plan_id);
CREATE UNIQUE INDEX plans_pkey ON public.plans USING btree (org_id, id);
CREATE INDEX plans_status_from_date_idx ON public.plans USING btree (org_id, status, from_date);
CREATE INDEX quiet_seasons_enterprise_id_idx ON public.quiet_seasons USING btree (org_id, enterprise_id);
CREATE UNIQUE INDEX quiet_seasons_pkey ON public.quiet_seasons USING btree (org_id, id);
CREATE INDEX requests_activity_kind_id_idx ON public.requests USING btree (org_id, activity_kind_id);
CREATE INDEX requests_after_request_id_idx ON public.requests USING btree (org_id, after_request_id);
CREATE INDEX requests_enterprise_id_idx ON public.requests USING btree (org_id, enterprise_id);
CREATE INDEX requests_follows_visit_id_idx ON public.requests USING btree (org_id, follows_visit_id);
CREATE UNIQUE INDEX requests_pkey ON public.requests USING btree (org_id, id);
CREATE INDEX requests_standing_need_id_idx ON public.requests USING btree (org_id, standing_need_id);
CREATE INDEX requests_status_latest_on_idx ON public.requests USING btree (org_id, status, latest_on);
CREATE INDEX role_grants_enterprise_id_idx ON public.role_grants USING btree (org_id, enterprise_id);
CREATE INDEX role_grants_person_id_idx ON public.role_grants USING btree (org_id, person_id);
CREATE UNIQUE INDEX role_grants_pkey ON public.role_grants USING btree (org_id, id);
CREATE INDEX role_grants_team_id_idx ON public.role_grants USING btree (org_id, team_id);
CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (name);
CREATE UNIQUE INDEX settings_pkey ON public.settings USING btree (org_id, key);
CREATE UNIQUE INDEX sign_ins_org_id_visit_id_sign_key_key ON public.sign_ins USING btree (org_id, visit_id, sign_key);
CREATE INDEX sign_ins_person_id_idx ON public.sign_ins USING btree (org_id, person_id);
CREATE UNIQUE INDEX sign_ins_pkey ON public.sign_ins USING btree (org_id, id);
CREATE UNIQUE INDEX squads_org_id_kind_key ON public.squads USING btree (org_id, kind);
CREATE UNIQUE INDEX squads_pkey ON public.squads USING btree (org_id, id);
CREATE INDEX standing_needs_activity_kind_id_idx ON public.standing_needs USING btree (org_id, activity_kind_id);
CREATE INDEX standing_needs_enterprise_id_idx ON public.standing_needs USING btree (org_id, enterprise_id);
CREATE UNIQUE INDEX standing_needs_pkey ON public.standing_needs USING btree (org_id, id);
CREATE UNIQUE INDEX standing_requests_once_idx ON public.requests USING btree (org_id, standing_need_id, enterprise_id, earliest_on) WHERE (standing_need_id IS NOT NULL);
CREATE INDEX team_kinds_activity_kind_id_idx ON public.team_kinds USING btree (org_id, activity_kind_id);
CREATE UNIQUE INDEX team_kinds_pkey ON public.team_kinds USING btree (org_id, team_id, activity_kind_id);
CREATE UNIQUE INDEX team_shift_exceptions_org_id_team_id_date_key ON public.team_shift_exceptions USING btree (org_id, team_id, date);
CREATE UNIQUE INDEX team_shift_exceptions_pkey ON public.team_shift_exceptions USING btree (org_id, id);
CREATE UNIQUE INDEX team_shifts_pkey ON public.team_shifts USING btree (org_id, id);
CREATE INDEX team_shifts_team_id_idx ON public.team_shifts USING btree (org_id, team_id);
CREATE UNIQUE INDEX teams_org_id_name_key ON public.teams USING btree (org_id, name);
CREATE UNIQUE INDEX teams_pkey ON public.teams USING btree (org_id, id);
CREATE INDEX teams_squad_id_idx ON public.teams USING btree (org_id, squad_id);
CREATE UNIQUE INDEX townships_org_id_name_key ON public.townships USING btree (org_id, name);
CREATE UNIQUE INDEX townships_pkey ON public.townships USING btree (org_id, id);
CREATE UNIQUE INDEX visit_answers_pkey ON public.visit_answers USING btree (org_id, visit_id);
CREATE INDEX visit_photos_file_id_idx ON public.visit_photos USING btree (org_id, file_id);
CREATE UNIQUE INDEX visit_photos_pkey ON public.visit_photos USING btree (org_id, id);
CREATE INDEX visit_photos_thumbnail_file_id_idx ON public.visit_photos USING btree (org_id, thumbnail_file_id);
CREATE INDEX visit_photos_visit_id_idx ON public.visit_photos USING btree (org_id, visit_id);
CREATE UNIQUE INDEX visit_records_pkey ON public.visit_records USING btree (org_id, visit_id);
CREATE INDEX visits_activity_kind_id_idx ON public.visits USING btree (org_id, activity_kind_id);
CREATE INDEX visits_date_idx ON public.visits USING btree (org_id, date);
CREATE INDEX visits_enterprise_id_date_idx ON public.visits USING btree (org_id, enterprise_id, date);
CREATE UNIQUE INDEX visits_one_live_idx ON public.visits USING btree (org_id, request_id) WHERE (status <> ALL (ARRAY['cancelled'::text, 'declined'::text]));
CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (org_id, id);
CREATE INDEX visits_plan_id_idx ON public.visits USING btree (org_id, plan_id);
CREATE INDEX visits_request_id_idx ON public.visits USING btree (org_id, request_id);
CREATE INDEX visits_status_idx ON public.visits USING btree (org_id, status);
CREATE INDEX visits_team_id_date_idx ON public.visits USING btree (org_id, team_id, date);
CREATE UNIQUE INDEX worker_lines_pkey ON public.worker_lines USING btree (org_id, id);
CREATE INDEX worker_lines_visit_id_idx ON public.worker_lines USING btree (org_id, visit_id);
