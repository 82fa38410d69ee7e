// Written by tools/write-schema.ts from the migrated schema. Do not edit.
import type { ColumnType } from 'kysely'

export type Generated<T> = ColumnType<T, T | undefined, T>
/** ISO 8601 in UTC when read; a Date or ISO string when written. */
export type Instant = ColumnType<string, Date | string, Date | string>
export type Json = ColumnType<unknown, string, string>

export interface ActivityKindsTable {
  org_id: string
  id: string
  squad_kind: 'culture' | 'skills' | 'rights'
  name: string
  description: Generated<string>
  counts_as: 'talk' | 'show' | 'reading' | 'advice' | 'clinic' | 'training' | 'other'
  minutes: number
  setup_minutes: Generated<number>
  gap_kinds: string[]
  value: number
  active: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface AuditEntriesTable {
  org_id: string
  id: string
  actor_id: string | null
  operation: string
  subject_kind: string | null
  subject_id: string | null
  outcome: string
  detail: ColumnType<unknown, string | undefined, string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface AuthAccountsTable {
  id: string
  userId: string
  accountId: string
  providerId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  refreshTokenExpiresAt: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  scope: string | null
  password: string | null
  createdAt: ColumnType<string, Date | string | undefined, Date | string>
  updatedAt: ColumnType<string, Date | string | undefined, Date | string>
}

export interface AuthSessionsTable {
  id: string
  userId: string
  token: string
  expiresAt: Instant
  ipAddress: string | null
  userAgent: string | null
  createdAt: ColumnType<string, Date | string | undefined, Date | string>
  updatedAt: ColumnType<string, Date | string | undefined, Date | string>
}

export interface AuthUsersTable {
  id: string
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  username: string | null
  displayUsername: string | null
  orgId: string
  personId: string
  createdAt: ColumnType<string, Date | string | undefined, Date | string>
  updatedAt: ColumnType<string, Date | string | undefined, Date | string>
}

export interface AuthVerificationsTable {
  id: string
  identifier: string
  value: string
  expiresAt: Instant
  createdAt: ColumnType<string, Date | string | undefined, Date | string>
  updatedAt: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CalendarTokenDirectoryTable {
  token_hash: string
  org_id: string
}

export interface CalendarTokensTable {
  org_id: string
  id: string
  subject_kind: 'member' | 'team' | 'enterprise'
  subject_id: string
  token_hash: string
  revoked_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CalendarYearsTable {
  year: number
  holidays: string[]
  workdays: string[]
  source: string
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CaseAmountsTable {
  org_id: string
  id: string
  claimant_id: string
  kind:
    | 'economic_compensation'
    | 'damages'
    | 'wages'
    | 'double_wage'
    | 'overtime'
    | 'leave'
    | 'injury_disability'
    | 'injury_medical'
    | 'injury_employment'
    | 'injury_wage'
    | 'death'
    | 'other'
  payer: 'employer' | 'fund' | 'other'
  amount_fen: number
  basis: Generated<string>
  agreed_on: string
  paid_on: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CaseAnswersTable {
  org_id: string
  id: string
  claimant_id: string
  round: number
  sealed: Buffer
  delivered_on: string | null
  delivered_by: 'in_person' | 'phone' | 'letter' | 'message' | null
  answered_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
  delivered: boolean
}

export interface CaseCallbacksTable {
  org_id: string
  id: string
  claimant_id: string
  round: number
  called_on: string
  reached: boolean
  settled: boolean | null
  sealed: Buffer
  called_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CaseClaimantsTable {
  org_id: string
  id: string
  case_id: string
  ordinal: number
  sealed: Buffer
  outcome:
    | 'advised'
    | 'drafted'
    | 'settled'
    | 'mediated'
    | 'awarded'
    | 'judged'
    | 'withdrawn'
    | 'not_supported'
    | 'not_accepted'
    | 'referred'
    | null
  no_amount_reason: string | null
  round: Generated<number>
  callback_due_on: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
  case_status: 'received' | 'open' | 'closed'
  answered_round: number | null
  answer_delivered: Generated<boolean>
  stated_amount_id: string | null
}

export interface CaseEvidenceTable {
  org_id: string
  id: string
  case_id: string
  claimant_id: string | null
  state: 'have' | 'can_get' | 'cannot_get'
  sealed: Buffer
  file_id: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CasePeopleTable {
  org_id: string
  id: string
  case_id: string
  person_id: string
  duty: 'lawyer' | 'mediator' | 'clerk'
  assigned_at: Instant
  removed_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
}

export interface CaseStepsTable {
  org_id: string
  id: string
  case_id: string
  kind:
    | 'mediation_asked'
    | 'mediated'
    | 'arbitration_asked'
    | 'arbitration_docketed'
    | 'copy_served'
    | 'arbitration_prolonged'
    | 'award_served'
    | 'suit_filed'
    | 'judgment_served'
    | 'appeal_filed'
    | 'note'
  happened_on: string
  sealed: Buffer
  recorded_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CaseViewsTable {
  org_id: string
  id: string
  case_id: string
  person_id: string
  what: 'case' | 'file' | 'document'
  seen_at: Instant
  refused: Generated<boolean>
}

export interface CaseYearsTable {
  org_id: string
  year: number
  last: number
}

export interface CasesTable {
  org_id: string
  id: string
  year: number
  ordinal: number
  status: 'received' | 'open' | 'closed'
  channel: 'phone' | 'clinic' | 'console' | 'paper' | 'import'
  path: 'advice' | 'drafting' | 'mediation' | 'arbitration' | 'court' | null
  topic: 'wages' | 'termination' | 'contract' | 'overtime' | 'leave' | 'injury' | 'insurance' | 'women' | 'other'
  clinic_visit_id: string | null
  enterprise_id: string | null
  employer: string
  still_employed: boolean | null
  left_on: string | null
  written_contract: boolean | null
  injured: Generated<boolean>
  pregnant: Generated<boolean>
  people_unpaid: Generated<number>
  received_on: string
  accepted_on: string | null
  closed_on: string | null
  wrapped_key: Buffer
  sealed: Buffer
  follow_hash: string
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
  closed_with: number | null
}

export interface ChatRobotsTable {
  org_id: string
  id: string
  kind: 'wecom' | 'dingtalk' | 'feishu'
  name: string
  address: string
  secret: string | null
  squad_kind: 'culture' | 'skills' | 'rights' | null
  active: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
  notice_kinds: string[] | null
}

export interface CheckUpDrawsTable {
  org_id: string
  id: string
  seed: string
  candidates: string[]
  size: number
  drawn_on: string
  drawn_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpFindingsTable {
  org_id: string
  id: string
  check_up_id: string
  enterprise_id: string
  item_id: string
  place: number
  title: string
  detail: Json
  severity: 'red_line' | 'major' | 'general'
  status: 'open' | 'submitted' | 'passed' | 'returned'
  due_on: string | null
  proof: string | null
  proved_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  returned_reason: string | null
  passed_on: string | null
  overdue_since: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpInspectorsTable {
  org_id: string
  check_up_id: string
  person_id: string
  certificate: string
  place: 1 | 2
}

export interface CheckUpInstrumentsTable {
  org_id: string
  version: string
  body: Json
  shipped: Generated<boolean>
  created_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  offered_from: string | null
  withdrawn_on: string | null
}

export interface CheckUpPhotosTable {
  org_id: string
  id: string
  check_up_id: string
  item_id: string
  finding_id: string | null
  file_id: string
  thumbnail_file_id: string
  width: number
  height: number
  caption: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpProofFilesTable {
  org_id: string
  id: string
  finding_id: string
  file_id: string
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpRechecksTable {
  org_id: string
  id: string
  finding_id: string
  check_up_id: string
  item_id: string
  rechecked_on: string
  passed: boolean
  remark: string
  rechecked_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpSelfChecksTable {
  org_id: string
  check_up_id: string
  answers: Json
  answered_by: string | null
  version: Generated<number>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface CheckUpsTable {
  org_id: string
  id: string
  enterprise_id: string
  draw_id: string
  status: 'planned' | 'in_progress' | 'submitted' | 'reported'
  planned_on: string | null
  instrument_version: string | null
  checked_on: string | null
  headcount: number | null
  facts: ColumnType<unknown, string | undefined, string>
  answers: ColumnType<unknown, string | undefined, string>
  result: ColumnType<unknown, string | null | undefined, string | null>
  score: number | null
  grade: string | null
  color: 'green' | 'yellow' | 'orange' | 'red' | null
  submitted_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  reported_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface ClinicPamphletsTable {
  org_id: string
  visit_id: string
  title: string
  copies: number
}

export interface ClinicQuestionsTable {
  org_id: string
  visit_id: string
  topic: string
  asked: number
  answered: number
}

export interface ClinicsTable {
  org_id: string
  visit_id: string
  recorded_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface EnterprisesTable {
  org_id: string
  id: string
  name: string
  credit_code: string
  township_id: string
  industry: string
  headcount: number
  pilot_level: 'national' | 'province' | 'city' | 'county'
  contact_name: string
  contact_phone: string
  longitude: number
  latitude: number
  point_source: 'township' | 'import' | 'operator'
  shift_text: Generated<string>
  visits_per_month: Generated<number>
  min_days_between: Generated<number>
  coverage_value: Generated<number>
  phones_allowed: Generated<boolean>
  invented: Generated<boolean>
  archived_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface FilesTable {
  org_id: string
  id: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  created_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface FollowUpsTable {
  org_id: string
  id: string
  visit_id: string
  what: string
  due_on: string
  status: 'open' | 'closed'
  outcome: string | null
  closed_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  closed_by: string | null
  request_id: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface GapExceptionsTable {
  org_id: string
  id: string
  enterprise_id: string
  date: string
  effect: 'closed' | 'added' | 'replaced'
  kind: 'break' | 'handover' | 'office' | null
  from_minute: number | null
  to_minute: number | null
  note: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface GapPatternsTable {
  org_id: string
  id: string
  enterprise_id: string
  kind: 'break' | 'handover' | 'office'
  weekdays: number[]
  from_minute: number
  to_minute: number
  shift_name: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface IdempotencyKeysTable {
  org_id: string
  key: string
  actor: string
  operation: string
  body_hash: string
  status: number
  answer: ColumnType<unknown, string | null | undefined, string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface ImportsTable {
  org_id: string
  id: string
  kind: string
  file_name: string
  file_id: string
  status: 'read' | 'confirmed' | 'done' | 'failed'
  counts: Json
  rows: Json
  error_file_id: string | null
  created_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface LawyerTiesTable {
  org_id: string
  id: string
  person_id: string
  employer: string
  enterprise_id: string | null
  note: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface LetterAnswersTable {
  org_id: string
  id: string
  letter_id: string
  answered_on: string
  text: string
  way: 'online' | 'paper'
  recorded_by: string | null
  obeyed: boolean | null
  verdict: string | null
  verified_by: string | null
  verified_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface LetterDeliveriesTable {
  org_id: string
  letter_id: string
  way: 'direct' | 'post' | 'electronic' | 'left'
  received_by: string
  delivered_on: string
  note: Generated<string>
  receipt_file_id: string | null
  recorded_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface LetterFilesTable {
  org_id: string
  id: string
  letter_id: string
  file_id: string
  purpose: 'receipt' | 'answer'
  answer_id: string | null
  uploaded_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface LetterNumbersTable {
  org_id: string
  kind: string
  year: number
  last: number
}

export interface LetterStepsTable {
  org_id: string
  id: string
  letter_id: string
  action: string
  state: string
  reason: Generated<string>
  person_id: string | null
  at: Instant
}

export interface LettersTable {
  org_id: string
  id: string
  kind: 'reminder' | 'opinion' | 'recommendation'
  state: Generated<
    'draft' | 'submitted' | 'issued' | 'delivered' | 'answered' | 'overdue' | 'closed' | 'escalated' | 'withdrawn'
  >
  enterprise_id: string
  subject: string
  content: Json
  contact_name: string
  contact_phone: string
  copies: Generated<string[]>
  opinion_id: string | null
  replaces_id: string | null
  source_finding_ids: Generated<string[]>
  source_case_id: string | null
  author_ids: string[]
  drafted_by: string
  submitted_by: string | null
  submitted_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  year: number | null
  sequence: number | null
  number: string | null
  issued_by: string | null
  issued_on: string | null
  issued_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  document_file_id: string | null
  delivered_on: string | null
  due_on: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface MemberAbsencesTable {
  org_id: string
  id: string
  member_id: string
  from_date: string
  to_date: string
  reason: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface MemberAvailabilityTable {
  org_id: string
  id: string
  member_id: string
  weekdays: number[]
  from_minute: number
  to_minute: number
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface MembersTable {
  org_id: string
  id: string
  person_id: string
  team_id: string
  title: Generated<string>
  skills: Generated<string[]>
  lead: Generated<boolean>
  active: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface NoticeDeliveriesTable {
  org_id: string
  id: string
  notice_id: string
  channel: 'mail' | 'robot'
  person_id: string | null
  robot_id: string | null
  target: string
  status: 'waiting' | 'sending' | 'sent' | 'failed'
  attempts: Generated<number>
  next_attempt_at: Instant
  last_error: string | null
  provider_id: string | null
  sent_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  may_have_arrived: Generated<boolean>
}

export interface NoticeRecipientsTable {
  org_id: string
  id: string
  notice_id: string
  person_id: string
  read_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface NoticesTable {
  org_id: string
  id: string
  kind: string
  title: string
  lines: Generated<string[]>
  link: string | null
  once_key: string
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface OperationsTable {
  org_id: string
  id: string
  kind: string
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: Generated<number>
  note: Generated<string>
  input: ColumnType<unknown, string | undefined, string>
  result: ColumnType<unknown, string | null | undefined, string | null>
  problem: ColumnType<unknown, string | null | undefined, string | null>
  cancel_requested: Generated<boolean>
  created_by: string | null
  started_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  finished_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface OrgsTable {
  id: string
  name: string
  union_name: string
  level: 'county' | 'city' | 'province' | 'nation'
  path: string
  demo: Generated<boolean>
  demo_date: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface ParameterVersionsTable {
  org_id: string
  id: string
  concept: string
  region: string
  effective_on: string
  value: Json
  trust: 'CONFIRMED' | 'CORROBORATED' | 'UNVERIFIED'
  source: string
  link: Generated<string>
  proposed_by: string
  proposed_at: Instant
  confirmed_by: string | null
  confirmed_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  withdrawal_by: string | null
  withdrawal_reason: Generated<string>
  withdrawn_by: string | null
  withdrawn_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
}

export interface PartnerOrgsTable {
  org_id: string
  id: string
  name: string
  kind: string
  squad_id: string
  contact_name: Generated<string>
  contact_phone: Generated<string>
  note: Generated<string>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface PeopleTable {
  org_id: string
  id: string
  name: string
  phone: string | null
  email: string | null
  wants_mail: Generated<boolean>
  invented: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface PlanUnservedTable {
  org_id: string
  id: string
  plan_id: string
  request_id: string
  reason: 'no-gap' | 'no-team' | 'burden' | 'predecessor' | 'capacity'
  displaced_by: Generated<string[]>
  would_fit: ColumnType<unknown, string | null | undefined, string | null>
}

export interface PlanVisitsTable {
  org_id: string
  id: string
  plan_id: string
  request_id: string
  team_id: string
  date: string
  start_minute: number
  end_minute: number
  pinned: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface PlansTable {
  org_id: string
  id: string
  from_date: string
  to_date: string
  status: 'draft' | 'published' | 'superseded'
  based_on_plan_id: string | null
  score: Generated<number>
  parts: ColumnType<unknown, string | undefined, string>
  weights: ColumnType<unknown, string | undefined, string>
  run: ColumnType<unknown, string | undefined, string>
  created_by: string | null
  published_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  published_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface QuietSeasonsTable {
  org_id: string
  id: string
  enterprise_id: string
  from_date: string
  to_date: string
  reason: Generated<string>
  kind: 'quiet' | 'freeze'
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface RequestsTable {
  org_id: string
  id: string
  enterprise_id: string
  activity_kind_id: string
  source: 'enterprise' | 'staff' | 'standing' | 'follow_up'
  minutes: number
  earliest_on: string
  latest_on: string
  value: number
  wish: Generated<string>
  expected_heads: number | null
  team_id: string | null
  standing_need_id: string | null
  follows_visit_id: string | null
  after_request_id: string | null
  after_min_days: Generated<number>
  status: 'open' | 'planned' | 'served' | 'withdrawn' | 'refused'
  refusal: string | null
  requested_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface RoleGrantsTable {
  org_id: string
  id: string
  person_id: string
  role: 'admin' | 'chair' | 'staff' | 'leader' | 'member' | 'contact' | 'worker'
  enterprise_id: string | null
  team_id: string | null
  granted_by: string | null
  revoked_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface SchemaMigrationsTable {
  name: string
  checksum: string
  applied_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface SettingsTable {
  org_id: string
  key: string
  value: Json
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface SignInsTable {
  org_id: string
  id: string
  visit_id: string
  sign_key: string
  way: 'code' | 'team' | 'manual'
  person_id: string | null
  heads: Generated<number>
  signed_at: Instant
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface SquadsTable {
  org_id: string
  id: string
  kind: 'culture' | 'skills' | 'rights'
  name: string
  purpose: Generated<string>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface StandingNeedsTable {
  org_id: string
  id: string
  activity_kind_id: string
  enterprise_id: string | null
  pilot_level: 'national' | 'province' | 'city' | 'county' | null
  every_months: number
  value: number
  active: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface TeamKindsTable {
  org_id: string
  team_id: string
  activity_kind_id: string
}

export interface TeamShiftExceptionsTable {
  org_id: string
  id: string
  team_id: string
  date: string
  off: boolean
  from_minute: number | null
  to_minute: number | null
  reason: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface TeamShiftsTable {
  org_id: string
  id: string
  team_id: string
  weekdays: number[]
  from_minute: number
  to_minute: number
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface TeamsTable {
  org_id: string
  id: string
  squad_id: string
  name: string
  base_name: string
  base_longitude: number
  base_latitude: number
  max_visits_per_day: Generated<number>
  max_visits_per_month: number | null
  active: Generated<boolean>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface TownshipsTable {
  org_id: string
  id: string
  name: string
  kind: string
  longitude: number
  latitude: number
  point_source: string
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface VisitAnswersTable {
  org_id: string
  visit_id: string
  took_production_time: boolean
  would_open_again: boolean
  remark: Generated<string>
  answered_by: string | null
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface VisitPhotosTable {
  org_id: string
  id: string
  visit_id: string
  file_id: string
  thumbnail_file_id: string
  width: number
  height: number
  caption: Generated<string>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface VisitRecordsTable {
  org_id: string
  visit_id: string
  done: string
  heads: number
  trained: Generated<number>
  gifts: Generated<number>
  asked: Generated<number>
  recorded_by: string | null
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface VisitsTable {
  org_id: string
  id: string
  request_id: string
  enterprise_id: string
  team_id: string
  activity_kind_id: string
  plan_id: string | null
  date: string
  start_minute: number
  end_minute: number
  status:
    'planned' | 'dispatched' | 'accepted' | 'declined' | 'arrived' | 'delivered' | 'answered' | 'settled' | 'cancelled'
  sequence: Generated<number>
  reason: string | null
  dispatched_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  accepted_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  arrived_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  delivered_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  settled_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  cancelled_at: ColumnType<string | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  created_at: ColumnType<string, Date | string | undefined, Date | string>
  updated_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface WorkerLinesTable {
  org_id: string
  id: string
  visit_id: string
  line: string
  created_at: ColumnType<string, Date | string | undefined, Date | string>
}

export interface DB {
  activity_kinds: ActivityKindsTable
  audit_entries: AuditEntriesTable
  auth_accounts: AuthAccountsTable
  auth_sessions: AuthSessionsTable
  auth_users: AuthUsersTable
  auth_verifications: AuthVerificationsTable
  calendar_token_directory: CalendarTokenDirectoryTable
  calendar_tokens: CalendarTokensTable
  calendar_years: CalendarYearsTable
  case_amounts: CaseAmountsTable
  case_answers: CaseAnswersTable
  case_callbacks: CaseCallbacksTable
  case_claimants: CaseClaimantsTable
  case_evidence: CaseEvidenceTable
  case_people: CasePeopleTable
  case_steps: CaseStepsTable
  case_views: CaseViewsTable
  case_years: CaseYearsTable
  cases: CasesTable
  chat_robots: ChatRobotsTable
  check_up_draws: CheckUpDrawsTable
  check_up_findings: CheckUpFindingsTable
  check_up_inspectors: CheckUpInspectorsTable
  check_up_instruments: CheckUpInstrumentsTable
  check_up_photos: CheckUpPhotosTable
  check_up_proof_files: CheckUpProofFilesTable
  check_up_rechecks: CheckUpRechecksTable
  check_up_self_checks: CheckUpSelfChecksTable
  check_ups: CheckUpsTable
  clinic_pamphlets: ClinicPamphletsTable
  clinic_questions: ClinicQuestionsTable
  clinics: ClinicsTable
  enterprises: EnterprisesTable
  files: FilesTable
  follow_ups: FollowUpsTable
  gap_exceptions: GapExceptionsTable
  gap_patterns: GapPatternsTable
  idempotency_keys: IdempotencyKeysTable
  imports: ImportsTable
  lawyer_ties: LawyerTiesTable
  letter_answers: LetterAnswersTable
  letter_deliveries: LetterDeliveriesTable
  letter_files: LetterFilesTable
  letter_numbers: LetterNumbersTable
  letter_steps: LetterStepsTable
  letters: LettersTable
  member_absences: MemberAbsencesTable
  member_availability: MemberAvailabilityTable
  members: MembersTable
  notice_deliveries: NoticeDeliveriesTable
  notice_recipients: NoticeRecipientsTable
  notices: NoticesTable
  operations: OperationsTable
  orgs: OrgsTable
  parameter_versions: ParameterVersionsTable
  partner_orgs: PartnerOrgsTable
  people: PeopleTable
  plan_unserved: PlanUnservedTable
  plan_visits: PlanVisitsTable
  plans: PlansTable
  quiet_seasons: QuietSeasonsTable
  requests: RequestsTable
  role_grants: RoleGrantsTable
  schema_migrations: SchemaMigrationsTable
  settings: SettingsTable
  sign_ins: SignInsTable
  squads: SquadsTable
  standing_needs: StandingNeedsTable
  team_kinds: TeamKindsTable
  team_shift_exceptions: TeamShiftExceptionsTable
  team_shifts: TeamShiftsTable
  teams: TeamsTable
  townships: TownshipsTable
  visit_answers: VisitAnswersTable
  visit_photos: VisitPhotosTable
  visit_records: VisitRecordsTable
  visits: VisitsTable
  worker_lines: WorkerLinesTable
}
